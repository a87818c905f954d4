import type { Locale } from "./i18n";

/** A mail's words, the same in both forms. */
export interface MailWords {
  subject: string;
  text: string;
  html: string;
}

/** Paragraphs of lines, as plain text and as the plainest HTML: readable everywhere, loads nothing. */
export function composeMail(locale: Locale, subject: string, paragraphs: string[][]): MailWords {
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
