import "server-only";
import { z } from "@/lib/shared/zod";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { CALIFORNIAN, TOLL_FREE } from "@/lib/shared/area-code";
import { fromIsoDate, toIsoDate } from "@/lib/shared/dates";
import { literalInLike } from "@/lib/shared/like";
import { explainedLicenses } from "@/lib/matches/queries";
import type { StaffSession } from "@/lib/staff/types";
import { admissionOf } from "@/lib/admissions/questions";
import { resolveFacts, type FactValue } from "@/lib/facts/facts";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import { newestDirectories } from "./queries";
import type { ListingTable, ListingValues } from "./schema";
import { isPublic, sheetSelect } from "@/lib/facts/select";
import { toSheet } from "./select";
import type { ListingForEditor, ListingRow, ListingState } from "./types";
import { pageCountOf } from "@/lib/shared/page-count";

/** Rows on one page of the table: one or two screens. */
const PAGE_SIZE = 50;

const rowSelect = {
  id: true,
  slug: true,
  status: true,
  ...TITLE_COLUMNS,
  kind: true,
  closedOn: true,
  updatedAt: true,
  _count: { select: { corrections: { where: { status: "new" } } } },
} satisfies Prisma.ListingSelect;

const checkSelect = {
  id: true,
  attribute: true,
  value: true,
  evidence: true,
  asOf: true,
  retractedAt: true,
  retractedReason: true,
} satisfies Prisma.FactCheckSelect;

const { attribute: _attribute, value: _value, ...admissionColumns } = checkSelect;
const admissionSelect = { ...admissionColumns, question: true, answer: true } satisfies Prisma.AdmissionCheckSelect;

/** Every column the editor shows. */
export const editorSelect = {
  id: true,
  version: true,
  status: true,
  siteKey: true,
  staffFields: true,
  operatorId: true,
  positionSource: true,
  updatedAt: true,
  name: true,
  unit: true,
  slug: true,
  kind: true,
  street: true,
  street2: true,
  city: true,
  state: true,
  zip: true,
  county: true,
  phone: true,
  phoneExtension: true,
  intakePhones: true,
  latitude: true,
  longitude: true,
  closedOn: true,
  closedReason: true,
  exemptionReason: true,
  exemptionUrl: true,
  outreachEmail: true,
  outreachEmailSource: true,
  outreachEmailSeenOn: true,
} satisfies Prisma.ListingSelect;

export type EditedListing = Prisma.ListingGetPayload<{ select: typeof editorSelect }>;

