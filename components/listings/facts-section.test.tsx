import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
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

test.each([
  ["en", "contradicts itself", "does not fit federal rule 42 CFR 8.12(f)"],
  ["es", "se contradice", "no concuerda con la norma federal 42 CFR 8.12(f)"],
] as const)("an answer that cannot be so stands among what is not known, with why (%s)", (locale, itself, rule) => {
  const html = renderToStaticMarkup(<FactsSection locale={locale} listing={{ sheets, unrecognised: [] }} />);
  expect(html.split(`(${itself})`)).toHaveLength(3);
  expect(html.split(`(${rule})`)).toHaveLength(2);
});
