// The taxonomies: the federal code book, once for each edition that answers come from, and our own record.

import { ATTRIBUTES } from "@/lib/facts/attributes";
import { hsdsId } from "./ids";
import type { Taxonomy, TaxonomyTerm } from "./types";

/** When no edition of the directory names a place: the year of the workbook that the code book is made from. */
export const HOUSE_BOOK_EDITION = "2023";

const HOUSE = "best-heroin-rehab";

/** The terms of our own record, by code: their names, and what their values are. */
const HOUSE_TERMS = {
  kind: ["Kind of care", "opioid_treatment_program, outpatient, residential or hospital: what the place mainly is."],
  page: ["Page", "The URL of the place's page, where every answer stands with its source and date."],
  known_from: [
    "Known from",
    "state_list: we know the place from California's list of licenses, and did not find it in the federal survey.",
  ],
  license: ["State license", "The number of a license or certification that is the place's own, on California's list."],
  legal_entity: ["Legal entity", "A legal entity of the organization, as the state's list prints it on a license."],
  position: [
    "Source of the position",
    "zip_centroid: latitude and longitude are the middle of the ZIP code, not the door. dhcs: of a license at this address. staff: set by our staff.",
  ],
  confidential: [
    "Confidential site",
    "yes: the directory keeps the street to itself, so there is neither an address nor a position.",
  ],
  edition: ["Edition of the ranking", "The number of the newest edition, which the other terms of the ranking are of."],
  method_version: ["Version of the method", "The version of the published method that computed the edition."],
  position_in_print: ["Position", "The program's place in print, from 1, without gaps."],
  rank: ["Rank", "The program's rank; equal rounded scores share one: 1, 2, 2, 4."],
  band: ["Band", "1 is the top quarter of the ranked programs, 4 the last."],
  score: ["Score", "From 0 to 100, unrounded."],
  not_ranked: ["Not ranked", "The reason why the edition does not rank the place: the first gate it fails."],
} as const;
export type HouseCode = keyof typeof HOUSE_TERMS;

/** Semantic; a term that goes or changes its meaning makes a new major version. */
export const PROFILE_VERSION = "1.0.0";

const houseTaxonomy: Taxonomy = {
  id: hsdsId("taxonomy", HOUSE),
  name: "Best Heroin Rehab: record and ranking",
  description: "What our record and our ranking say of a place, beside the answers of the federal directory.",
  version: PROFILE_VERSION,
};

function codeBook(edition: string): Taxonomy {
  return {
    id: hsdsId("taxonomy", `samhsa-${edition}`),
    name: `Service codes of SAMHSA's National Directory, edition ${edition}`,
    description:
      "The code book of the National Directory of Drug and Alcohol Use Treatment Facilities. The value of an attribute is yes, no or unknown; unknown says that nobody has answered, or that the answer cannot be so.",
    version: edition,
  };
}

/** @param editions of the federal directory, of which answers are known */
export function taxonomies(editions: readonly string[]): Taxonomy[] {
  return [...editions.map(codeBook), houseTaxonomy];
}

/** Every term of every taxonomy, in the order of the books. */
export function taxonomyTerms(editions: readonly string[]): TaxonomyTerm[] {
  const answers = editions.flatMap((edition) => [...ATTRIBUTES.keys()].map((code) => answerTerm(edition, code)));
  return [...answers, ...(Object.keys(HOUSE_TERMS) as HouseCode[]).map(houseTerm)];
}

function answerTerm(edition: string, code: string): TaxonomyTerm {
  const { name, category } = ATTRIBUTES.get(code)!;
  const taxonomy = codeBook(edition);
  return {
    id: answerTermId(edition, code),
    code,
    name,
    description: `${name} (code ${code} of the category ${category})`,
    taxonomy: taxonomy.name,
    taxonomy_id: taxonomy.id,
  };
}

function houseTerm(code: HouseCode): TaxonomyTerm {
  const [name, description] = HOUSE_TERMS[code];
  const { name: taxonomy, id } = houseTaxonomy;
  return { id: houseTermId(code), code, name, description, taxonomy, taxonomy_id: id };
}

/** Each is asked for once for every place. */
const answerTermIds = new Map<string, string>();

export function answerTermId(edition: string, code: string): string {
  const key = `${edition} ${code}`;
  const id = answerTermIds.get(key) ?? hsdsId("taxonomy_term", `samhsa-${edition}`, code);
  answerTermIds.set(key, id);
  return id;
}

export function houseTermId(code: HouseCode): string {
  return hsdsId("taxonomy_term", HOUSE, code);
}
