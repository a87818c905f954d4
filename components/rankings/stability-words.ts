import type { StabilityFigures } from "@/lib/rankings/schema";
import { meanKept } from "@/lib/rankings/stability";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** "7.3 of the top 10 and 21.8 of the top 25": how many stay on average; empty when the list is too short for a top. */
export function staysText(locale: Locale, { tops }: StabilityFigures): string {
  const t = getTranslator(locale, "rankings.stability");
  const parts = tops.map((top) => t("stay", { kept: meanKept(top), size: top.size }));
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(parts);
}
