import "server-only";
import { resolveFacts, type FactValue } from "@/lib/facts/facts";
import { FACT_GROUPS, FILTER_GROUPS, type FilterGroup, type FilterOption } from "@/lib/facts/filter-options";
import type { ListingFilters } from "./filters";
import { LEVELS, type KeyFacts, type Medication } from "@/lib/facts/key-facts";
import { presenceOf, type PresenceColumns } from "@/lib/facts/presence";
import type { Cursor } from "./search-cursor";
import type { ListingCard } from "@/lib/facts/card";
import { sheetSelect } from "@/lib/facts/select";
import { Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import type { Coordinates } from "@/lib/shared/geo";
import { optionKey, type EntrySource } from "./entry";
import type { SearchHit, TextQuery } from "./types";

/** An id that no edition has: before the first edition nothing is ranked. */
const NO_EDITION = "00000000-0000-0000-0000-000000000000";

/** What an entry is derived from. */
export function sourceSelect(newestEditionId: string | null) {
  return {
    id: true,
    slug: true,
    name: true,
    unit: true,
    city: true,
    zip: true,
    kind: true,
    latitude: true,
    longitude: true,
    positionSource: true,
    factSheets: { select: sheetSelect },
    rankingEntries: {
      where: { editionId: newestEditionId ?? NO_EDITION },
      select: { position: true, rank: true, band: true },
    },
  } satisfies Prisma.ListingSelect;
}

type SourceRow = Prisma.ListingGetPayload<{ select: ReturnType<typeof sourceSelect> }>;

export function toSource({ factSheets, rankingEntries: [standing], ...listing }: SourceRow): EntrySource {
  const sheets = factSheets.map((sheet) => ({ ...sheet, asOf: toIsoDate(sheet.asOf) }));
  return { ...listing, facts: resolveFacts(sheets), standing: standing ?? null };
}

/** A filter as a condition on `"SearchEntry" AS e`. */
export interface Condition {
  part: FilterGroup | "text";
  sql: Prisma.Sql;
}

/** The part of a typed text to look for. */
export type SoughtText = Pick<TextQuery, "document" | "option">;

/** Every filter that asks for something. */
export function conditionsOf(filters: ListingFilters, text: SoughtText, includeUnknown: boolean): Condition[] {
  const groups = FILTER_GROUPS.filter((group) => filters[group].length > 0);
  return [
    ...textConditions(text, includeUnknown),
    ...groups.map((group) => ({ part: group, sql: optionCondition(group, filters[group], includeUnknown) })),
  ];
}

function textConditions({ document, option }: SoughtText, includeUnknown: boolean): Condition[] {
  if (option) return [{ part: "text", sql: optionCondition(option.group, [option.option], includeUnknown) }];
  return document === null ? [] : [{ part: "text", sql: Prisma.sql`e."document" @@ ${document}::tsquery` }];
}

function optionCondition(group: FilterGroup, options: readonly string[], includeUnknown: boolean): Prisma.Sql {
  const keys = options.map((option) => optionKey(group, option));
  const saysYes = Prisma.sql`e."yes" && ${keys}::text[]`;
  // Every place is of some kind.
  if (!includeUnknown || group === "kind") return saysYes;
  return Prisma.sql`(${saysYes} OR e."unknown" && ${keys}::text[])`;
}

export function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], " AND ");
}

/** The order of a page, and where it begins. */
export type Ordering =
  | { sort: "rank" | "name"; near: Coordinates | null; cursor: Cursor | null }
  | { sort: "distance"; near: Coordinates; cursor: Cursor | null };

/** Straight through the earth, in meters: it gives the same order as over the ground, and the index supports it. */
export function chordFrom(near: Coordinates): Prisma.Sql {
  return Prisma.sql`(e."position" <-> ${onEarth(near)})`;
}

function onEarth({ latitude, longitude }: Coordinates): Prisma.Sql {
  return Prisma.sql`ll_to_earth(${latitude}::float8, ${longitude}::float8)`;
}

