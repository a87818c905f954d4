import "server-only";
import { resolveFacts } from "@/lib/facts/facts";
import { keyFactsOf } from "@/lib/facts/key-facts";
import { commonWho, type WhoNote } from "@/lib/facts/who-can-go";
import { toCard } from "@/lib/facts/card";
import { cardSelect, sheetSelect } from "@/lib/facts/select";
import { leftOutOf, type DirectoryEdition } from "@/lib/listings/left-out";
import type { Prisma } from "@/lib/server/db";
import { today, toIsoDate } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";
import type { Band } from "./band";
import { daysOf, toFrozen, toProgramCriteria, toRankRange, toStability } from "./frozen";
import type { GateReason } from "./gates";
import { standingWithin, type RankTally } from "./kinds";
import { licenseMatches, toClaimsResidential, toLicense, toRecordedLicense } from "./licenses";
import { newestCheckOf } from "./order";
import { commonFacts, programName } from "./program-card";
import { rankingMethodSchema, type RankingInput, type RankingMethod } from "./schema";
import { surveyYearOf } from "./survey-years";
import type { Edition, EditionDays, EditionHead, ExcludedListing, RankedProgram, WithdrawnEntry } from "./types";

/** Only places that are still published. Spread last in every `where` for a list of today. */
export const isPublic = { listing: { status: "published" } } as const;

/** Only programs with an address that is still published. */
export const hasPublic = { members: { some: isPublic } } as const;

/** Everything that a ranking may read of a listing; `toInput` makes the strict shape from it. */
export const inputSelect = {
  id: true,
  slug: true,
  name: true,
  unit: true,
  kind: true,
  operator: { select: { slug: true } },
  phone: true,
  latitude: true,
  longitude: true,
  closedOn: true,
  closedReason: true,
  exemptionReason: true,
  exemptionUrl: true,
  factSheets: { select: sheetSelect },
  licenseMatches,
} as const satisfies Prisma.ListingSelect;

export const headSelect = {
  number: true,
  area: true,
  computedAt: true,
  inputsChecksum: true,
  prior: true,
  stability: true,
  aloneReason: true,
  aloneReasonLocale: true,
  method: { select: { version: true } },
  _count: { select: { entries: true, members: true, exclusions: true } },
} as const satisfies Prisma.RankingEditionSelect;

/** Without its addresses. */
export const withdrawnSelect = {
  rank: true,
  band: true,
  score: true,
  low: true,
  high: true,
  coverage: true,
  criteria: true,
} as const satisfies Prisma.RankingEntrySelect;

export const entrySelect = {
  ...withdrawnSelect,
  position: true,
  kind: true,
  rankBest: true,
  rankUsualBest: true,
  rankUsualWorst: true,
  rankWorst: true,
} as const satisfies Prisma.RankingEntrySelect;

export const exclusionSelect = {
  reason: true,
  detail: true,
  criteria: true,
} as const satisfies Prisma.RankingExclusionSelect;

/** What is recorded now; the edition has what it judged. */
const recordedSelect = { licenseMatches } as const satisfies Prisma.ListingSelect;

/** Who can go, as the listing has it now: the state's list is no input of the ranking. */
const whoSelect = { searchEntry: { select: { who: true } } } as const satisfies Prisma.ListingSelect;

const byPlace = { place: "asc" } as const;

export const standingSelect = {
  criteria: true,
  listing: { select: recordedSelect },
  entry: {
    select: {
      ...entrySelect,
      members: { where: isPublic, orderBy: byPlace, select: { listing: { select: cardSelect } } },
    },
  },
} as const satisfies Prisma.RankingMemberSelect;
const listedMemberSelect = {
  criteria: true,
  listing: { select: { ...cardSelect, ...recordedSelect, ...whoSelect } },
} as const;
const listedExclusionSelect = { ...exclusionSelect, listing: { select: cardSelect } };

/** @param where which listings: the public ones, or all, for the page that shows the edition as it was */
export function editionSelect(where: typeof isPublic | Record<string, never>) {
  return {
    ...headSelect,
    method: { select: { version: true, definition: true } },
    entries: {
      where: { members: { some: where } },
      orderBy: { position: "asc" },
      select: { ...entrySelect, members: { where, orderBy: byPlace, select: listedMemberSelect } },
    },
    exclusions: {
      where,
      orderBy: [{ listing: { name: "asc" } }, { listing: { slug: "asc" } }],
      select: listedExclusionSelect,
    },
  } satisfies Prisma.RankingEditionSelect;
}

/** One edition's side of a comparison: of all its published places, or of one. */
export function movesSelect(listingId?: string) {
  const where = { ...(listingId ? { listingId } : {}), ...isPublic };
  const listing = { select: cardSelect } as const;
  const members = { orderBy: byPlace, select: { listingId: true, criteria: true, listing } } as const;
  return {
    number: true,
    prior: true,
    method: { select: { version: true, definition: true } },
    entries: { where: { members: { some: where } }, select: { rank: true, score: true, criteria: true, members } },
    exclusions: { where, select: { listingId: true, reason: true, detail: true, criteria: true, listing } },
  } as const satisfies Prisma.RankingEditionSelect;
}

/** The published side of a comparison for staff: of every listing that it froze. */
export const comparedSelect = {
  number: true,
  prior: true,
  inputsChecksum: true,
  method: { select: { version: true, definition: true } },
  entries: {
    orderBy: { position: "asc" },
    select: {
      rank: true,
      score: true,
      band: true,
      kind: true,
      criteria: true,
      members: { orderBy: byPlace, select: { listingId: true, criteria: true } },
    },
  },
  exclusions: { select: { listingId: true, ...exclusionSelect } },
} as const satisfies Prisma.RankingEditionSelect;

