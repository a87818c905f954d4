import { getTranslator } from "@/lib/shared/i18n";
import { composeMail, type MailWords } from "@/lib/shared/mail-words";

/** Tells the team that somebody reported a mistake. Carries a reference and a link, nothing that was written. */
export function teamNotice({ reference, url }: { reference: string; url: string }): MailWords {
  const t = getTranslator("en", "mail.correction");
  return composeMail("en", t("subject", { reference }), [
    [t("arrived", { reference })],
    [t("open"), url],
    [t("privacy")],
  ]);
}
