// Days as people write them. Whatever can be read in two ways is not read: an editor is asked to write the month as a
// word, because Aug 11 and Nov 8 are both likely.

import { daysAfter } from "./dates";

const MONTHS = [
  ["january", "enero"],
  ["february", "febrero"],
  ["march", "marzo"],
  ["april", "abril"],
  ["may", "mayo"],
  ["june", "junio"],
  ["july", "julio"],
  ["august", "agosto"],
  ["september", "septiembre", "setiembre"],
  ["october", "octubre"],
  ["november", "noviembre"],
  ["december", "diciembre"],
] as const;

/** Days from today: "yesterday", "ayer". */
const NAMED: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["hoy", 0],
  ["yesterday", -1],
  ["ayer", -1],
  ["tomorrow", 1],
  ["manana", 1],
]);

export type WrittenDay =
  /** YYYY-MM-DD. */
  | { day: string }
  /** `ambiguous`: month and day could be either way round. */
  | { problem: "unreadable" | "ambiguous" };

/**
 * Reads "2026-08-21", "8/21/2026", "Aug 21, 2026", "21 de agosto de 2026", "yesterday". A year of two digits is of this
 * century.
 * @param today YYYY-MM-DD in Los Angeles
 */
export function readDay(text: string, today: string): WrittenDay {
  const words = plain(text);
  const named = NAMED.get(words);
  if (named !== undefined) return { day: daysAfter(today, named) };
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(words) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(words);
  if (iso) return dayOf(iso[1]!, Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d\d)$/.exec(words);
  if (numbers) return ofNumbers(Number(numbers[1]), Number(numbers[2]), numbers[3]!);
  return ofWords(words);
}

function ofNumbers(one: number, other: number, year: string): WrittenDay {
  if (one <= 12 && other <= 12 && one !== other) return { problem: "ambiguous" };
  return one > 12 ? dayOf(year, other, one) : dayOf(year, one, other);
}

/** "21 de agosto de 2026", "fri aug 21st, 2026": a month, a day and a year among words that say nothing more. */
function ofWords(words: string): WrittenDay {
  const parts = words
    .split(/[\s,./-]+/)
    .filter((part) => part !== "" && !/^(de|del|of|the|el)$/.test(part) && !isWeekday(part));
  const months = parts.flatMap((part) => monthOf(part) ?? []);
  const numbers = parts
    .filter((part) => monthOf(part) === null)
    .map((part) => /^(\d{1,4})(st|nd|rd|th)?$/.exec(part)?.[1]);
  const [day, year] = numbers;
  if (months.length !== 1 || numbers.length !== 2 || !day || !year || !/^(\d{4}|\d\d)$/.test(year))
    return { problem: "unreadable" };
  return dayOf(year, months[0]!, Number(day));
}

/** By three letters or more of its name. */
function monthOf(word: string): number | null {
  if (word.length < 3) return null;
  const index = MONTHS.findIndex((names) => names.some((name) => name.startsWith(word)));
  return index < 0 ? null : index + 1;
}

const WEEKDAYS =
  "monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo".split(
    " ",
  );

function isWeekday(word: string): boolean {
  return word.length >= 3 && monthOf(word) === null && WEEKDAYS.some((name) => name.startsWith(word));
}

/** Only a day that is in the calendar. */
function dayOf(year: string, month: number, day: number): WrittenDay {
  const full = year.length === 2 ? `20${year}` : year;
  const iso = `${full}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return isReal ? { day: iso } : { problem: "unreadable" };
}

/** Small letters without accents. */
function plain(text: string): string {
  return text.trim().toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/\s+/g, " ");
}