/** Everything an edition froze, also of listings that are gone: to compute it again, never to show it. */
export const frozenSelect = {
  inputsChecksum: true,
  prior: true,
  stability: true,
  method: { select: { version: true, definition: true } },
  entries: {
    orderBy: { position: "asc" },
    select: { ...entrySelect, members: { orderBy: byPlace, select: { criteria: true } } },
  },
  exclusions: { select: exclusionSelect },
} as const satisfies Prisma.RankingEditionSelect;

type InputRow = Prisma.ListingGetPayload<{ select: typeof inputSelect }>;
type HeadRow = Prisma.RankingEditionGetPayload<{ select: typeof headSelect }>;
type EditionRow = Prisma.RankingEditionGetPayload<{ select: ReturnType<typeof editionSelect> }>;
type EntryRow = EditionRow["entries"][number];
type WithdrawnRow = Prisma.RankingEntryGetPayload<{ select: typeof withdrawnSelect }>;
type ExclusionRow = Prisma.RankingExclusionGetPayload<{ select: typeof listedExclusionSelect }>;

/**
 * The inputs of one listing as of one day.
 * @param judgedOn YYYY-MM-DD: a closing counts from its first day; a license, when the list that states it has it current
 * @param directories the newest editions of the federal directory
 */
export function toInput(
  row: InputRow,
  area: string,
  judgedOn: string,
  directories: readonly DirectoryEdition[],
): RankingInput {
  const sheets = row.factSheets.map((sheet) => ({ ...sheet, asOf: toIsoDate(sheet.asOf) }));
  const directory = leftOutOf(area, sheets, directories);
  const closedOn = row.closedOn && toIsoDate(row.closedOn);
  return {
    slug: row.slug,
    name: row.name,
    unit: row.unit,
    kind: row.kind,
    operator: row.operator?.slug ?? null,
    phone: row.phone,
    position:
      row.latitude !== null && row.longitude !== null ? { latitude: row.latitude, longitude: row.longitude } : null,
    closed: closedOn && closedOn <= judgedOn ? { on: closedOn, reason: row.closedReason } : null,
    exemption: row.exemptionReason ? { reason: row.exemptionReason, url: row.exemptionUrl } : null,
    licenses: row.licenseMatches.map(({ license }) => toLicense(license)),
    leftOutOf: directory && { asOf: directory.asOf, asOfPrecision: directory.asOfPrecision },
    sheets,
  };
}

export function toHead(row: HeadRow, days: EditionDays): EditionHead {
  const { number, area, computedAt, inputsChecksum, prior, stability, aloneReason, method, _count } = row;
  return {
    number,
    methodVersion: method.version,
    area,
    computedAt,
    ...days,
    inputsChecksum,
    prior,
    stability: toStability(stability),
    alone: aloneReason === null ? null : { reason: aloneReason, locale: row.aloneReasonLocale as Locale },
    rankedCount: _count.entries,
    memberCount: _count.members,
    excludedCount: _count.exclusions,
  };
}

/** @param tallies of all that the edition ranks, so that an archived listing does not move the others */
export function toEdition({ entries, exclusions, ...head }: EditionRow, tallies: readonly RankTally[]): Edition {
  const day = today();
  const method = rankingMethodSchema.parse(head.method.definition);
  return {
    ...toHead(head, daysOf(entries[0]?.members[0] ?? exclusions[0], head.computedAt)),
    entries: entries.map((row) => toRanked(row, method, tallies, day)),
    exclusions: exclusions.map(toExcluded),
  };
}

function toRanked(row: EntryRow, method: RankingMethod, tallies: readonly RankTally[], day: string): RankedProgram {
  const { position, rank, band, score, low, high, coverage, kind } = row;
  const criteria = toProgramCriteria(row.criteria);
  const records = row.members.map((member) => toFrozen(member.criteria));
  const members = row.members.map(({ listing: { licenseMatches, searchEntry: _entry, ...card } }, index) => ({
    listing: { ...toCard(card), kind },
    license: toRecordedLicense(method, records[index]!, { licenseMatches }, day),
    claimsResidential: toClaimsResidential(method, records[index]!),
  }));
  return {
    ...programName(members.map(({ listing }) => listing)),
    members,
    position,
    rank,
    band: band as Band,
    within: standingWithin(kind, rank, tallies),
    ranks: toRankRange(row),
    score,
    low,
    high,
    coverage,
    newestCheck: newestCheckOf(criteria),
    surveyYear: surveyYearOf(records.flatMap(({ input }) => input.sheets)),
    facts: commonFacts(records.map(({ input }) => keyFactsOf(resolveFacts(input.sheets)))),
    who: commonWho(row.members.map(({ listing }) => (listing.searchEntry?.who ?? []) as WhoNote[])),
    criteria,
  };
}

export function toWithdrawn({ criteria, band, ...row }: WithdrawnRow): WithdrawnEntry {
  return { ...row, band: band as Band, criteria: toProgramCriteria(criteria) };
}

function toExcluded({ criteria: record, reason, detail, listing }: ExclusionRow): ExcludedListing {
  const { input, criteria } = toFrozen(record);
  return {
    listing: { ...toCard(listing), kind: input.kind },
    reason: reason as GateReason,
    detail,
    closedReason: input.closed?.reason ?? null,
    criteria,
  };
}
