import "server-only";
import { z } from "@/lib/shared/zod";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { explainedLicenses } from "@/lib/matches/queries";
import type { StaffSession } from "@/lib/staff/types";
import { resolveFacts, type FactValue } from "@/lib/facts/facts";
import { sheetSelect, toSheet } from "@/lib/facts/select";
import { toAdmission } from "@/lib/admissions/questions";
import type { ListingValues } from "./schema";
import type { ListingForEditor, ListingState } from "./types";

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
  website: true,
  evidence: true,
  evidenceSeenOn: true,
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
      return { ...check, ...toAdmission({ question, answer, asOf }) };
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
    website: listing.website ?? "",
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
