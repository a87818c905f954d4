// Our profile of HSDS 3.0: what an answer has beside the specification, as JSON merge patches (RFC 7386) to its files.

import { OPEN_PATHS } from "../open-area";
import type { About } from "../schema";
import type { HsdsDataset } from "./dataset";
import { filterOf, HSDS_RESOURCES, type HsdsResource } from "./resources";
import { PROFILE_VERSION } from "./taxonomies";

export const HSDS_VERSION = "3.0";
const BASE = "https://github.com/openreferral/specification/tree/3.0/schema";

const text = (description: string) => ({ type: "string", description });
const figure = (description: string) => ({ type: "number", description });

const answerEvidence = {
  name: "evidence",
  type: "object",
  title: "Evidence",
  description: "Who gave the answer, and when. Left out where nobody did.",
  required: ["source", "date", "date_precision"],
  properties: {
    source: { ...text("Who said so."), enum: ["staff", "dhcs", "samhsa"] },
    date: { ...text("The day it describes; with the precision year, January 1 of that year."), format: "date" },
    date_precision: { ...text("How exact the date is."), enum: ["day", "year"] },
    doubt: text("Why an answer that was given counts as unknown."),
  },
};

const rankEvidence = {
  name: "evidence",
  type: "object",
  title: "Evidence",
  description: "What the newest edition of our ranking says. Left out where it does not know the place.",
  required: ["edition", "method_version", "judged_on", "url", "status"],
  properties: {
    edition: figure("The number of the edition."),
    method_version: figure("The version of the method that computed it."),
    judged_on: { ...text("The day on which licenses and closings were judged."), format: "date" },
    url: { ...text("The edition with the answers, the method and the formula that give every score."), format: "uri" },
    status: { ...text("Whether it is ranked."), enum: ["ranked", "not_ranked"] },
    position: figure("The program's place in print."),
    rank: figure("The program's rank; equal rounded scores share one."),
    band: figure("1 is the top quarter of the ranked programs, 4 the last."),
    score: figure("From 0 to 100, unrounded."),
    rounded: figure("The score to the nearest whole point."),
    low: figure("The score if every unknown were a no."),
    high: figure("The score if every unknown were a yes."),
    coverage: figure("Known points over all points."),
    reason: text("The first gate of the method it fails."),
    detail: text("What the reason needs, such as a date."),
  },
};

/** By the names of the files of HSDS that they change. */
export const PROFILE_FILES: ReadonlyMap<string, object> = new Map<string, object>([
  ["service.json", { properties: { evidence: rankEvidence } }],
  ["attribute.json", { properties: { evidence: answerEvidence } }],
  ["openapi.json", apiPatch()],
]);

/** A list has fewer parameters than HSDS describes. */
function apiPatch() {
  const lists = HSDS_RESOURCES.map((resource) => [`/${resource}`, { get: { parameters: parametersOf(resource) } }]);
  return {
    info: { title: "Best Heroin Rehab: HSDS", version: PROFILE_VERSION },
    paths: Object.fromEntries(lists) as Record<string, object>,
  };
}

function parametersOf(resource: HsdsResource) {
  const names = ["page", "per_page", filterOf(resource)].filter((name) => name !== null);
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

/** @param about sources and terms: the pages of HSDS have no place for them */
export function profileDocument({ site, taxonomies }: Pick<HsdsDataset, "site" | "taxonomies">, about: About) {
  const profile = `${site}${OPEN_PATHS.hsdsProfile}`;
  return {
    about,
    name: "Best Heroin Rehab",
    version: PROFILE_VERSION,
    uri: profile,
    base: { name: "Human Services Data Specification", version: HSDS_VERSION, schema: BASE },
    description:
      "HSDS 3.0 with one more property, evidence: on a service what our ranking says and where to check it, on an attribute who answered and when. Nothing is taken away, and nothing is required that HSDS does not require.",
    files: [...PROFILE_FILES.keys()].map((file) => `${profile}/${file}`),
    property: { name: "evidence", service: rankEvidence, attribute: answerEvidence },
    taxonomies,
    decisions: {
      organizations: "Who runs places: all the spellings that the sources have of one organization.",
      services: "One for each place, because answers, licenses and closings are of places.",
      programs: "What the newest edition of our ranking ranks as one, which may have several places.",
      locations:
        "One for each place. A confidential site has neither an address nor a position, only its city in words. An attribute says where a position is the middle of a ZIP code.",
      status: "active, as far as we know; inactive when our staff found that the place has closed.",
      licenses:
        "In the text of service.licenses, which HSDS will replace, and as attributes; whole in the records of places.",
      attributes:
        "An answer to every code of the federal code book: yes, no or unknown. A consumer has to read the value. The taxonomy is the code book of the edition that has the answer.",
      leftOut: "What we do not know is left out: schedules, contacts, service areas, amounts, and ages in years.",
      ids: "Version 5 UUIDs of slugs and codes: they stay as long as those do, in every installation.",
    },
    records: `${site}${OPEN_PATHS.listings}`,
    archive: `${site}${OPEN_PATHS.hsdsArchive}`,
  };
}

/**
 * What HSDS asks of the root of an API.
 * @param site the site's URL without a trailing slash
 */
export function rootDocument(site: string) {
  return {
    version: HSDS_VERSION,
    profile: `${site}${OPEN_PATHS.hsdsProfile}`,
    openapi_url: `${site}${OPEN_PATHS.openapi}`,
  };
}
