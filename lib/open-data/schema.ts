// The shapes of everything the open data answer with, but for HSDS, which has its own. The mapping returns them and the OpenAPI document is printed
// from them, so that both always agree.

import { LISTING_KINDS } from "@/lib/facts/kind";
import { GATE_REASONS } from "@/lib/rankings/gates";
import { DOUBTS } from "@/lib/facts/doubts";
import { rankingMethodSchema } from "@/lib/rankings/schema";
import { z } from "@/lib/shared/zod";
import {
  factSchema,
  indexSchema,
  licenseSchema,
  linkSchema,
  listingsSchema,
  notRankedSchema,
  openListingSchema,
  rankedSchema,
} from "./listing-shapes";
import { aboutSchema, day, number, scoreShape, share, sourceSchema, webUrl } from "./shapes";

const editionHeadSchema = z
  .strictObject({
    number: number(),
    methodVersion: number(),
    computedAt: z.iso.datetime(),
    judgedOn: day().describe("The day on which closings were judged."),
    stateListAsOf: day().nullable().describe("The day of the state's list: a license counts that was current then."),
    checksum: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe(
        "SHA-256 over the canonical JSON of the method and of everything that was read to compute the edition.",
      ),
    prior: share().describe("P of the formula: the typical rate at which unknown points count."),
    rankedCount: z.int().min(0).describe("Programs ranked when the edition was computed."),
    memberCount: z.int().min(0).describe("Places of these programs when the edition was computed."),
    excludedCount: z.int().min(0).describe("Places not ranked when the edition was computed."),
  })
  .describe("One published run of one method. Its figures never change.");

const listingSchema = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    unit: z.string().nullable().describe("Program, branch or site, where the directory names one."),
    street: z.string().describe("Empty where the directory keeps it to itself."),
    city: z.string(),
    zip: z.string().regex(/^\d{5}$/),
    kind: z.enum(LISTING_KINDS),
    url: webUrl(),
    closed: z.boolean().describe("Whether it has closed by now, as our staff found out. The edition's figures stand."),
  })
  .describe("A place, as it is published today.");

const criterionSchema = z
  .strictObject({
    key: z.string().describe("As in the method's groups, in the method's order."),
    value: z.enum(["yes", "no", "unknown"]),
    doubt: z
      .enum(DOUBTS)
      .nullable()
      .describe("Why the answer that the place gives counts as unknown: it contradicts itself, or a federal rule."),
    authority: z
      .string()
      .nullable()
      .describe(
        "Why it is unknown whether the state's list has a license: the place is authorized without one. A key of the method's other authorities, or `exemption` for what our staff recorded.",
      ),
    differs: z.boolean().describe("Unknown because the places of the program answer differently."),
    points: z.int().min(0).describe("The maximum for a yes, else 0. What is unknown is counted apart, at the prior."),
    maximum: z.int().min(1),
    source: z.enum(["staff", "dhcs", "samhsa"]).nullable().describe("Who said so; null when nobody did."),
    date: day().nullable().describe("The day the fact describes; with the precision `year`, January 1 of that year."),
    datePrecision: z.enum(["day", "year"]).nullable(),
  })
  .describe("One answer, as the edition froze it.");

const entrySchema = z
  .strictObject({
    position: number().describe(
      "Place in print. It orders ties: by coverage, then newest date, then the lower-case name at the time.",
    ),
    ...scoreShape,
    name: z.string().describe("As its first place is called."),
    unit: z.string().nullable().describe("Only when all its places have the same."),
    kind: z.enum(LISTING_KINDS),
    members: z.array(listingSchema).min(1).describe("The places of the program that are published today."),
    criteria: z.array(criterionSchema).describe("What all its places answer."),
  })
  .describe("A ranked program: one operator, one phone, one kind of care, the same people, within a mile.");

const withdrawnSchema = z
  .strictObject({ ...scoreShape, criteria: z.array(criterionSchema) })
  .describe(
    "A program the edition ranked and of which no place is published any more. It is not named; it is here so that prior and ranks can still be recomputed.",
  );

const excludedSchema = z
  .strictObject({
    listing: listingSchema,
    reason: z.enum(GATE_REASONS).describe("The first gate of the method it fails."),
    detail: z
      .string()
      .nullable()
      .describe("Codes that say so, a date (YYYY-MM-DD) or the known share in percent, as the reason needs it."),
    explanation: z.string().nullable().describe("Only with the reason `closed`: the public words of staff."),
  })
  .describe("A place the edition does not rank, with the reason.");

const areaSchema = z
  .strictObject({ slug: z.string(), name: z.string(), state: z.literal("CA") })
  .describe("The county that is ranked.");

const methodSchema = rankingMethodSchema.describe(
  "How a ranking is made, whole: gates, criteria with their points and evidence, constants.",
);

const editionSchema = z
  .strictObject({
    about: aboutSchema,
    area: areaSchema,
    edition: editionHeadSchema,
    formula: z.string().describe("How a score follows from the criteria, in words."),
    method: methodSchema,
    entries: z.array(entrySchema).describe("In printed order."),
    withdrawn: z.array(withdrawnSchema).describe("In the order of their former positions."),
    excluded: z.array(excludedSchema).describe("By name."),
  })
  .describe("An edition with everything that its scores can be recomputed from.");

const indexedEditionSchema = z
  .strictObject({ ...editionHeadSchema.shape, json: webUrl(), csv: webUrl(), methodJson: webUrl() })
  .describe("One edition and where to read it.");

const editionIndexSchema = z
  .strictObject({ about: aboutSchema, area: areaSchema, editions: z.array(indexedEditionSchema) })
  .describe("Every edition, newest first.");

const methodDocumentSchema = z
  .strictObject({
    about: aboutSchema,
    publishedAt: z.iso.datetime().nullable(),
    changelog: z.strictObject({ en: z.string(), es: z.string() }).describe("What changed, in both languages."),
    method: methodSchema,
  })
  .describe("A published method. It never changes; a new version replaces it.");

const problemSchema = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe("What is wrong and how to fix it."),
  })
  .describe("What went wrong (RFC 9457).");

/** By the names the OpenAPI document has for them. */
export const OPEN_DATA_SCHEMAS = {
  About: aboutSchema,
  Area: areaSchema,
  Criterion: criterionSchema,
  Edition: editionSchema,
  EditionHead: editionHeadSchema,
  EditionIndex: editionIndexSchema,
  Entry: entrySchema,
  Excluded: excludedSchema,
  Fact: factSchema,
  Index: indexSchema,
  IndexedEdition: indexedEditionSchema,
  License: licenseSchema,
  Link: linkSchema,
  Listing: listingSchema,
  Listings: listingsSchema,
  Method: methodSchema,
  MethodDocument: methodDocumentSchema,
  NotRanked: notRankedSchema,
  OpenListing: openListingSchema,
  Problem: problemSchema,
  Ranked: rankedSchema,
  Source: sourceSchema,
  Withdrawn: withdrawnSchema,
};

export type About = z.infer<typeof aboutSchema>;
export type EditionDocument = z.infer<typeof editionSchema>;
export type EditionIndexDocument = z.infer<typeof editionIndexSchema>;
export type MethodDocument = z.infer<typeof methodDocumentSchema>;
export type ListingDocument = z.infer<typeof openListingSchema>;
export type ListingsDocument = z.infer<typeof listingsSchema>;
export type IndexDocument = z.infer<typeof indexSchema>;
export type CriterionDocument = z.infer<typeof criterionSchema>;
