// Where the county's cities, neighborhoods and parts are, and what people call them. gazetteer.json says of each by what
// its position is known, and names the sources with their licenses.

import { milesBetween, type Coordinates } from "@/lib/shared/geo";
import type { Locale } from "@/lib/shared/locales";
import gazetteer from "./gazetteer.json";
import { plainWords } from "./words";
import { middleOfZip } from "./zip-middle";

/** Where distances begin. */
export interface Start {
  /** As it is printed: "Boyle Heights", or a ZIP code. */
  name: string;
  position: Coordinates;
  /** Miles from there to the farthest of the ZIP codes or parts that it is made of; 0 for a point. */
  reach: number;
}

/** A place that a phrase names. */
export interface NamedArea {
  start: Start;
  /** What else is called so, by name. */
  others: readonly string[];
}

/** A row of gazetteer.json. It has one of `at`, `zips` and `parts`. */
interface Row {
  name: string;
  /** What it is called in Spanish, where that differs. */
  es?: string;
  /** Decimal degrees: latitude, longitude. */
  at?: number[];
  zips?: string;
  parts?: string;
  also?: string;
  /** Names that mean other places too, which `or` lists. */
  vague?: string;
  or?: string;
}

const ROWS: readonly Row[] = gazetteer.places;

/** What is divided by commas. */
function listed(text = ""): string[] {
  return text.split(",").flatMap((each) => each.trim() || []);
}

const plainName = (name: string) => plainWords(name).join(" ");

const BY_NAME = new Map<string, Start>();
for (const row of ROWS) if (!row.parts) BY_NAME.set(row.name, startOf(row));
for (const row of ROWS) if (row.parts) BY_NAME.set(row.name, startOf(row));

function startOf({ name, at, zips, parts }: Row): Start {
  if (at) return { name, position: { latitude: at[0]!, longitude: at[1]! }, reach: 0 };
  const members = parts
    ? listed(parts).map((part) => BY_NAME.get(part)!.position)
    : zips!.split(" ").map((zip) => middleOfZip(zip)!);
  const position = middleOf(members);
  return { name, position, reach: Math.max(...members.map((member) => milesBetween(position, member))) };
}

function middleOf(positions: readonly Coordinates[]): Coordinates {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    latitude: mean(positions.map(({ latitude }) => latitude)),
    longitude: mean(positions.map(({ longitude }) => longitude)),
  };
}

const BY_PHRASE: ReadonlyMap<string, NamedArea> = new Map(
  ROWS.flatMap((row) => {
    const start = BY_NAME.get(row.name)!;
    const clear = [row.name, ...listed(row.es), ...listed(row.also)].map((name): [string, NamedArea] => [
      plainName(name),
      { start, others: [] },
    ]);
    const vague = listed(row.vague).map((name): [string, NamedArea] => [
      plainName(name),
      { start, others: listed(row.or) },
    ]);
    return [...clear, ...vague];
  }),
);

/** Every name, in plain words. */
export const AREA_NAMES: readonly string[] = [...BY_PHRASE.keys()];

/** Shorter ones may be other words. */
const MIN_JOINED = 7;
/** "N Hollywood", "W. Covina". */
const DIRECTIONS: Readonly<Record<string, string>> = { n: "north", s: "south", e: "east", w: "west" };

/** Names of several words written as one: "vannuys". */
const BY_JOINED: ReadonlyMap<string, NamedArea> = new Map(
  [...BY_PHRASE].flatMap(([phrase, named]) => {
    const joined = phrase.replaceAll(" ", "");
    return joined !== phrase && joined.length >= MIN_JOINED ? [[joined, named] as const] : [];
  }),
);

/** The city, neighborhood or part of the county of this name, in plain words; null for one that we do not know. */
export function areaCalled(phrase: string): NamedArea | null {
  const whole = phrase.replace(/^[nsew](?= )/, (letter) => DIRECTIONS[letter] ?? letter);
  return BY_PHRASE.get(phrase) ?? BY_PHRASE.get(whole) ?? BY_JOINED.get(phrase) ?? null;
}

const POINTS: readonly Start[] = ROWS.filter(({ parts }) => !parts).map(({ name }) => BY_NAME.get(name)!);

/** The name of the city or neighborhood whose middle is nearest. */
export function nearestArea(position: Coordinates): string {
  const miles = POINTS.map((point) => milesBetween(position, point.position));
  return POINTS[miles.indexOf(Math.min(...miles))]!.name;
}

const SPANISH_NAMES: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(({ name, es }) => (es ? [[name, es] as const] : [])),
);

/** A place's name as it is printed in a language: "San Fernando Valley", "Valle de San Fernando". */
export function nameIn(locale: Locale, name: string): string {
  return (locale === "es" ? SPANISH_NAMES.get(name) : undefined) ?? name;
}

const COUNTY_NAMES: ReadonlySet<string> = new Set(listed(gazetteer.county.also).map(plainName));

/** Parts of the county to choose from, by name. */
export const COUNTY_PARTS: readonly string[] = listed(gazetteer.county.parts);

/** Whether a phrase, in plain words, names all that the directory covers: it leaves no place out. */
export function isWholeCounty(phrase: string): boolean {
  return COUNTY_NAMES.has(phrase);
}
