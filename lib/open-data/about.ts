import type { FactSource } from "@/lib/facts/facts";
import type { About } from "./schema";

const CC_BY = "https://creativecommons.org/licenses/by/4.0/";

/** What the answers come from, in the order of `sources`. */
export const OPEN_SOURCES = ["samhsa", "dhcs", "staff"] as const satisfies readonly FactSource[];

/**
 * Documentation, sources and terms, part of every answer; as prisma/seed/data/ATTRIBUTION.md has them.
 * @param stateListAsOf the day of the state's list that was read (YYYY-MM-DD); null when nothing is from it
 */
export function aboutFor(site: string, stateListAsOf: string | null): About {
  return {
    documentation: `${site}/rankings/data`,
    openapi: `${site}/api/v1/openapi.json`,
    notice:
      "Information, not medical advice. Single positions are not meaningful. Most answers are what places say of themselves.",
    sources: [
      {
        name: "National Directory of Drug and Alcohol Use Treatment Facilities (source: samhsa)",
        license: "Public domain (work of the US government). SAMHSA asks that it not be redistributed for a fee.",
        url: "https://findtreatment.gov",
        attribution: "Substance Abuse and Mental Health Services Administration (SAMHSA), National Directory.",
      },
      {
        name: "SUD Recovery Treatment Facilities (source: dhcs)",
        license: `CC BY 4.0, ${CC_BY}`,
        url: "https://data.ca.gov",
        attribution: stateAttribution(stateListAsOf),
      },
      {
        name: "Best Heroin Rehab: method, scores and ranks, and answers checked by our staff (source: staff)",
        license: "MIT, as the software that computes them",
        url: null,
        attribution: `Best Heroin Rehab, ${site}/rankings`,
      },
    ],
  };
}

/** The sentence the state's license asks for. */
export function stateAttribution(stateListAsOf: string | null): string {
  const retrieved = stateListAsOf ? `, retrieved ${stateListAsOf}` : "";
  return `Contains data from the California Department of Health Care Services, SUD Recovery Treatment Facilities, California Open Data Portal, CC BY 4.0${retrieved}.`;
}
