import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { composeMail, type MailWords } from "@/lib/shared/mail-words";
import type { AnswersWithin } from "@/lib/settings/answers-within";
import type { CrisisNumber } from "@/lib/settings/schema";

export interface TeamNotice {
  reference: string;
  /** The inquiry in the staff's desk, behind the sign-in. */
  url: string;
  suspectedSpam: boolean;
}

/** Tells the team that somebody wrote. It has a reference and a link: no name, no email, no story. */
export function teamNotice({ reference, url, suspectedSpam }: TeamNotice): MailWords {
  const t = getTranslator("en", "mail.team");
  return composeMail("en", t("subject", { reference }), [
    [t("arrived", { reference })],
    suspectedSpam ? [t("suspectedSpam")] : [],
    [t("open"), url],
    [t("privacy")],
  ]);
}

export interface Acknowledgement {
  locale: Locale;
  reference: string;
  /** YYYY-MM-DD, the last day of the consent. */
  consentUntil: string;
  /** Opens the person's receipt: whoever has it can withdraw and delete. */
  receiptUrl: string;
  /** What the team says of its time; null when it says nothing. */
  answersWithin: AnswersWithin | null;
  crisisNumbers: readonly CrisisNumber[];
}

/**
 * Tells the person that we have their inquiry, what happens next, and how to stop it. It repeats nothing they wrote.
 */
export function acknowledgement({
  locale,
  reference,
  consentUntil,
  receiptUrl,
  answersWithin,
  crisisNumbers,
}: Acknowledgement): MailWords {
  const t = getTranslator(locale, "mail.acknowledgement");
  const crisis = getTranslator(locale, "site.crisis");
  const within = getTranslator(locale, "contact.answersWithin");
  return composeMail(locale, t("subject", { reference }), [
    [t("greeting")],
    [t("received", { reference })],
    [`${t("next")} ${answersWithin ? within(answersWithin) : t("noHour")}`],
    [t("permission", { date: formatDay(locale, consentUntil) })],
    [t("receipt"), receiptUrl],
    [t("withdraw")],
    [t("crisis")],
    { list: crisisNumbers.map(({ key, number }) => `${crisis(key)}: ${number}`) },
    [t("signature")],
    [t("unexpected")],
  ]);
}

/** The last mail: everything about the person was deleted. */
export function erasureConfirmation({ locale, reference }: { locale: Locale; reference: string }): MailWords {
  const t = getTranslator(locale, "mail.erasure");
  return composeMail(locale, t("subject", { reference }), [
    [t("greeting")],
    [t("done", { reference })],
    [t("left")],
    [t("last")],
    [t("signature")],
  ]);
}
