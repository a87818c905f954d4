import type { Level } from "@/lib/facts/key-facts";
import type { ListingKind } from "@/lib/facts/kind";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What a place mainly is, and what care it has beside that: "Residential, day or intensive outpatient". */
export function careText(locale: Locale, kind: ListingKind, levels: readonly Level[]): string {
  const t = getTranslator(locale, "listings");
  const others = levels.filter((level) => level !== kind);
  return [t(`kind.${kind}`), ...others.map((level) => t(`level.${level}`))].join(", ");
}
