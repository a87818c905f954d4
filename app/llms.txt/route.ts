import { llmsTxt } from "@/lib/discovery/llms-txt";
import { siteUrl } from "@/lib/server/env";
import { textAnswer } from "@/lib/server/text-answer";

/** The site's URL is known when it is served, not when it is built. */
export const dynamic = "force-dynamic";

export function GET(): Response {
  return textAnswer("text/plain", llmsTxt(siteUrl()));
}
