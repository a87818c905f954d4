import { today } from "@/lib/shared/dates";
import { readDay } from "./day";
import { ImportFailure } from "./failure";

export const IMPORT_SOURCES = ["samhsa", "dhcs"] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** The date that an edition's facts describe, as exact as the source knows it. */
export interface EditionDate {
  /** YYYY-MM-DD; the first of January when only the year is known. */
  asOf: string;
  precision: "day" | "year";
}

/**
 * SAMHSA names an edition by its year and prints the survey of the year before; DHCS's file is the day it was
 * retrieved. `stated` (a year, or a day as `readDay` reads it) overrides both.
 * @throws ImportFailure when neither the edition nor the command says the date, or when the date is in the future
 */
export function editionDate(source: ImportSource, edition: string, stated?: string): EditionDate {
  const year = source === "samhsa" && /^\d{4}$/.test(edition) ? String(Number(edition) - 1) : undefined;
  const text = stated ?? year ?? edition;
  const isYear = /^\d{4}$/.test(text);
  const day = readDay(isYear ? `${text}-01-01` : text);
  if (!day)
    throw new ImportFailure(
      `"${text}" is no date. Say what moment the facts describe with --as-of YYYY or --as-of YYYY-MM-DD.`,
    );
  if (day > today())
    throw new ImportFailure(
      `${text} lies ahead: as the newest edition it would outdo every true one. Say what moment the facts describe with ` +
        "--as-of YYYY or --as-of YYYY-MM-DD.",
    );
  return { asOf: day, precision: isYear ? "year" : "day" };
}
