import "server-only";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import { PRESENCE_COLUMNS, presenceOf } from "@/lib/facts/presence";
import { allowsCare } from "@/lib/facts/license";
import { isOwnLicense, sheetSelect } from "@/lib/facts/select";
import type { WhoNote } from "@/lib/facts/who-can-go";
import { newestCovering, type ImportedEdition } from "@/lib/listings/covering";
import { keyFactsOf } from "@/lib/search/entry-facts";
import type { Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import type { Candidate } from "./next-listings";
import type { ChosenLicense, ChosenListing } from "./types";

export const nameSelect = {
  slug: true,
  ...TITLE_COLUMNS,
  ...PRESENCE_COLUMNS,
} as const satisfies Prisma.ListingSelect;

/**
 * Of open places only. A test checks every column that may order them (tests/integration/order-independence.test.ts).
 */
const openSelect = { slug: true, ...TITLE_COLUMNS } as const satisfies Prisma.ListingSelect;

const cardSelect = {
  ...openSelect,
  state: true,
  phoneExtension: true,
  kind: true,
  knownByLicense: true,
  latitude: true,
  longitude: true,
  positionSource: true,
  searchEntry: { select: { yes: true, unknown: true } },
} as const satisfies Prisma.ListingSelect;

/** A place to try next: its program's rank in one edition, and the columns that the choice depends on. */
export const candidateSelect = {
  entry: { select: { rank: true } },
  listing: {
    select: {
      ...cardSelect,
      searchEntry: { select: { ...cardSelect.searchEntry.select, who: true, noMediCalIn: true } },
    },
  },
} as const satisfies Prisma.RankingMemberSelect;

export const listingSelect = {
  ...cardSelect,
  ...PRESENCE_COLUMNS,
  id: true,
  factSheets: { select: sheetSelect },
  county: true,
  intakePhones: true,
  exemptionReason: true,
  licenseMatches: {
    where: isOwnLicense,
    orderBy: { license: { number: "asc" } },
    select: {
      license: {
        select: {
          number: true,
          isLicensed: true,
          isCertified: true,
          settingCode: true,
          expiresOn: true,
          offersDetox: true,
          capacity: true,
          medicalServices: true,
          targetPopulation: true,
          sourceEdition: { select: { asOf: true } },
        },
      },
    },
  },
} as const satisfies Prisma.ListingSelect;

type CardRow = Prisma.ListingGetPayload<{ select: typeof cardSelect }>;
type ListingPayload = Prisma.ListingGetPayload<{ select: typeof listingSelect }>;
type LicenseRow = ListingPayload["licenseMatches"][number]["license"];

export function toCard({ latitude, longitude, positionSource, searchEntry, knownByLicense, ...card }: CardRow) {
  const isPlaced = latitude !== null && longitude !== null;
  return {
    ...card,
    fromStateList: knownByLicense !== null,
    answers: { yes: searchEntry?.yes ?? [], unknown: searchEntry?.unknown ?? [] },
    position: isPlaced ? { latitude, longitude, approximate: positionSource === "zip_centroid" } : null,
  };
}

type CandidateRow = Prisma.RankingMemberGetPayload<{ select: typeof candidateSelect }>;

/** An open place of one edition, with what its card says. */
export function toCandidate({ entry, listing }: CandidateRow): Candidate {
  const { searchEntry } = listing;
  const { answers, ...card } = toCard(listing);
  return {
    ...card,
    answers,
    rank: entry.rank,
    presence: "open",
    facts: keyFactsOf({ ...answers, noMediCalIn: searchEntry?.noMediCalIn ?? null }),
    who: (searchEntry?.who ?? []) as WhoNote[],
  };
}

/** @param today YYYY-MM-DD in Los Angeles; a license counts until the end of its last day */
export function toListing(
  { licenseMatches, factSheets, status, closedOn, county, ...row }: ListingPayload,
  stateLists: readonly ImportedEdition[],
  today: string,
): ChosenListing {
  const { id, intakePhones, exemptionReason } = row;
  return {
    ...toCard(row),
    presence: presenceOf({ status, closedOn }),
    id,
    intakePhones,
    exemptionReason,
    closedOn: closedOn && toIsoDate(closedOn),
    sheets: factSheets.map((sheet) => ({ ...sheet, asOf: toIsoDate(sheet.asOf) })),
    stateListAsOf: newestCovering(county, stateLists)?.asOf ?? null,
    licenses: licenseMatches.map(({ license }) => toLicense(license, today)),
  };
}

function toLicense({ number, sourceEdition, ...row }: LicenseRow, today: string): ChosenLicense {
  const expiresOn = row.expiresOn && toIsoDate(row.expiresOn);
  const license = { ...row, number, expiresOn, asOf: toIsoDate(sourceEdition.asOf) };
  return { ...license, current: allowsCare(license, today) };
}
