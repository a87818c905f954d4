import type { HowToPay } from "@/lib/facts/how-to-pay";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** "Medi-Cal · Medicare · private insurance"; "private insurance · cash; no Medicare". */
export function payText(locale: Locale, { ways, noMedicare, isKnown }: HowToPay): string {
  const t = getTranslator(locale, "facts.pay");
  if (!isKnown) return t("unknown");
  const words = ways.length > 0 ? ways.map((way) => whole(t(`ways.${way}`))).join(" · ") : t("none");
  return noMedicare && !ways.includes("free") ? `${words}; ${whole(t("noMedicare"))}` : words;
}

/** On one line: a way to pay is read at a glance. */
function whole(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}
