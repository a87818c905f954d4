// What somebody should know of a place before they go, because it is about to change or is no longer fresh.

import type { FactSheetView } from "@/lib/facts/facts";
import { allowsCare, type ClassedLicense } from "@/lib/facts/license";
import { licenseStandingOf } from "@/lib/facts/license-standing";
import { daysAfter } from "@/lib/shared/dates";

/** Long enough before the last day to ask whether the license will be renewed. */
export const LICENSE_NOTICE_DAYS = 60;
/** Calendar years after which answers are old: a directory of last year is the newest there is. */
export const OLD_AFTER_YEARS = 2;

/** In the order in which they are printed. Days are YYYY-MM-DD. */
export type Due =
  | { what: "licenseEnded"; on: string; listDay: string }
  | { what: "licenseEnds"; on: string }
  /** A visitor reported a mistake, and staff have not decided yet. */
  | { what: "reported"; on: string }
  | { what: "oldAnswers"; newest: Pick<FactSheetView, "source" | "asOf" | "asOfPrecision"> };

interface DueOf {
  licenses: readonly (ClassedLicense & { asOf: string })[];
  stateListAsOf: string | null;
  sheets: readonly FactSheetView[];
}

/**
 * @param reportedOn the day of the oldest report that waits; null when none does
 * @param day in Los Angeles
 */
export function dueOf(listing: DueOf, reportedOn: string | null, day: string): Due[] {
  return [...licenseDue(listing, day), ...reportDue(reportedOn), ...answersDue(listing.sheets, day)];
}

function licenseDue({ licenses, stateListAsOf }: DueOf, day: string): Due[] {
  const standing = licenseStandingOf(licenses, stateListAsOf, day);
  if (standing.state === "ended") {
    const [listDay = standing.on] = licenses
      .filter(({ expiresOn }) => expiresOn === standing.on)
      .map(({ asOf }) => asOf);
    return [{ what: "licenseEnded", on: standing.on, listDay }];
  }
  const last = lastDayOf(licenses, day);
  return last !== null && last <= daysAfter(day, LICENSE_NOTICE_DAYS) ? [{ what: "licenseEnds", on: last }] : [];
}

/** The last day on which some license of a place allows its care; null when it has none, or one without an end. */
export function lastDayOf(licenses: readonly ClassedLicense[], day: string): string | null {
  const ends = licenses.filter((license) => allowsCare(license, day)).map(({ expiresOn }) => expiresOn);
  const known = ends.filter((end) => end !== null);
  return known.length < ends.length ? null : (known.toSorted().at(-1) ?? null);
}

function reportDue(on: string | null): Due[] {
  return on === null ? [] : [{ what: "reported", on }];
}

/** Of a place that answered at all. The state's list is dated in the line of the license. */
function answersDue(sheets: readonly FactSheetView[], day: string): Due[] {
  const [newest] = sheets.filter(({ source }) => source !== "dhcs").toSorted((a, b) => b.asOf.localeCompare(a.asOf));
  if (!newest) return [];
  return yearOf(day) - yearOf(newest.asOf) >= OLD_AFTER_YEARS ? [{ what: "oldAnswers", newest }] : [];
}

const yearOf = (day: string) => Number(day.slice(0, 4));