/** A place without a position comes last, and first in reverse order: as NULLs do. */
export function orderBy(ordering: Ordering): Prisma.Sql {
  const direction = ordering.cursor?.direction === "previous" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const name = Prisma.sql`e."sortName" ${direction}`;
  if (ordering.sort === "rank") return Prisma.sql`e."rankOrder" ${direction}, ${name}`;
  return ordering.sort === "distance" ? Prisma.sql`${chordFrom(ordering.near)} ${direction}, ${name}` : name;
}

/** What follows the cursor, in its direction. */
export function beyondCursor(ordering: Ordering): Prisma.Sql[] {
  const { cursor } = ordering;
  if (!cursor) return [];
  const { direction, number, name } = cursor;
  const than = direction === "previous" ? Prisma.sql`<` : Prisma.sql`>`;
  if (ordering.sort === "distance")
    return [direction === "previous" ? nearerThan(ordering.near, cursor) : fartherThan(ordering.near, cursor)];
  if (ordering.sort === "name") return [Prisma.sql`e."sortName" ${than} ${name}`];
  return [Prisma.sql`(e."rankOrder", e."sortName") ${than} (${number}::int, ${name})`];
}

function fartherThan(near: Coordinates, { number, name }: Cursor): Prisma.Sql {
  if (number === null) return Prisma.sql`e."position" IS NULL AND e."sortName" > ${name}`;
  return Prisma.sql`((${chordFrom(near)}, e."sortName") > (${number}::float8, ${name}) OR e."position" IS NULL)`;
}

function nearerThan(near: Coordinates, { number, name }: Cursor): Prisma.Sql {
  if (number === null) return Prisma.sql`(e."position" IS NOT NULL OR e."sortName" < ${name})`;
  // With this box, one meter wider, the index can skip what is farther.
  return Prisma.sql`cube_enlarge(${onEarth(near)}, ${number + 1}::float8, 3) @> e."position"
    AND (${chordFrom(near)}, e."sortName") < (${number}::float8, ${name})`;
}

/** A row of results. */
export interface HitRow extends Omit<ListingCard, "presence">, PresenceColumns {
  sortName: string;
  rankOrder: number;
  rank: number | null;
  band: number | null;
  yes: string[];
  unknown: string[];
  isPositionApproximate: boolean;
  /** Meters through the ground; null without a place to measure from, or without a position. */
  chord: number | null;
  meters: number | null;
}

const METERS_PER_MILE = 1609.344;

export function toHit(row: HitRow, filters: ListingFilters): SearchHit {
  const { slug, name, unit, street, street2, city, state, zip, phone, phoneExtension, kind, rank, band } = row;
  const presence = presenceOf(row);
  const card = { slug, name, unit, street, street2, city, state, zip, phone, phoneExtension, kind, presence };
  const unknown = new Set(row.unknown);
  return {
    ...card,
    rank,
    band,
    facts: keyFactsOf(row),
    unknown: FACT_GROUPS.flatMap((group) =>
      filters[group]
        .filter((option) => unknown.has(optionKey(group, option)))
        .map((option: FilterOption) => ({ group, option })),
    ),
    distance:
      row.meters === null ? null : { miles: row.meters / METERS_PER_MILE, isApproximate: row.isPositionApproximate },
  };
}

function keyFactsOf({ yes, unknown }: HitRow): KeyFacts {
  const valueOf = (key: string): FactValue => (yes.includes(key) ? "yes" : unknown.includes(key) ? "unknown" : "no");
  const medication = (name: Medication) => valueOf(optionKey("medication", name));
  const level = (option: FilterOption<"level">) => valueOf(optionKey("level", option)) === "yes";
  const offered = {
    hospital: level("hospital"),
    residential: level("residential"),
    intensive: level("day-treatment") || level("intensive-outpatient"),
    outpatient: level("outpatient"),
  };
  return {
    medications: {
      methadone: medication("methadone"),
      buprenorphine: medication("buprenorphine"),
      naltrexone: medication("naltrexone"),
    },
    levels: LEVELS.filter((each) => offered[each]),
    mediCal: valueOf(optionKey("payment", "medi-cal")),
    spanish: valueOf(optionKey("language", "spanish")),
  };
}
