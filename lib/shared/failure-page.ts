import { CRISIS_NOTES, telUrl, type CrisisLine, type CrisisLines } from "./crisis-lines";
import { formatDay } from "./dates";
import { escaped } from "./escaped";
import { FAILURE_STYLE } from "./failure-style";
import { getTranslator, localizedPath, type Locale } from "./i18n";

export interface FailurePage {
  /** 400 to 599. */
  status: number;
  /** The page's language first. Both, when we do not know it. */
  locales: readonly [Locale, ...Locale[]];
  lines: CrisisLines;
  /** Whose pages it belongs to: what staff see leads back to their overview. */
  room?: "site" | "staff";
  /** The visitor was sending something, and we do not know what became of it. */
  isSent?: boolean;
  /** Instead of the words about the status: safe HTML with its title, in the page's language. */
  contents?: { title: string; html: string };
}

/** What marks a page that names the help lines; the frame of the site has it too. */
export const CRISIS_MARK = "data-crisis-lines";

/**
 * A whole page about a failure, without the framework, the database and other files: whom to call, what happened, where
 * to go. It has nothing of what went wrong.
 */
export function failurePage(page: FailurePage): string {
  const [locale] = page.locales;
  const site = getTranslator(locale, "site");
  const title = page.contents?.title ?? wordsOf(page, locale).title;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} · ${escaped(site("name"))}</title>
<link rel="icon" href="/icon.svg">
<style>${FAILURE_STYLE}</style>
</head>
<body>
${linesOf(page.lines, page.locales)}
<header><div class="shell">
<a class="name" href="${localizedPath(locale, "/")}">${escaped(site("name"))}</a>
<a class="exit" href="https://www.weather.gov/lox/" data-quick-exit rel="noreferrer" title="${escaped(site("quickExit.hint"))}">${escaped(site("quickExit.label"))}<span class="hint">. ${escaped(site("quickExit.hint"))}</span></a>
</div></header>
<main id="content" class="shell">
${page.contents ? `<section>\n${page.contents.html}\n${waysOf(page, locale)}\n</section>` : page.locales.map((each, index) => sectionOf(page, each, index)).join("\n")}
</main>
<script src="/quick-exit.js" defer></script>
</body>
</html>
`;
}

function linesOf({ numbers, checkedOn }: CrisisLines, [locale, ...others]: readonly [Locale, ...Locale[]]): string {
  const t = getTranslator(locale, "site.crisis");
  return `<section class="lines" aria-label="${escaped(t("label"))}" ${CRISIS_MARK}><div class="shell">
<ul>
${numbers.map((line) => `<li>${lineOf(line, [locale, ...others])}</li>`).join("\n")}
</ul>
<p class="checked">${escaped(t("checked", { date: formatDay(locale, checkedOn) }))}</p>
</div></section>`;
}

function lineOf({ key, number, tty }: CrisisLine, locales: readonly [Locale, ...Locale[]]): string {
  const t = getTranslator(locales[0], "site.crisis");
  const names = locales.map((each, index) => inLanguage(getTranslator(each, "site.crisis")(key), each, index));
  const notes = [
    ...(key in CRISIS_NOTES ? [escaped(t(CRISIS_NOTES[key as keyof typeof CRISIS_NOTES]))] : []),
    ...(tty ? [`<span class="tty">${escaped(t("tty", { number: tty }))}</span>`] : []),
  ];
  const note = notes.length > 0 ? ` <span class="note">${notes.join(" ")}</span>` : "";
  return `<a href="${telUrl({ number })}"><strong>${escaped(number)}</strong> <span>${names.join(" / ")}${note}</span></a>`;
}

function inLanguage(words: string, locale: Locale, index: number): string {
  return index === 0 ? escaped(words) : `<span lang="${locale}">${escaped(words)}</span>`;
}

function sectionOf(page: FailurePage, locale: Locale, index: number): string {
  const t = getTranslator(locale, "failures");
  const missing = getTranslator(locale, "pages.missing");
  const { title, lead } = wordsOf(page, locale);
  const heading = index === 0 ? "h1" : "h2";
  return `<section lang="${locale}">
<${heading}>${escaped(title)}</${heading}>
<p>${escaped(lead)}</p>
${page.isSent && page.status >= 500 ? `<p>${escaped(t("sent"))}</p>\n` : ""}<p class="danger">${escaped(missing("danger"))}</p>
${waysOf(page, locale)}
</section>`;
}

function waysOf({ room }: FailurePage, locale: Locale): string {
  const missing = getTranslator(locale, "pages.missing");
  const ways: [path: string, words: string][] = [
    ...(room === "staff" ? ([["/admin", getTranslator(locale, "admin.forbidden")("home")]] as [string, string][]) : []),
    [localizedPath(locale, "/help-now"), getTranslator(locale, "site.crisis")("helpNow")],
    [localizedPath(locale, "/"), missing("home")],
    [localizedPath(locale, "/contact"), missing("contact")],
  ];
  return `<ul class="ways">
${ways.map(([path, words]) => `<li><a href="${path}">${escaped(words)}</a></li>`).join("\n")}
</ul>`;
}

const KINDS = {
  403: "forbidden",
  405: "method",
  408: "slow",
  413: "large",
  414: "longAddress",
  429: "often",
  431: "longHeaders",
  503: "away",
} as const;

function wordsOf({ status, room }: FailurePage, locale: Locale): { title: string; lead: string } {
  if (room === "staff" && (status === 403 || status === 404)) {
    const t = getTranslator(locale, status === 403 ? "admin.forbidden" : "admin.missing");
    return { title: t("title"), lead: t("lead") };
  }
  const t = getTranslator(locale, "failures");
  const missing = getTranslator(locale, "pages.missing");
  if (status === 404 || status === 410) return { title: missing("title"), lead: missing("lead") };
  const known = status in KINDS ? KINDS[status as keyof typeof KINDS] : undefined;
  const kind = known ?? (status >= 500 ? "ours" : "badRequest");
  return { title: t(`${kind}.title`), lead: t(`${kind}.lead`) };
}
