import { z } from "@/lib/shared/zod";
import { FACT_VALUES } from "@/lib/facts/facts";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { parsePhone } from "@/lib/shared/phone";
import { optionalField, pastDay, usState, webUrl } from "@/lib/staff/field-rules";
import type { AdminError } from "@/lib/staff/types";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { isWithin, isZipOf } from "@/lib/facts/served-area";

export const PUBLICATION_STATUSES = ["draft", "published", "archived"] as const;

/** The longest value in the federal file is under 120; twice that stops a pasted page, and no real value. */
const MAX_LINE_LENGTH = 240;
const MAX_NOTE_LENGTH = 2000;
/** The longest email that mail servers must accept (RFC 5321). */
const MAX_EMAIL_LENGTH = 254;

const say = (error: AdminError) => error;

const required = (error: AdminError) => z.string().trim().min(1, say(error)).max(MAX_LINE_LENGTH, say("tooLong"));
const optionalUpTo = (max: number) =>
  z
    .string()
    .trim()
    .max(max, say("tooLong"))
    .transform((text) => text || null);
const optional = optionalUpTo(MAX_LINE_LENGTH);
const note = optionalUpTo(MAX_NOTE_LENGTH);

/** A number without its extension, which has its own field; null when nobody can dial it. */
function dialable(text: string): string | null {
  const parsed = parsePhone(text);
  return parsed && parsed.extension === null ? parsed.number : null;
}

const phone = optional.transform((text, context) => {
  if (text === null) return null;
  const number = dialable(text);
  if (number === null) context.addIssue({ code: "custom", message: say("phoneFormat") });
  return number;
});

const phoneLines = z.string().transform((text, context) => {
  const lines = text.split("\n").map((line) => line.trim());
  const numbers = lines.filter(Boolean).map(dialable);
  if (numbers.includes(null)) context.addIssue({ code: "custom", message: say("phoneLines") });
  return numbers.filter((number) => number !== null);
});

const degrees = (limit: number, error: AdminError) =>
  optional.transform((text, context) => {
    if (text === null) return null;
    const value = Number(text);
    if (!Number.isFinite(value) || Math.abs(value) > limit) context.addIssue({ code: "custom", message: say(error) });
    return value;
  });

const day = optionalField(pastDay);
const website = z.string().default("").pipe(optional).pipe(webUrl.nullable());

export const slugField = z
  .string()
  .trim()
  .max(MAX_LINE_LENGTH, say("tooLong"))
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, say("slugFormat"));

/** Which row, and the version of it that the editor saw. */
const target = { id: z.uuid(), version: z.coerce.number().int().positive() };

/** What every listing says, also one that staff enter by hand. */
const said = {
  name: required("listingNameMissing"),
  unit: optional,
  kind: z.enum(LISTING_KINDS, say("kindMissing")),
  /** Empty for a place whose directory withholds it. */
  street: z.string().trim().max(MAX_LINE_LENGTH, say("tooLong")),
  street2: optional,
  city: required("cityMissing"),
  state: usState,
  zip: z
    .string()
    .trim()
    .regex(/^\d{5}$/, say("zipFormat")),
  phone,
  phoneExtension: optional.pipe(
    z
      .string()
      .regex(/^\d{1,8}$/, say("extensionFormat"))
      .nullable(),
  ),
};

export const listingSchema = z
  .object({
    ...target,
    ...said,
    slug: slugField,
    county: optional,
    intakePhones: phoneLines,
    website,
    latitude: degrees(90, "latitudeFormat"),
    longitude: degrees(180, "longitudeFormat"),
    closedOn: day,
    closedReason: note,
    exemptionReason: note,
    exemptionUrl: optional.pipe(webUrl.nullable()),
    outreachEmail: optional.pipe(z.email(say("emailFormat")).max(MAX_EMAIL_LENGTH, say("tooLong")).nullable()),
    outreachEmailSource: note,
    outreachEmailSeenOn: day,
  })
  .superRefine((listing, context) => {
    const wants = (path: string, error: AdminError) =>
      context.addIssue({ code: "custom", path: [path], message: say(error) });
    if (listing.latitude === null && listing.longitude !== null) wants("latitude", "positionHalf");
    if (listing.longitude === null && listing.latitude !== null) wants("longitude", "positionHalf");
    const { state, county, latitude, longitude } = listing;
    if (isZipElsewhere(listing)) wants("zip", "zipOfState");
    if (
      usState.safeParse(state).success &&
      latitude !== null &&
      longitude !== null &&
      !isWithin({ latitude, longitude }, state, county)
    )
      wants("latitude", "positionElsewhere");
    if (listing.phoneExtension && !listing.phone) wants("phone", "phoneMissing");
    if (listing.closedOn && !listing.closedReason) wants("closedReason", "closedReasonMissing");
    if (listing.closedReason && !listing.closedOn) wants("closedOn", "closedOnMissing");
    if (listing.exemptionReason && !listing.exemptionUrl) wants("exemptionUrl", "exemptionUrlMissing");
    if (listing.exemptionUrl && !listing.exemptionReason) wants("exemptionReason", "exemptionReasonMissing");
    const { outreachEmail, outreachEmailSource, outreachEmailSeenOn } = listing;
    if (!outreachEmail && (outreachEmailSource || outreachEmailSeenOn)) wants("outreachEmail", "outreachEmailMissing");
    if (outreachEmail && !outreachEmailSource) wants("outreachEmailSource", "outreachEmailSourceMissing");
    if (outreachEmail && !outreachEmailSeenOn) wants("outreachEmailSeenOn", "outreachEmailSeenOnMissing");
  });

