import type { ExcludedListing } from "@/lib/rankings/types";
import { formatAsOf, formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { attributeLabel } from "@/lib/facts/attribute-labels";

/** The detail of a reason, such as "expired May 31, 2026"; null when the reason says everything. */
export function exclusionDetail(
  locale: Locale,
  { reason, detail, closedReason }: Pick<ExcludedListing, "reason" | "detail" | "closedReason">,
): string | null {
  const t = getTranslator(locale, "rankings.excluded.reasons");
  if (!detail) return closedReason;
  if (reason === "license_expired") return t("license_expired.detail", { date: formatDay(locale, detail) });
  if (reason === "not_in_newest_directory")
    return t("not_in_newest_directory.detail", { date: detailDate(locale, detail) });
  if (reason === "not_enough_known") return t("not_enough_known.detail", { share: Number(detail) / 100 });
  if (reason === "does_not_treat_opioid_use_disorder")
    return detail
      .split(" ")
      .map((code) => attributeLabel(locale, code))
      .join("; ");
  return [t("closed.detail", { date: formatDay(locale, detail) }), closedReason].filter(Boolean).join(": ");
}

/** The day of a reason's detail, or the year where its source knows no more. */
export function detailDate(locale: Locale, detail: string): string {
  return formatAsOf(locale, detail, detail.length === 4 ? "year" : "day");
}
