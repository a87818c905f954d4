import { toIsoDate } from "@/lib/shared/dates";

const HOUR = String.raw`(?:[01]?\d|2[0-4])`;
/** The time of day that databases and spreadsheets print behind a date: "T00:00:00Z", " 12:00:00 AM". */
const TIME = String.raw`(?:[T ]\s*${HOUR}:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?\s*(?:[AP]M)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${TIME}$`, "i");
const MONTH_FIRST = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})${TIME}$`, "i");
const MONTH_IN_WORDS = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i;
const DAY_BEFORE_WORD = /^(\d{1,2})[- ]([a-z]{3,9})\.?[- ](\d{4})$/i;
/** Days of the years 1954 to 2119, so that a Californian ZIP in the wrong column is no day. */
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;
const MONTHS = "january february march april may june july august september october november december".split(" ");
/** Day 0 of a spreadsheet's calendar, for every day since March 1900. */
const SERIAL_START = Date.UTC(1899, 11, 30);
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The calendar day a cell names, as the publishers' files, databases and spreadsheets write it: "2027-12-31",
 * "2027-12-31T00:00:00Z", "12/31/2027" (the month first, because the sources are from the United States), "Dec 31,
 * 2027", "46752" (a spreadsheet's serial number). A text that could be two days is none: a year of two digits, the day
 * before the month.
 * @returns YYYY-MM-DD; null for a blank, and for a text that names no day of the years 1900 to 2199
 */
export function readDay(text: string): string | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return dayOf(monthFirst[3], monthFirst[1], monthFirst[2]);
  const inWords = MONTH_IN_WORDS.exec(text);
  if (inWords) return dayOf(inWords[3], monthNamed(inWords[1]), inWords[2]);
  const dayBefore = DAY_BEFORE_WORD.exec(text);
  if (dayBefore) return dayOf(dayBefore[3], monthNamed(dayBefore[2]), dayBefore[1]);
  return SERIAL.test(text) ? isoDay(new Date(SERIAL_START + Math.floor(Number(text)) * DAY_MS)) : null;
}

/** "Jan", "Sept" and "January" name a month; "Janu" would too, which does no harm. 0 for other words. */
function monthNamed(word = ""): string {
  return String(MONTHS.findIndex((month) => month.startsWith(word.toLowerCase())) + 1);
}

function dayOf(year = "", month = "", day = ""): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // February 30 would become March 2, and the year 20 the year 1920.
  const isReal = date.getUTCFullYear() === Number(year) && date.getUTCMonth() + 1 === Number(month);
  return isReal && date.getUTCDate() === Number(day) ? isoDay(date) : null;
}

function isoDay(date: Date): string | null {
  const year = date.getUTCFullYear();
  return year >= 1900 && year <= 2199 ? toIsoDate(date) : null;
}
