// What the search keeps of a listing. Only this file derives it, from facts that the one rule has resolved.

import { factOf, type Fact } from "@/lib/facts/facts";
import { codesOf } from "@/lib/facts/filter-labels";
import { FACT_GROUPS, optionsOf, type FilterGroup } from "@/lib/facts/filter-options";
import { MEDI_CAL, surveyNoIn } from "@/lib/facts/how-to-pay";
import { answerOf, LONG_TERM, LONG_TERM_CODES, type LongTerm } from "@/lib/facts/key-facts";
import { treatsOpioids } from "@/lib/facts/treats-opioids";
import { PEOPLE, whoCanGo, type WhoCanGo, type WhoNote } from "@/lib/facts/who-can-go";
import type { Listing } from "@/prisma/generated/client";
import { FINDABLE_SERVICES } from "./service-words";
import { numberWords } from "./printed-numbers";
import { plainWords, serviceWord } from "./words";

/** The position of a listing that the newest edition does not rank: after all others. */
export const UNRANKED = 2_147_483_647;

/** What an entry needs of a license of the listing. */
export interface EntryLicense {
  /** As its page prints it. */
  number: string;
  targetPopulation: string | null;
}

export type EntrySource = Pick<
  Listing,
  | "id"
  | "slug"
  | "name"
  | "unit"
  | "street"
  | "city"
  | "zip"
  | "phone"
  | "intakePhones"
  | "kind"
  | "latitude"
  | "longitude"
  | "positionSource"
> & {
  licenses: EntryLicense[];
  facts: ReadonlyMap<string, Fact>;
  /** In the newest edition; null when it does not rank the listing. */
  standing: { position: number; rank: number; band: number } | null;
};

/** A row of SearchEntry, the position as its coordinates. */
export interface Entry {
  listingId: string;
  sortName: string;
  rankOrder: number;
  rank: number | null;
  band: number | null;
  yes: string[];
  unknown: string[];
  /** Whom it leaves out, as sentences to print. */
  who: WhoNote[];
  /** The year in which it told the survey that it takes no Medi-Cal. */
  noMediCalIn: number | null;
  treatsOpioids: boolean;
  words: string[];
  latitude: number | null;
  longitude: number | null;
  isPositionApproximate: boolean;
}

export function entryOf(source: EntrySource): Entry {
  const { id, slug, name, unit, city, zip, facts, licenses, standing, latitude, longitude, positionSource } = source;
  const services = [...facts.values()].filter(
    ({ value, attribute }) => value === "yes" && FINDABLE_SERVICES.has(attribute),
  );
  const who = whoCanGo(
    facts,
    licenses.map(({ targetPopulation }) => targetPopulation),
  );
  const words = [
    ...plainWords([name, unit ?? "", city, zip].join(" ")),
    ...numberWords({ ...source, licenseNumbers: licenses.map(({ number }) => number) }),
    ...services.map(({ attribute }) => serviceWord(attribute)),
  ];
  return {
    listingId: id,
    sortName: `${plainWords(name).join(" ")} ${slug}`,
    rankOrder: standing?.position ?? UNRANKED,
    rank: standing?.rank ?? null,
    band: standing?.band ?? null,
    yes: [optionKey("kind", source.kind), ...optionsAnswered(facts, who, "yes")].sort(),
    unknown: optionsAnswered(facts, who, "unknown").sort(),
    who: who.notes,
    noMediCalIn: surveyNoIn(factOf(facts, MEDI_CAL)),
    treatsOpioids: treatsOpioids(facts),
    words: [...new Set(words)].sort(),
    latitude,
    longitude,
    isPositionApproximate: positionSource === "zip_centroid",
  };
}

/** An option in `yes` and `unknown`: "payment:medi-cal". */
export function optionKey(group: FilterGroup, option: string): string {
  return `${group}:${option}`;
}

/** What a place gives for a long time, in the same lists: "long-term:methadone". Nobody filters by it. */
export function longTermKey(medication: LongTerm): string {
  return `long-term:${medication}`;
}

function optionsAnswered(facts: ReadonlyMap<string, Fact>, who: WhoCanGo, answer: "yes" | "unknown"): string[] {
  const people = PEOPLE.filter((each) => who.answers[each] === answer).map((each) => optionKey("people", each));
  const services = FACT_GROUPS.flatMap((group) =>
    optionsOf(group)
      .filter((option) => answerOf(facts, codesOf(group, option)) === answer)
      .map((option) => optionKey(group, option)),
  );
  const longTerm = LONG_TERM.filter((each) => answerOf(facts, LONG_TERM_CODES[each]) === answer).map(longTermKey);
  return [...people, ...services, ...longTerm];
}
