// Maps the published places to their open records: pure functions, in one stable order.

import { ATTRIBUTES } from "@/lib/facts/attributes";
import { factOf } from "@/lib/facts/facts";
import { roundScore } from "@/lib/rankings/score";
import { aboutFor } from "./about";
import { OPEN_PATHS } from "./open-area";
import { pageHead, type PageRequest } from "./pages";
import type { ListingDocument, ListingsDocument } from "./schema";
import type { OpenFact, OpenListing, OpenRecords } from "./types";

/** @param site the site's URL without a trailing slash */
export function listingsDocument(site: string, records: OpenRecords, request: PageRequest): ListingsDocument {
  const { edition, listings } = records;
  const { first, total, pages } = pageHead(listings.length, request);
  const { page, size } = request;
  const next = page < pages ? `${site}${OPEN_PATHS.listings}?page=${page + 1}&perPage=${size}` : null;
  return {
    about: aboutFor(site, stateListDay(records)),
    edition: edition?.number ?? null,
    total,
    page,
    pages,
    next,
    listings: listings.slice(first, first + size).map((listing) => listingDocument(site, listing)),
  };
}

export function listingDocument(site: string, listing: OpenListing): ListingDocument {
  const { slug, name, unit, street, street2, isConfidential, city, state, zip, county, kind, phones } = listing;
  const { position, closed, operator, licenses, fromStateList } = listing;
  return {
    slug,
    url: `${site}/listings/${slug}`,
    name,
    unit,
    operator: operator && { slug: operator.slug, name: operator.name },
    kind,
    fromStateList,
    street,
    street2,
    isConfidential,
    city,
    state,
    zip,
    county,
    phones,
    position: position && { ...position, isApproximate: position.source === "zip_centroid" },
    closed,
    ranking: rankingOf(listing),
    licenses,
    facts: [...ATTRIBUTES.keys()].map((code) => answerOf(listing, code)),
  };
}

/** The newest of the state's lists that a license is from; all of one county are from the same list. */
export function stateListDay({ listings }: OpenRecords): string | null {
  const days = listings.flatMap(({ licenses }) => licenses.map(({ listedOn }) => listedOn));
  return days.reduce<string | null>((newest, day) => (day > (newest ?? "") ? day : newest), null);
}

function rankingOf({ ranking }: OpenListing): ListingDocument["ranking"] {
  if (!ranking) return null;
  if (ranking.status === "not_ranked") {
    const { status, reason, detail, closedReason } = ranking;
    return { status, reason, detail, explanation: closedReason };
  }
  const { listing, position, rank, band, score, low, high, coverage, members } = ranking.program;
  return {
    status: "ranked",
    name: listing.name,
    position,
    rank,
    band,
    score,
    rounded: roundScore(score),
    low,
    high,
    coverage,
    members: members.map((member) => member.listing.slug),
  };
}

function answerOf({ facts }: OpenListing, code: string): ListingDocument["facts"][number] {
  const { value, source, asOf, asOfPrecision, doubt, ...fact } = factOf(facts, code);
  const { edition = null } = fact as Partial<OpenFact>;
  return { code, value, source, edition, date: asOf, datePrecision: asOfPrecision, doubt: doubt ?? null };
}
