import type { Wanted } from "@/lib/choices/types";
import { optionLabel } from "@/lib/facts/filter-labels";
import type { Locale } from "@/lib/shared/i18n";

/** "Outpatient · methadone or buprenorphine": what was asked for, or what is inherited from the chosen places. */
export function wantedText(locale: Locale, wanted: readonly Wanted[], which: "asked" | "inherited"): string {
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  return wanted
    .filter(({ isAsked }) => isAsked === (which === "asked"))
    .map(({ group, options }) => list.format(options.map((option) => optionLabel(locale, group, option))))
    .join(" · ");
}
