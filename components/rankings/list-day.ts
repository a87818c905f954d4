import type { EditionDays } from "@/lib/rankings/types";
import { formatDay } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";

/** The day on which an edition has licenses current: that of the state's list, or of the edition without a list. */
export function listDay(locale: Locale, { stateListAsOf, judgedOn }: EditionDays): string {
  return formatDay(locale, stateListAsOf ?? judgedOn);
}
