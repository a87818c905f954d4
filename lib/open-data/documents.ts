// Maps what is published to the open numbers: pure functions, in one stable order.

import type { PublishedMethod } from "@/lib/methods/types";
import { compareText } from "@/lib/rankings/order";
import type { CriterionResult } from "@/lib/rankings/schema";
import { roundScore, type Score } from "@/lib/rankings/score";
import type { Edition, EditionHead, ExcludedListing, RankedProgram, WithdrawnEntry } from "@/lib/rankings/types";
import { aboutFor } from "./about";
import { OPEN_AREA, OPEN_PATHS } from "./open-area";
import { formulaText } from "./formula";
import type { CriterionDocument, EditionDocument, EditionIndexDocument, MethodDocument } from "./schema";

/** An edition with its method, and with the programs it ranked of which no listing is published any more. */
export interface OpenEdition {
  edition: Edition;
  method: PublishedMethod;
  withdrawn: WithdrawnEntry[];
}

/** @param site the site's URL without a trailing slash */
export function editionDocument(site: string, { edition, method, withdrawn }: OpenEdition): EditionDocument {
  const { definition } = method;
  return {
    about: aboutFor(site, stateListDay([...edition.entries, ...edition.exclusions, ...withdrawn])),
    area: OPEN_AREA,
    edition: headOf(edition),
    formula: formulaText(definition),
    method: definition,
    entries: edition.entries.map((entry) => entryOf(site, entry)),
    withdrawn: withdrawn.map((entry) => ({ ...scoreOf(entry), criteria: entry.criteria.map(criterionOf) })),
    excluded: [...edition.exclusions].sort(byName).map((place) => excludedOf(site, place)),
  };
}

/** @param editions newest first */
export function editionIndexDocument(site: string, editions: readonly EditionHead[]): EditionIndexDocument {
  return {
    about: aboutFor(site, null),
    area: OPEN_AREA,
    editions: editions.map((edition) => ({
      ...headOf(edition),
      json: `${site}${OPEN_PATHS.edition(edition.number)}`,
      csv: `${site}${OPEN_PATHS.edition(edition.number)}?format=csv`,
      methodJson: `${site}${OPEN_PATHS.method(edition.methodVersion)}`,
    })),
  };
}

export function methodDocument(site: string, { definition, changelog, publishedAt }: PublishedMethod): MethodDocument {
  return {
    about: aboutFor(site, null),
    publishedAt: publishedAt?.toISOString() ?? null,
    changelog,
    method: definition,
  };
}

/** The same on every machine, unlike a database's own order of names. */
function byName({ listing: a }: ExcludedListing, { listing: b }: ExcludedListing): number {
  return compareText(a.name, b.name) || compareText(a.slug, b.slug);
}

function headOf(edition: EditionHead): EditionDocument["edition"] {
  const { number, methodVersion, computedAt, judgedOn, stateListAsOf, prior, rankedCount, memberCount, excludedCount } =
    edition;
  return {
    number,
    methodVersion,
    computedAt: computedAt.toISOString(),
    judgedOn,
    stateListAsOf,
    checksum: edition.inputsChecksum,
    prior,
    rankedCount,
    memberCount,
    excludedCount,
  };
}

function entryOf(site: string, entry: RankedProgram): EditionDocument["entries"][number] {
  const { name, unit, kind } = entry.listing;
  return {
    position: entry.position,
    ...scoreOf(entry),
    name,
    unit,
    kind,
    members: entry.members.map(({ listing }) => listingOf(site, listing)),
    criteria: entry.criteria.map(criterionOf),
  };
}

function scoreOf({ rank, band, score, low, high, coverage }: Score & Pick<RankedProgram, "rank" | "band">) {
  return { rank, band, score, rounded: roundScore(score), low, high, coverage };
}

function excludedOf(site: string, place: ExcludedListing): EditionDocument["excluded"][number] {
  const { listing, reason, detail, closedReason } = place;
  return { listing: listingOf(site, listing), reason, detail, explanation: closedReason };
}

function listingOf(site: string, listing: RankedProgram["listing"]): EditionDocument["excluded"][number]["listing"] {
  const { slug, name, unit, street, city, zip, kind, presence } = listing;
  const closed = presence === "closed";
  return { slug, name, unit, street, city, zip, kind, url: `${site}/listings/${slug}`, closed };
}

function criterionOf({ asOf, asOfPrecision, ...result }: CriterionResult): CriterionDocument {
  const { differs, doubt = null, authority = null, ...answer } = result;
  return { ...answer, doubt, authority, differs: differs === true, date: asOf, datePrecision: asOfPrecision };
}

/** The day of the state's list that was read: every answer from the list has this date. */
function stateListDay(places: readonly { criteria: readonly CriterionResult[] }[]): string | null {
  const days = places.flatMap(({ criteria }) =>
    criteria.flatMap(({ source, asOf }) => (source === "dhcs" ? asOf : [])),
  );
  return days.reduce<string | null>((newest, day) => (day && day > (newest ?? "") ? day : newest), null);
}
