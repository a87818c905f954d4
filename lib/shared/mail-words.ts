import type { Locale } from "./i18n";

/** A mail's words, the same in both forms. */
export interface MailWords {
  subject: string;
  text: string;
  html: string;
}

/** One paragraph's lines, or a list. A line that is a URL becomes a link. */
export type MailPart = readonly string[] | { list: readonly string[] };

// Mail programs drop style sheets, and some invert colors for dark mode. So we set only sizes and spacing, inline, and
// no colors. There is no table, no picture, and nothing to load.
const BODY =
  "margin:0;padding:24px 16px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";
const COLUMN = "max-width:560px;margin:0 auto";
const PARAGRAPH = "margin:0 0 16px";
const LIST = "margin:0 0 16px;padding-left:20px";
const LINK = "font-weight:bold;word-break:break-all";

/**
 * The parts as plain text and as very plain HTML: readable in every mail program, with the language set, and loading
 * nothing. Parts without a line are left out.
 */
export function composeMail(locale: Locale, subject: string, parts: readonly MailPart[]): MailWords {
  const written = parts.filter((part) => ("list" in part ? part.list : part).length > 0);
  return {
    subject,
    text: `${written.map(asText).join("\n\n")}\n`,
    html: `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(subject)}</title>
</head>
<body style="${BODY}">
<div style="${COLUMN}">
${written.map(asHtml).join("\n")}
</div>
</body>
</html>
`,
  };
}

function asText(part: MailPart): string {
  return "list" in part ? part.list.map((item) => `- ${item}`).join("\n") : part.join("\n");
}

function asHtml(part: MailPart): string {
  if ("list" in part) {
    return `<ul style="${LIST}">${part.list.map((item) => `<li>${lineAsHtml(item)}</li>`).join("")}</ul>`;
  }
  return `<p style="${PARAGRAPH}">${part.map(lineAsHtml).join("<br>")}</p>`;
}

function lineAsHtml(line: string): string {
  const escaped = escape(line);
  return /^https?:\/\/\S+$/.test(line) ? `<a href="${escaped}" style="${LINK}">${escaped}</a>` : escaped;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
