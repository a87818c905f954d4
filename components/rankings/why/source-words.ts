import { doubtText, sourceText } from "@/components/listings/source-line";
import type { CriterionResult } from "@/lib/rankings/schema";
import type { Standing } from "@/lib/rankings/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface Row extends CriterionResult {
  /** It asks for a license of the state's list. */
  ofLicense: boolean;
}

/** Where an answer is from, why it counts as not known, and what has ended since. */
export function sourceWords(locale: Locale, standing: Standing, row: Row): string {
  const t = getTranslator(locale, "rankings.why");
  if (row.differs) return t("differs");
  if (row.authority) {
    const { otherAuthorities } = standing.method.gates.authorized;
    const name = otherAuthorities.find(({ key }) => key === row.authority)?.name[locale];
    return name ? `${sourceText(locale, row)}: ${t("authority", { name })}` : t("exemption");
  }
  const source = sourceText(locale, row);
  if (row.doubt) return `${source}: ${doubtText(locale, row.doubt)}`;
  const license = standing.status === "ranked" && row.ofLicense && row.source === "dhcs" ? standing.license : null;
  return license?.state === "lapsed"
    ? `${source}. ${t("licenseEnded", { date: formatDay(locale, license.on) })}`
    : source;
}
