import "server-only";
import { resolveFacts } from "@/lib/listings/facts";
import { keyFactsOf } from "@/lib/listings/key-facts";
import type { Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import type { Band } from "./band";
import type { GateReason } from "./gates";
import { newestCheckOf } from "./order";
import { frozenRecordSchema, type FrozenRecord, type RankingInput } from "./schema";
import { surveyYearOf } from "./survey-years";
import type { EditionHead, ExcludedListing, RankedListing } from "./types";

/** What the public may see of an edition: only places that are still published. Spread last in every public `where`. */
export const isPublic = { listing: { status: "published" } } as const;

/** All that a ranking may read of a listing; `toInput` turns it into the strict shape that orders. */
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
  factSheets: { select: { source: true, asOf: true, asOfPrecision: true, yes: true, no: true, unknown: true } },
  licenseMatches: {
    where: { doubtful: false },
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

const cardSelect = {
  slug: true,
  name: true,
  unit: true,
  street: true,
  street2: true,
  city: true,
  state: true,
  zip: true,
  phone: true,
  phoneExtension: true,
  kind: true,
} as const satisfies Prisma.ListingSelect;

export const headSelect = {
  number: true,
  area: true,
  computedAt: true,
  inputsChecksum: true,
  prior: true,
  method: { select: { version: true } },
  _count: { select: { entries: true, exclusions: true } },
} as const satisfies Prisma.RankingEditionSelect;

export const entrySelect = {
  position: true,
  rank: true,
  band: true,
  score: true,
  low: true,
  high: true,
  coverage: true,
  criteria: true,
} as const satisfies Prisma.RankingEntrySelect;

export const exclusionSelect = {
  reason: true,
  detail: true,
  criteria: true,
} as const satisfies Prisma.RankingExclusionSelect;

export const listedEntrySelect = { ...entrySelect, listing: { select: cardSelect } };
export const listedExclusionSelect = { ...exclusionSelect, listing: { select: cardSelect } };

type InputRow = Prisma.ListingGetPayload<{ select: typeof inputSelect }>;
type LicenseRow = InputRow["licenseMatches"][number]["license"];
type HeadRow = Prisma.RankingEditionGetPayload<{ select: typeof headSelect }>;
type EntryRow = Prisma.RankingEntryGetPayload<{ select: typeof listedEntrySelect }>;
type ExclusionRow = Prisma.RankingExclusionGetPayload<{ select: typeof listedExclusionSelect }>;

/**
 * The inputs of one listing as of one day.
 * @param judgedOn YYYY-MM-DD: a license counts until the end of its last day, a closing from its first
 */
export function toInput(row: InputRow, judgedOn: string): RankingInput {
  const closedOn = row.closedOn && toIsoDate(row.closedOn);
  return {
    slug: row.slug,
    name: row.name,
    unit: row.unit,
    kind: row.kind,
    closed: closedOn && closedOn <= judgedOn ? { on: closedOn, reason: row.closedReason } : null,
    exemption: row.exemptionReason ? { reason: row.exemptionReason, url: row.exemptionUrl } : null,
    licenses: row.licenseMatches.map(({ license }) => toLicense(license, judgedOn)),
    sheets: row.factSheets.map((sheet) => ({ ...sheet, asOf: toIsoDate(sheet.asOf) })),
  };
}

function toLicense(row: LicenseRow, judgedOn: string): RankingInput["licenses"][number] {
  const expiresOn = row.expiresOn && toIsoDate(row.expiresOn);
  const current = (row.isLicensed || row.isCertified) && (expiresOn === null || expiresOn >= judgedOn);
  const { asOf, asOfPrecision } = row.sourceEdition;
  return { number: row.number, expiresOn, current, asOf: toIsoDate(asOf), asOfPrecision };
}

export function toFrozen(criteria: Prisma.JsonValue): FrozenRecord {
  return frozenRecordSchema.parse(criteria);
}

export function toHead(row: HeadRow, judgedOn: string): EditionHead {
  const { number, area, computedAt, inputsChecksum, prior, method, _count } = row;
  return {
    number,
    methodVersion: method.version,
    area,
    computedAt,
    judgedOn,
    inputsChecksum,
    prior,
    rankedCount: _count.entries,
    excludedCount: _count.exclusions,
  };
}

export function toRanked({ criteria, band, ...row }: EntryRow): RankedListing {
  const frozen = toFrozen(criteria);
  return {
    ...row,
    band: band as Band,
    newestCheck: newestCheckOf(frozen.criteria),
    surveyYear: surveyYearOf(frozen.input.sheets),
    facts: keyFactsOf(resolveFacts(frozen.input.sheets)),
  };
}

export function toExcluded({ criteria, reason, ...row }: ExclusionRow): ExcludedListing {
  return { ...row, reason: reason as GateReason, closedReason: toFrozen(criteria).input.closed?.reason ?? null };
}
