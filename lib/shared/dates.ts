import type { Locale } from "./i18n";
import { LANGUAGE_TAG } from "./language-tag";

/** YYYY-MM-DD of a database date column, which Prisma reads as midnight UTC. For the day of a moment, use `dayOf`. */
export function toIsoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The inverse: what a database date column takes for a day YYYY-MM-DD. */
export function fromIsoDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day (YYYY-MM-DD) it is at a moment in Los Angeles. */
export function dayOf(moment: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "America/Los_Angeles" }).format(moment);
}

/** A moment as logs and names of files have it, for people at a terminal: "2026-11-30 11:52 UTC". */
export function utcMoment(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

const MINUTE_MS = 60_000;

/** The same of a moment until which something has to be kept: rounded up to the minute, so never too early. */
export function utcUntil(moment: Date): string {
  return utcMoment(new Date(Math.ceil(moment.getTime() / MINUTE_MS) * MINUTE_MS));
}

/** The day (YYYY-MM-DD) some days after another; before it with a count below 0. */
export function daysAfter(day: string, count: number): string {
  const date = fromIsoDate(day);
  date.setUTCDate(date.getUTCDate() + count);
  return toIsoDate(date);
}

/** The day it is now in Los Angeles. */
export function today(): string {
  return dayOf(new Date());
}

/** A calendar day in words: "2026-08-21" → "August 21, 2026", "21 de agosto de 2026". */
export function formatDay(locale: Locale, isoDate: string): string {
  const format = new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { dateStyle: "long", timeZone: "UTC" });
  return format.format(fromIsoDate(isoDate));
}

/** The date of a fact, as exact as its source knows it: the day, or only the year. */
export function formatAsOf(locale: Locale, isoDate: string, precision: "day" | "year"): string {
  return precision === "year" ? isoDate.slice(0, 4) : formatDay(locale, isoDate);
}

/**
 * A moment in Los Angeles, where the people we serve live: "Nov 29, 2026, 6:46 PM PST", "29 nov 2026, 6:46 p.m. PST".
 * With its zone, because staff compare it with logs and names of files, which are in UTC.
 */
export function formatMoment(locale: Locale, moment: Date): string {
  return new Intl.DateTimeFormat(LANGUAGE_TAG[locale], {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone: "America/Los_Angeles",
  }).format(moment);
}
