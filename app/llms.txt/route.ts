import { llmsTxt } from "@/lib/discovery/llms-txt";
import { siteUrl } from "@/lib/server/env";
import { textFile } from "@/lib/server/text-file";

/** The site's URL is known when it is served, not when it is built. */
export const dynamic = "force-dynamic";

export function GET(): Response {
  return textFile("text/plain", llmsTxt(siteUrl()));
}
