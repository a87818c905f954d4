import { getTranslator } from "@/lib/shared/i18n";
import { composeMail, type MailWords } from "@/lib/shared/mail-words";

/**
 * Tells the team that somebody reported a mistake. It has a reference and a link, and nothing that the reporter wrote.
 */
export function teamNotice({ reference, url }: { reference: string; url: string }): MailWords {
  const t = getTranslator("en", "mail.correction");
  return composeMail("en", t("subject", { reference }), [
    [t("arrived", { reference })],
    [t("open"), url],
    [t("privacy")],
  ]);
}
