import { securityTxt } from "@/lib/discovery/security-txt";
import { siteUrl } from "@/lib/server/env";
import { textAnswer } from "@/lib/server/text-answer";
import { getSettings } from "@/lib/settings/queries";

/** A build has no database. */
export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const { teamContact } = await getSettings();
  return textAnswer("text/plain", securityTxt(siteUrl(), teamContact));
}
