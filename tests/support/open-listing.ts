import type { OpenFact, OpenListing } from "@/lib/open-data/types";

/** A published place of which nothing more is known than what is given. */
export function openListing(given: Partial<OpenListing> = {}): OpenListing {
  return {
    slug: "harbor-house-los-angeles",
    name: "Harbor House",
    unit: null,
    street: "1 Main Street",
    street2: null,
    isConfidential: false,
    city: "Los Angeles",
    state: "CA",
    zip: "90012",
    county: "Los Angeles",
    fromStateList: false,
    kind: "residential",
    phones: [],
    position: null,
    closed: null,
    operator: null,
    facts: new Map(),
    directory: "2024",
    licenses: [],
    ranking: null,
    ...given,
  };
}

/** The answers of a directory's edition. */
export function answersOf(edition: string, answers: Record<string, OpenFact["value"]>): OpenListing["facts"] {
  const stated = { source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", edition } as const;
  return new Map(Object.entries(answers).map(([code, value]) => [code, { attribute: code, value, ...stated }]));
}
