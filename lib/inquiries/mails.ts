import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { CrisisNumber } from "@/lib/settings/schema";

/** A mail's words, the same in both forms. */
export interface MailWords {
  subject: string;
  text: string;
  html: string;
}

export interface TeamNotice {
  reference: string;
  /** The inquiry in the staff's desk, behind the sign-in. */
  url: string;
  suspectedSpam: boolean;
}

/** Tells the team that somebody wrote. Carries a reference and a link: no name, no address, no story. */
export function teamNotice({ reference, url, suspectedSpam }: TeamNotice): MailWords {
  const t = getTranslator("en", "mail.team");
  return compose("en", t("subject", { reference }), [
    [t("arrived", { reference })],
    suspectedSpam ? [t("suspectedSpam")] : [],
    [t("open"), url],
    [t("privacy")],
  ]);
}

export interface Acknowledgement {
  locale: Locale;
  reference: string;
  /** YYYY-MM-DD, the last day of the permission. */
  permissionUntil: string;
  crisisNumbers: readonly CrisisNumber[];
}

/** Tells the person that we have their inquiry, what happens next, and how to stop it. Repeats nothing they wrote. */
export function acknowledgement({ locale, reference, permissionUntil, crisisNumbers }: Acknowledgement): MailWords {
  const t = getTranslator(locale, "mail.acknowledgement");
  const crisis = getTranslator(locale, "site.crisis");
  return compose(locale, t("subject", { reference }), [
    [t("greeting")],
    [t("received", { reference })],
    [t("next")],
    [t("permission", { date: formatDay(locale, permissionUntil) })],
    [t("withdraw")],
    [t("crisis"), ...crisisNumbers.map(({ key, number }) => `${crisis(key)}: ${number}`)],
    [t("signature")],
    [t("unexpected")],
  ]);
}

/** Paragraphs of lines, as plain text and as the plainest HTML: readable everywhere, loads nothing. */
function compose(locale: Locale, subject: string, paragraphs: string[][]): MailWords {
  const written = paragraphs.filter((lines) => lines.length > 0);
  const body = written.map((lines) => `<p>${lines.map(asHtml).join("<br>")}</p>`).join("\n");
  return {
    subject,
    text: `${written.map((lines) => lines.join("\n")).join("\n\n")}\n`,
    html: `<!doctype html>\n<html lang="${locale}">\n<head><meta charset="utf-8"><title>${escape(subject)}</title></head>\n<body>\n${body}\n</body>\n</html>\n`,
  };
}

function asHtml(line: string): string {
  const escaped = escape(line);
  return /^https?:\/\/\S+$/.test(line) ? `<a href="${escaped}">${escaped}</a>` : escaped;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
