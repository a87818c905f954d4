import type { HowToPay } from "@/lib/facts/how-to-pay";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** "Medi-Cal · Medicare · private insurance"; "private insurance · cash; no Medicare". */
export function payText(locale: Locale, pay: HowToPay): string {
  return waysText(locale, pay, " · ", whole);
}

/** The same among other facts, which a dot stands between: "Medi-Cal, Medicare, private insurance". */
export function payTextInLine(locale: Locale, pay: HowToPay): string {
  return waysText(locale, pay, ", ", (words) => words);
}

function waysText(
  locale: Locale,
  { ways, noMedicare, isKnown }: HowToPay,
  between: string,
  shaped: (words: string) => string,
): string {
  const t = getTranslator(locale, "facts.pay");
  if (!isKnown) return t("unknown");
  const words = ways.length > 0 ? ways.map((way) => shaped(t(`ways.${way}`))).join(between) : t("none");
  return noMedicare && !ways.includes("free") ? `${words}; ${shaped(t("noMedicare"))}` : words;
}

/** On one line: a way to pay is read at a glance. */
function whole(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}
