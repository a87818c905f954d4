import type { Wanted } from "@/lib/choices/types";
import { optionLabel } from "@/lib/facts/filter-labels";
import type { FilterOption } from "@/lib/facts/filter-options";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/**
 * "Outpatient · gives at least one of methadone and buprenorphine": what was asked for, or what is inherited from the
 * chosen places.
 */
export function wantedText(locale: Locale, wanted: readonly Wanted[], which: "asked" | "inherited"): string {
  return wanted
    .filter(({ isAsked }) => isAsked === (which === "asked"))
    .map((each) => optionsText(locale, each))
    .join(" · ");
}

const KEPT_ON = { "on-methadone": "methadone", "on-buprenorphine": "buprenorphine" } as const;
const isKeptOn = (option: string): option is keyof typeof KEPT_ON => Object.hasOwn(KEPT_ON, option);

/** One of several options will do: of medications that is said, because somebody may need both. */
function optionsText(locale: Locale, { group, options }: Wanted): string {
  const t = getTranslator(locale, "callSheet.next");
  const listed = (names: readonly string[], type: "conjunction" | "disjunction") =>
    new Intl.ListFormat(locale, { type }).format(names);
  const medications = (names: readonly FilterOption[]) =>
    names.map((name) => optionLabel(locale, "medication", name).toLocaleLowerCase(locale));
  if (group === "medication" && options.length > 1)
    return t("givesOneOf", { options: listed(medications(options), "conjunction") });
  if (group === "keeping" && options.length > 1 && options.every(isKeptOn)) {
    const names = options.map((option) => KEPT_ON[option]);
    return t("keepsOneOf", { options: listed(medications(names), "disjunction") });
  }
  return listed(
    options.map((option) => optionLabel(locale, group, option)),
    "disjunction",
  );
}
