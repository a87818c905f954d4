import fc from "fast-check";
import { expect, test } from "vitest";
import type { FactSheetView } from "@/lib/facts/facts";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { LOCALES } from "@/lib/shared/i18n";
import { listingDescription, MAX_DESCRIPTION_LENGTH } from "./listing-description";

const sheet: FactSheetView = {
  source: "samhsa",
  asOf: "2023-01-01",
  asOfPrecision: "year",
  yes: ["MM", "BU", "MD"],
  no: [],
  unknown: [],
};
const place = {
  name: "Sunrise House",
  unit: null,
  street: "1 Elm Street",
  street2: null,
  city: "Malibu",
  zip: "90265",
  phone: "+12135550123",
  presence: "open",
  kind: "outpatient",
} as const;

test("a place is described by its own facts, in the language of the page", () => {
  const described = { ...place, sheets: [sheet] };
  expect(listingDescription("en", described)).toBe(
    "Sunrise House, 1 Elm Street, Malibu. Outpatient. Methadone, buprenorphine. Medi-Cal. 213-555-0123. Each answer with its source and date.",
  );
  expect(listingDescription("es", described)).toContain("Metadona, buprenorfina. Medi-Cal.");
});

test("what nobody answered is left out", () => {
  expect(listingDescription("en", { ...place, phone: null, sheets: [] })).toBe(
    "Sunrise House, 1 Elm Street, Malibu. Outpatient. Each answer with its source and date.",
  );
});

test("however long its names are, it is no longer than what is shown, and begins with them", () => {
  const text = fc.string({ maxLength: 120 });
  const parts = fc.record({ name: text, unit: text, street: text, city: text });
  fc.assert(
    fc.property(parts, fc.constantFrom(...LOCALES), fc.constantFrom(...LISTING_KINDS), (names, locale, kind) => {
      const words = listingDescription(locale, { ...place, ...names, kind, sheets: [sheet] });
      expect(words.length).toBeLessThanOrEqual(MAX_DESCRIPTION_LENGTH);
      expect(words.startsWith(names.name.slice(0, MAX_DESCRIPTION_LENGTH - 2))).toBe(true);
    }),
  );
});