/** One page of the table, and how many rows the filter finds; a page past the end shows the last. */
export async function listListings(
  _staff: StaffSession,
  { q, status, kind, directory, phone, sort, order, page }: ListingTable,
): Promise<{ rows: ListingRow[]; total: number; pages: number; page: number }> {
  const where: Prisma.ListingWhereInput = {
    ...(status && { status }),
    ...(kind && { kind }),
    ...(q && { OR: matching(q) }),
    AND: [...(directory ? [await leftOut()] : []), ...(phone ? [PHONE_ELSEWHERE] : [])],
  };
  const total = await db.listing.count({ where });
  const pages = pageCountOf(total, PAGE_SIZE);
  const shown = Math.min(page, pages);
  const column = sort === "updated" ? "updatedAt" : sort;
  const rows = await db.listing.findMany({
    where,
    select: rowSelect,
    orderBy: [{ [column]: order }, { id: "asc" }],
    skip: (shown - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  const listed = rows.map(({ _count, ...row }) => ({ ...row, openReports: _count.corrections }));
  return { rows: listed, total, pages, page: shown };
}

/** A listing as its editor shows it: columns, facts, licenses and former URLs; null when there is none. */
export async function getListing(_staff: StaffSession, id: string): Promise<ListingForEditor | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db.listing.findUnique({
    where: { id },
    select: {
      ...editorSelect,
      operator: { select: { id: true, name: true } },
      factSheets: {
        select: { source: true, asOf: true, asOfPrecision: true, yes: true, no: true, unknown: true },
      },
      factChecks: {
        select: checkSelect,
        orderBy: [{ asOf: "desc" }, { checkedAt: "desc" }, { id: "desc" }],
      },
      admissionChecks: {
        select: admissionSelect,
        orderBy: [{ asOf: "desc" }, { checkedAt: "desc" }, { id: "desc" }],
      },
      licenseMatches: {
        select: {
          basis: true,
          agreement: true,
          certainty: true,
          license: { select: { number: true, facilityName: true, street: true, expiresOn: true } },
        },
        orderBy: { licenseId: "asc" },
      },
    },
  });
  if (!row) return null;
  const { factSheets, factChecks, admissionChecks, licenseMatches, ...listing } = row;
  const sheets = factSheets.map((sheet) => ({ ...sheet, asOf: toIsoDate(sheet.asOf) }));
  const sharedLicenses = await explainedLicenses(db, { id });
  const formerSlugs = await db.slugRedirect.findMany({
    where: { subject: "listing", subjectId: id },
    select: { fromSlug: true },
    orderBy: { createdAt: "desc" },
  });
  return {
    ...listing,
    values: listingValues(row),
    facts: [...resolveFacts(sheets).values()].sort((a, b) => a.attribute.localeCompare(b.attribute)),
    staffChecks: factChecks.map(({ asOf, value, ...check }) => {
      return { ...check, asOf: toIsoDate(asOf), value: value as FactValue };
    }),
    admissions: admissionChecks.map(({ question, answer, asOf, ...check }) => {
      return { ...check, said: admissionOf(`${question}.${answer}`), asOf: toIsoDate(asOf) };
    }),
    licenses: licenseMatches.map(({ license, ...match }) => ({
      ...match,
      ...license,
      expiresOn: license.expiresOn && toIsoDate(license.expiresOn),
    })),
    sharedLicenses,
    formerSlugs: formerSlugs.map(({ fromSlug }) => fromSlug),
  };
}

/** A listing's columns and facts as they are in a transaction that holds it. */
export async function getListingState(_staff: StaffSession, id: string, tx: Db): Promise<ListingState> {
  const select = { ...editorSelect, factSheets: { select: sheetSelect } };
  const row = await tx.listing.findUniqueOrThrow({ where: { id }, select });
  return { version: row.version, values: listingValues(row), facts: resolveFacts(row.factSheets.map(toSheet)) };
}

/** The ids of public listings of which somebody has to find out whether the place moved or closed. */
export async function listLeftOut(_staff: StaffSession): Promise<string[]> {
  const rows = await db.listing.findMany({ where: await leftOut(), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** What `leftOutOf` says of a listing, of all that are public and not known to be closed. */
async function leftOut(): Promise<Prisma.ListingWhereInput> {
  const editions = await newestDirectories(db);
  const left = editions.map(({ county, asOf }) => ({
    ...(county && { county }),
    factSheets: { none: { source: "samhsa" as const, asOf: { gte: fromIsoDate(asOf) } } },
  }));
  return { ...isPublic, closedOn: null, factSheets: { some: { source: "samhsa" } }, OR: left };
}

/** Its main phone has an area code of another state: it may be a call center’s, or a slip. */
const PHONE_ELSEWHERE: Prisma.ListingWhereInput = {
  phone: { not: null },
  NOT: { OR: [...CALIFORNIAN, ...TOLL_FREE].map((code) => ({ phone: { startsWith: `+1${code}` } })) },
};

/** Columns as the words of a form. */
export function listingValues(listing: EditedListing): ListingValues {
  return {
    name: listing.name,
    unit: listing.unit ?? "",
    slug: listing.slug,
    kind: listing.kind,
    street: listing.street,
    street2: listing.street2 ?? "",
    city: listing.city,
    state: listing.state,
    zip: listing.zip,
    county: listing.county ?? "",
    phone: listing.phone ?? "",
    phoneExtension: listing.phoneExtension ?? "",
    intakePhones: listing.intakePhones.join("\n"),
    latitude: listing.latitude?.toString() ?? "",
    longitude: listing.longitude?.toString() ?? "",
    closedOn: listing.closedOn ? toIsoDate(listing.closedOn) : "",
    closedReason: listing.closedReason ?? "",
    exemptionReason: listing.exemptionReason ?? "",
    exemptionUrl: listing.exemptionUrl ?? "",
    outreachEmail: listing.outreachEmail ?? "",
    outreachEmailSource: listing.outreachEmailSource ?? "",
    outreachEmailSeenOn: listing.outreachEmailSeenOn ? toIsoDate(listing.outreachEmailSeenOn) : "",
  };
}

/** The search somewhere in name, place or address; its digits also in the phone number. */
function matching(q: string): Prisma.ListingWhereInput[] {
  const text = literalInLike(q);
  const words = { contains: text, mode: "insensitive" } as const;
  const digits = q.replace(/\D/g, "");
  return [
    { name: words },
    { unit: words },
    { street: words },
    { city: words },
    { slug: words },
    { zip: { startsWith: text } },
    ...(digits.length >= 7 ? [{ phone: { contains: digits } }] : []),
  ];
}
