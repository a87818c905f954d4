import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { composeMail, type MailWords } from "@/lib/shared/mail-words";
import { EMAIL_KEPT_DAYS } from "./retention";

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

export interface ReporterAnswer {
  locale: Locale;
  reference: string;
  status: "accepted" | "declined";
  /** The public log. */
  logUrl: string;
}

/**
 * Tells the reporter what we decided. It names neither the place nor anything they wrote: whoever else reads that mailbox
 * learns nothing of them.
 */
export function reporterAnswer({ locale, reference, status, logUrl }: ReporterAnswer): MailWords {
  const t = getTranslator(locale, "mail.correctionAnswer");
  return composeMail(locale, t("subject", { reference }), [
    [t("greeting")],
    [t(status, { reference })],
    status === "accepted" ? [t("log"), logUrl] : [t("again")],
    [t("last", { days: EMAIL_KEPT_DAYS })],
    [t("signature")],
    [t("unexpected")],
  ]);
}
