import "server-only";
import { resolveFacts } from "@/lib/facts/facts";
import { keyFactsOf } from "@/lib/facts/key-facts";
import { isInForce } from "@/lib/facts/license";
import { withPresence } from "@/lib/facts/presence";
import { cardSelect, isOwnLicense, sheetSelect } from "@/lib/facts/select";
import { leftOutOf, type DirectoryEdition } from "@/lib/listings/left-out";
import type { Prisma } from "@/lib/server/db";
import { dayOf, today, toIsoDate } from "@/lib/shared/dates";
import type { Band } from "./band";
import type { FrozenListing } from "./causes";
import type { GateReason } from "./gates";
import { standingWithin, type RankTally } from "./kinds";
import type { FrozenEdition } from "./moves";
import { newestCheckOf } from "./order";
import { recordedLicense, type RecordedLicense } from "./recorded-license";
import {
  frozenRecordSchema,
  rankingMethodSchema,
  stabilityFiguresSchema,
  type FrozenRecord,
  type RankingInput,
  type StabilityFigures,
} from "./schema";
import type { RankRange } from "./stability";
import { surveyYearOf } from "./survey-years";
import type { Edition, EditionHead, ExcludedListing, RankedListing, WithdrawnEntry } from "./types";

/** Only places that are still published. Spread last in every `where` for a list of today. */
export const isPublic = { listing: { status: "published" } } as const;

/** Everything that a ranking may read of a listing; `toInput` makes the strict shape from it. */
export const inputSelect = {
  id: true,
  slug: true,
  name: true,
  unit: true,
  kind: true,
  closedOn: true,
  closedReason: true,
  exemptionReason: true,
  exemptionUrl: true,
  factSheets: { select: sheetSelect },
  licenseMatches: {
    where: isOwnLicense,
    select: {
      license: {
        select: {
          number: true,
          isLicensed: true,
          isCertified: true,
          expiresOn: true,
          sourceEdition: { select: { asOf: true, asOfPrecision: true } },
        },
      },
    },
  },
} as const satisfies Prisma.ListingSelect;

export const headSelect = {
  number: true,
  area: true,
  computedAt: true,
  inputsChecksum: true,
  prior: true,
  stability: true,
  method: { select: { version: true } },
  _count: { select: { entries: true, exclusions: true } },
} as const satisfies Prisma.RankingEditionSelect;

/** Without the listing. */
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
const recordedSelect = { licenseMatches: inputSelect.licenseMatches } as const satisfies Prisma.ListingSelect;

export const standingSelect = {
  ...entrySelect,
  listing: { select: recordedSelect },
} as const satisfies Prisma.RankingEntrySelect;
const listedEntrySelect = { ...entrySelect, listing: { select: { ...cardSelect, ...recordedSelect } } };
const listedExclusionSelect = { ...exclusionSelect, listing: { select: cardSelect } };

