import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { FactSheetView } from "@/lib/facts/facts";
import { FactsSection } from "./facts-section";

const sheets = [
  {
    source: "samhsa" as const,
    asOf: "2023-01-01",
    asOfPrecision: "year" as const,
    yes: ["NMOA", "BU", "OTP"],
    no: ["MHPA"],
    unknown: [],
  },
];

function sectionOf(locale: "en" | "es", stated: FactSheetView[]): string {
  const listing = { fromStateList: false, sheets: stated, unrecognised: [], licenses: [], stateListAsOf: "2026-08-21" };
  return renderToStaticMarkup(<FactsSection locale={locale} listing={listing} today="2026-09-01" />);
}

test.each([
  ["en", "contradicts itself", "does not fit federal rule 42 CFR 8.12(f)"],
  ["es", "se contradice", "no concuerda con la norma federal 42 CFR 8.12(f)"],
] as const)("an answer that cannot be so stands among what is not known, with why (%s)", (locale, itself, rule) => {
  const html = sectionOf(locale, sheets);
  expect(html.split(`(${itself})`)).toHaveLength(3);
  expect(html.split(`(${rule})`)).toHaveLength(2);
});

test.each([
  [
    "en",
    "licenses, certifies or accredits it (self-reported; we did not find it in the state’s list of August 21, 2026)",
    "opioid treatment program (self-reported)",
  ],
  [
    "es",
    "certificación o acreditación (lo declara el lugar; no la encontramos en la lista del estado del 21 de agosto de 2026)",
    "programa de tratamiento para opioides (lo declara el lugar)",
  ],
] as const)("what a place says of its own license is marked as its word (%s)", (locale, agency, certified) => {
  const html = sectionOf(locale, [{ ...sheets[0]!, yes: ["STAG", "SOTP"], no: [] }]);
  expect([html.includes(agency), html.includes(certified)]).toEqual([true, true]);
});
