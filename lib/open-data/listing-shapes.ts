// The shapes of the open records of places, and of the index of all there is.

import { DOUBTS } from "@/lib/facts/doubts";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { GATE_REASONS } from "@/lib/rankings/gates";
import { z } from "@/lib/shared/zod";
import { aboutSchema, day, number, scoreShape, webUrl } from "./shapes";

export const rankedSchema = z
  .strictObject({
    status: z.literal("ranked"),
    name: z.string().describe("As the program is called."),
    position: number(),
    ...scoreShape,
    members: z.array(z.string()).min(1).describe("The slugs of the program's published places, this one among them."),
  })
  .describe("The ranked program that a place is part of.");

export const notRankedSchema = z
  .strictObject({
    status: z.literal("not_ranked"),
    reason: z.enum(GATE_REASONS).describe("The first gate of the method it fails."),
    detail: z.string().nullable(),
    explanation: z.string().nullable().describe("Only with the reason `closed`: the public words of staff."),
  })
  .describe("Why a place is not ranked.");

export const licenseSchema = z
  .strictObject({
    number: z.string(),
    issuedTo: z.string(),
    isLicensed: z.boolean(),
    isCertified: z.boolean(),
    offersDetox: z.boolean(),
    settingCode: z
      .string()
      .describe(
        "The class, as the state writes it: RES is residential and NON outpatient; DSS and DPH are residential, and licensed by another department.",
      ),
    beds: number().nullable().describe("How many beds it allows; null for outpatient care, or where none are given."),
    population: z.string().nullable().describe("Who may come, as the state writes it, such as CO-ED."),
    medicalServices: z
      .boolean()
      .nullable()
      .describe("Whether medical services are approved on site; null where the list does not say."),
    lastDay: day().nullable().describe("Null when the state gives none."),
    listedOn: day().describe("The day of the state's list that was read."),
    current: z.boolean().describe("In force on the day of the list."),
    basis: z
      .enum(["own_address", "additional_location", "operator_and_zip"])
      .describe("What of the place the license names; `operator_and_zip` is of confidential sites."),
    agreement: z.array(z.enum(["name", "legal_entity", "phone"])).describe("What says that one operator has both."),
    certainty: z.enum(["certain", "probable"]),
  })
  .describe("A state license or certification, and how it was found to be the place's.");

export const factSchema = z
  .strictObject({
    code: z.string().describe("A service code of SAMHSA's National Directory, such as BU."),
    value: z.enum(["yes", "no", "unknown"]),
    source: z.enum(["staff", "dhcs", "samhsa"]).nullable().describe("Who said so; null when nobody did."),
    edition: z.string().nullable().describe("Of the source's file; null for answers of our staff."),
    date: day().nullable().describe("The day the answer describes; with the precision `year`, January 1 of that year."),
    datePrecision: z.enum(["day", "year"]).nullable(),
    doubt: z.enum(DOUBTS).nullable().describe("Why an answer that was given counts as unknown."),
  })
  .describe("One answer about a place.");

export const openListingSchema = z
  .strictObject({
    slug: z.string(),
    url: webUrl(),
    name: z.string(),
    unit: z.string().nullable().describe("Program, branch or site, where the directory names one."),
    operator: z
      .strictObject({ slug: z.string(), name: z.string() })
      .nullable()
      .describe("Who runs it; null while nobody has said."),
    kind: z.enum(LISTING_KINDS),
    fromStateList: z
      .boolean()
      .describe("We know it from the state's list of licenses, and did not find it in the federal survey."),
    street: z.string().describe("Empty where the directory keeps it to itself."),
    street2: z.string().nullable(),
    isConfidential: z.boolean().describe("The directory keeps the street to itself."),
    city: z.string(),
    state: z.string().regex(/^[A-Z]{2}$/),
    zip: z.string().regex(/^\d{5}$/),
    county: z.string().nullable(),
    phones: z.array(
      z.strictObject({
        number: z.string().regex(/^\+1\d{10}$/),
        extension: z.string().nullable(),
        use: z.enum(["main", "intake"]).describe("`intake`: further numbers, those for intake among them."),
      }),
    ),
    position: z
      .strictObject({
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
        source: z
          .enum(["dhcs", "zip_centroid", "staff"])
          .describe("`dhcs`: of a license at this address. `zip_centroid`: the middle of the ZIP code."),
        isApproximate: z.boolean().describe("It is the middle of the ZIP code, not the door."),
      })
      .nullable(),
    closed: z
      .strictObject({ on: day(), reason: z.string().nullable() })
      .nullable()
      .describe("It has closed, as our staff found out, in their words."),
    ranking: z
      .union([rankedSchema, notRankedSchema])
      .nullable()
      .describe("In the edition named above; null when that edition does not know the place."),
    licenses: z.array(licenseSchema).describe("State licenses and certifications that are the place's own."),
    facts: z.array(factSchema).describe("An answer to each code of the code book, in the book's order."),
  })
  .describe("A published place with everything we know of it.");

export const listingsSchema = z
  .strictObject({
    about: aboutSchema,
    edition: number().nullable().describe("The newest edition, which ranks them; null before the first."),
    total: z.int().min(0).describe("Places on all pages."),
    page: z.int().min(1),
    pages: z.int().min(1),
    next: webUrl().nullable().describe("The page after this one; null on the last."),
    listings: z.array(openListingSchema).describe("By slug."),
  })
  .describe("A page of the published places.");

export const linkSchema = z
  .strictObject({
    name: z.string(),
    url: webUrl(),
    formats: z.array(z.enum(["json", "csv", "zip"])).describe("CSV: the same URL with `?format=csv`."),
    description: z.string(),
  })
  .describe("Where to read one part of the open data.");

export const indexSchema = z.strictObject({ about: aboutSchema, links: z.array(linkSchema) }).describe("All there is.");
