// A listing or a license is derived from what the raw rows say of it, and from nothing else. An import adds rows,
// taking it back removes them, and a later import of an edition replaces an earlier one.

import type { FederalSite, SiteColumns } from "@/lib/sources/federal";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import type { PublicationStatus } from "@/prisma/generated/enums";
import type { StandingEdition, Statement } from "./types";

type Editions = readonly StandingEdition[];

/**
 * Whether a later import of the same edition replaces it; that import would name the place or license if it were right.
 */
export function isReplaced(edition: StandingEdition, county: string | null, editions: Editions): boolean {
  return editions.some(
    (later) =>
      later.source === edition.source &&
      later.edition === edition.edition &&
      later.number > edition.number &&
      (later.county === "" || later.county === county),
  );
}

/** Whether a later import of the same edition has rows of the same places. */
export function isOvertaken(edition: StandingEdition, editions: Editions): boolean {
  return editions.some((later) => isReplaced(edition, edition.county || later.county, [later]));
}

/** What still counts, by newest date, then latest import, then first line; the first of these states the columns. */
export function standing<Said>(
  statements: readonly Statement<Said>[],
  countyOf: (said: Said) => string | null,
  editions: Editions,
): Statement<Said>[] {
  return statements
    .filter(({ edition, said }) => !isReplaced(edition, countyOf(said), editions))
    .sort(
      (a, b) => b.edition.asOf.localeCompare(a.edition.asOf) || b.edition.number - a.edition.number || a.line - b.line,
    );
}

export const countyOfSite = ({ columns }: FederalSite) => columns.county;

/** A fact sheet as the statements have it. */
export interface StatedSheet {
  asOf: string;
  precision: StandingEdition["precision"];
  sourceEditionId: string;
  yes: string[];
  no: string[];
  unrecognised: string[];
}

export interface StatedSite {
  siteKey: string;
  columns: SiteColumns;
  status: PublicationStatus;
  /** One a date. */
  sheets: StatedSheet[];
  newestAsOf: string;
}

/**
 * A listing as its rows state it; null when none of them counts any more. It is published when an edition that was the
 * newest at its import named it, in the county we serve. A place that only older lists name is a draft, and so is one
 * of which nothing is known.
 */
export function statedSite(statements: readonly Statement<FederalSite>[], editions: Editions): StatedSite | null {
  const counting = standing(statements, countyOfSite, editions);
  const [newest] = counting;
  if (!newest) return null;
  const sheets = new Map<string, StatedSheet>();
  for (const { edition, said } of counting)
    if (!sheets.has(edition.asOf)) {
      const { asOf, precision, id } = edition;
      sheets.set(asOf, { asOf, precision, sourceEditionId: id, ...said.answers });
    }
  // An import that a later one of its edition replaced was the newest at its time nevertheless.
  const wasNews = statements.some(({ edition }) => isNews(edition, editions));
  const isServed = counting.some(({ said }) => countyOfSite(said) === SERVED_COUNTY);
  // When nothing is known of a place, staff look at it first.
  const isKnown = counting.some(({ said }) => said.answers.yes.length > 0);
  return {
    siteKey: newest.said.key,
    columns: newest.said.columns,
    status: wasNews && isServed && isKnown ? "published" : "draft",
    sheets: [...sheets.values()],
    newestAsOf: newest.edition.asOf,
  };
}

/** Whether no newer edition was imported before it. */
function isNews({ source, first, asOf }: StandingEdition, editions: Editions): boolean {
  return !editions.some((other) => other.source === source && other.asOf > asOf && other.first < first);
}