/** A wrong state or ZIP code has its own error already. */
function isZipElsewhere({ state, zip }: { state: string; zip: string }): boolean {
  return usState.safeParse(state).success && /^\d{5}$/.test(zip) && !isZipOf(zip, state);
}

/** A listing that staff enter by hand, and how they know of the place. */
export const newListingSchema = z
  .object({
    ...said,
    website,
    evidence: z.string().trim().min(1, say("evidenceMissing")).max(MAX_NOTE_LENGTH, say("tooLong")),
    evidenceSeenOn: pastDay,
    /** Ids of those that it resembles, which whoever enters it saw and says are other places. */
    others: z.string().max(MAX_NOTE_LENGTH).default(""),
    isOther: z.literal("on").optional(),
  })
  .superRefine((listing, context) => {
    const wants = (path: string, message: AdminError) => context.addIssue({ code: "custom", path: [path], message });
    if (isZipElsewhere(listing)) wants("zip", "zipOfState");
    if (listing.phoneExtension && !listing.phone) wants("phone", "phoneMissing");
  });

export type NewListingInput = z.infer<typeof newListingSchema>;
export type NewListingField = keyof NewListingInput;

export type ListingInput = z.infer<typeof listingSchema>;
export type ListingField = Exclude<keyof ListingInput, "id" | "version">;
/** A listing as its form shows it. */
export type ListingValues = Record<ListingField, string>;

export const LISTING_FIELDS = Object.keys(listingSchema.shape).filter(
  (field): field is ListingField => field !== "id" && field !== "version",
);

/** What the pressed button does after the fields are saved; a plain save, and any other value, does nothing more. */
export const listingStep = z.enum(["publish", "draft", "archive"]).nullable().catch(null);
export type ListingStep = z.infer<typeof listingStep>;

/** A staff check of one attribute: what is true, how we know, and the day somebody saw it. */
export const factCheckSchema = z.object({
  id: z.uuid(),
  attribute: z.string().refine((code) => ATTRIBUTES.has(code), say("attributeMissing")),
  value: z.enum(FACT_VALUES, say("factValueMissing")),
  evidence: z.string().trim().min(1, say("evidenceMissing")).max(MAX_NOTE_LENGTH, say("tooLong")),
  asOf: pastDay,
});

/** Why a license that shares something with a listing is not the listing's, and how we know. */
export const licenseNoteSchema = z.object({
  id: z.uuid(),
  licenseNumber: z.string().regex(/^[0-9A-Z]{4,20}$/),
  note: z.string().trim().min(1, say("licenseNoteMissing")).max(MAX_NOTE_LENGTH, say("tooLong")),
  evidence: z.string().trim().min(1, say("evidenceMissing")).max(MAX_NOTE_LENGTH, say("tooLong")),
});

/** A check that was wrong, and why. */
export const retractionSchema = z.object({
  id: z.uuid(),
  checkId: z.uuid(),
  reason: z.string().trim().min(1, say("retractionReasonMissing")).max(MAX_NOTE_LENGTH, say("tooLong")),
});

export type LicenseNoteInput = z.infer<typeof licenseNoteSchema>;
export type RetractionInput = z.infer<typeof retractionSchema>;
export type FactCheckInput = z.infer<typeof factCheckSchema>;
export type FactAnswer = Pick<FactCheckInput, "attribute" | "value">;
/** Several facts that staff found out at once; `foundBy` is whoever was told, when that is not who writes. */
export type FactChecksInput = Pick<FactCheckInput, "id" | "evidence" | "asOf"> & {
  answers: readonly FactAnswer[];
  foundBy?: string;
};