/** @param where which listings: the public ones, or all, for the page that shows the edition as it was */
export function editionSelect(where: typeof isPublic | Record<string, never>) {
  return {
    ...headSelect,
    entries: { where, orderBy: { position: "asc" }, select: listedEntrySelect },
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
  return {
    number: true,
    prior: true,
    method: { select: { version: true, definition: true } },
    entries: { where, select: { listingId: true, rank: true, score: true, criteria: true, listing } },
    exclusions: { where, select: { listingId: true, reason: true, detail: true, criteria: true, listing } },
  } as const satisfies Prisma.RankingEditionSelect;
}

/** Everything an edition froze, also of listings that are gone: to compute it again, never to show it. */
export const frozenSelect = {
  inputsChecksum: true,
  prior: true,
  stability: true,
  method: { select: { version: true, definition: true } },
  entries: { orderBy: { position: "asc" }, select: entrySelect },
  exclusions: { select: exclusionSelect },
} as const satisfies Prisma.RankingEditionSelect;

type InputRow = Prisma.ListingGetPayload<{ select: typeof inputSelect }>;
type LicenseRow = InputRow["licenseMatches"][number]["license"];
type HeadRow = Prisma.RankingEditionGetPayload<{ select: typeof headSelect }>;
type EditionRow = Prisma.RankingEditionGetPayload<{ select: ReturnType<typeof editionSelect> }>;
type MovesRow = Prisma.RankingEditionGetPayload<{ select: ReturnType<typeof movesSelect> }>;
type EntryRow = Prisma.RankingEntryGetPayload<{ select: typeof listedEntrySelect }>;
type WithdrawnRow = Prisma.RankingEntryGetPayload<{ select: typeof withdrawnSelect }>;
type ExclusionRow = Prisma.RankingExclusionGetPayload<{ select: typeof listedExclusionSelect }>;

/**
 * The inputs of one listing as of one day.
 * @param judgedOn YYYY-MM-DD: a license counts until the end of its last day, a closing from its first
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
    closed: closedOn && closedOn <= judgedOn ? { on: closedOn, reason: row.closedReason } : null,
    exemption: row.exemptionReason ? { reason: row.exemptionReason, url: row.exemptionUrl } : null,
    licenses: row.licenseMatches.map(({ license }) => toLicense(license, judgedOn)),
    ...(directory && { leftOutOf: { asOf: directory.asOf, asOfPrecision: directory.asOfPrecision } }),
    sheets,
  };
}

function toLicense(row: LicenseRow, judgedOn: string): RankingInput["licenses"][number] {
  const expiresOn = row.expiresOn && toIsoDate(row.expiresOn);
  const current = isInForce({ ...row, expiresOn }, judgedOn);
  const { asOf, asOfPrecision } = row.sourceEdition;
  return { number: row.number, expiresOn, current, asOf: toIsoDate(asOf), asOfPrecision };
}

export function toFrozen(criteria: Prisma.JsonValue): FrozenRecord {
  return frozenRecordSchema.parse(criteria);
}

export function toHead(row: HeadRow, judgedOn: string): EditionHead {
  const { number, area, computedAt, inputsChecksum, prior, stability, method, _count } = row;
  return {
    number,
    methodVersion: method.version,
    area,
    computedAt,
    judgedOn,
    inputsChecksum,
    prior,
    stability: toStability(stability),
    rankedCount: _count.entries,
    excludedCount: _count.exclusions,
  };
}

/** @param tallies of all that the edition ranks, so that an archived listing does not move the others */
export function toEdition({ entries, exclusions, ...head }: EditionRow, tallies: readonly RankTally[]): Edition {
  const day = today();
  return {
    ...toHead(head, judgedOnOf(entries[0] ?? exclusions[0], head.computedAt)),
    entries: entries.map((row) => toRanked(row, tallies, day)),
    exclusions: exclusions.map(toExcluded),
  };
}

/** Every record has this day; an edition without records has the day on which it was computed. */
export function judgedOnOf(record: { criteria: Prisma.JsonValue } | undefined, computedAt: Date): string {
  return record ? toFrozen(record.criteria).judgedOn : dayOf(computedAt);
}

export function toFrozenEdition({ prior, method, entries, exclusions }: MovesRow): FrozenEdition {
  const ranked = entries.map(({ listingId, rank, score, criteria }): FrozenListing => {
    return { ...toFrozen(criteria), id: listingId, result: { isRanked: true, rank, score } };
  });
  const others = exclusions.map(({ listingId, reason, detail, criteria }): FrozenListing => {
    return { ...toFrozen(criteria), id: listingId, result: { isRanked: false, reason: reason as GateReason, detail } };
  });
  return { method: rankingMethodSchema.parse(method.definition), prior, places: [...ranked, ...others] };
}

/** Null for an edition from before the stability test. */
export function toStability(stored: Prisma.JsonValue): StabilityFigures | null {
  return stabilityFiguresSchema.nullable().parse(stored);
}

/** Null for an entry from before the stability test. */
export function toRankRange(
  row: Pick<EntryRow, "rankBest" | "rankUsualBest" | "rankUsualWorst" | "rankWorst">,
): RankRange | null {
  const { rankBest: best, rankUsualBest: usualBest, rankUsualWorst: usualWorst, rankWorst: worst } = row;
  // The database has all four or none.
  return best && usualBest && usualWorst && worst ? { best, usualBest, usualWorst, worst } : null;
}

/** @param day YYYY-MM-DD on which the recorded licenses are judged */
export function toRecordedLicense(
  { input }: FrozenRecord,
  { licenseMatches }: Pick<InputRow, "licenseMatches">,
  day: string,
): RecordedLicense | null {
  return recordedLicense(
    input.licenses,
    licenseMatches.map(({ license }) => toLicense(license, day)),
    day,
  );
}

function toRanked(row: EntryRow, tallies: readonly RankTally[], day: string): RankedListing {
  const { listing, position, rank, band, score, low, high, coverage, kind } = row;
  const { licenseMatches, ...card } = listing;
  const frozen = toFrozen(row.criteria);
  return {
    listing: { ...withPresence(card), kind },
    position,
    rank,
    band: band as Band,
    within: standingWithin(kind, rank, tallies),
    ranks: toRankRange(row),
    score,
    low,
    high,
    coverage,
    newestCheck: newestCheckOf(frozen.criteria),
    surveyYear: surveyYearOf(frozen.input.sheets),
    facts: keyFactsOf(resolveFacts(frozen.input.sheets)),
    license: toRecordedLicense(frozen, { licenseMatches }, day),
    criteria: frozen.criteria,
  };
}

export function toWithdrawn({ criteria, band, ...row }: WithdrawnRow): WithdrawnEntry {
  return { ...row, band: band as Band, criteria: toFrozen(criteria).criteria };
}

function toExcluded({ criteria: record, reason, detail, listing }: ExclusionRow): ExcludedListing {
  const { input, criteria } = toFrozen(record);
  return {
    listing: { ...withPresence(listing), kind: input.kind },
    reason: reason as GateReason,
    detail,
    closedReason: input.closed?.reason ?? null,
    criteria,
  };
}
