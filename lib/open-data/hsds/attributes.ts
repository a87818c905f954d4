// What HSDS has no field for: every answer, also no and unknown, and our record and ranking. An attribute is a term of a
// taxonomy with a value.

import { ATTRIBUTES } from "@/lib/facts/attributes";
import type { OpenFact, OpenListing } from "../types";
import type { RankedBy } from "./evidence";
import { rankEvidence } from "./evidence";
import { hsdsId } from "./ids";
import { locationId, organizationId, serviceId } from "./rows";
import { answerTermId, HOUSE_BOOK_EDITION, houseTermId, type HouseCode } from "./taxonomies";
import type { AnswerEvidence, Attribute } from "./types";

/** Of a place's service: an answer to every code, then what our record and ranking say. */
export function serviceAttributes(listing: OpenListing, rankedBy: RankedBy): Attribute[] {
  const { slug, kind, licenses } = listing;
  const link = { link_id: serviceId(slug), link_entity: "service" } as const;
  const answers = [...ATTRIBUTES.keys()].map((code): Attribute => {
    const fact = listing.facts.get(code);
    return {
      id: hsdsId("attribute", "service", slug, code),
      ...link,
      taxonomy_term_id: answerTermId(bookOf(listing, fact), code),
      value: fact?.value ?? "unknown",
      evidence: fact && evidenceOf(fact),
    };
  });
  const house = (code: HouseCode, value: string | number, ...keys: string[]): Attribute => {
    const id = hsdsId("attribute", "service", slug, `house-${code}`, ...keys);
    return { id, ...link, taxonomy_term_id: houseTermId(code), value: String(value) };
  };
  return [
    ...answers,
    house("kind", kind),
    house("page", `${rankedBy.site}/listings/${slug}`),
    ...(listing.fromStateList ? [house("known_from", "state_list")] : []),
    ...licenses.map(({ number, listedOn }) => {
      const evidence = { source: "dhcs", date: listedOn, date_precision: "day" } as const;
      return { ...house("license", number, number), evidence };
    }),
    ...rankOf(listing, rankedBy).map(([code, value]) => house(code, value)),
  ];
}

/** Of a place's location: how well its position is known. */
export function locationAttributes({ slug, position, isConfidential }: OpenListing): Attribute[] {
  const link = { link_id: locationId(slug), link_entity: "location" } as const;
  const house = (code: HouseCode, value: string): Attribute => {
    const id = hsdsId("attribute", "location", slug, `house-${code}`);
    return { id, ...link, taxonomy_term_id: houseTermId(code), value };
  };
  if (isConfidential) return [house("confidential", "yes")];
  return position ? [house("position", position.source)] : [];
}

/** Of an organization: the legal entities on its licenses. */
export function organizationAttributes({ slug, legalEntities }: NonNullable<OpenListing["operator"]>): Attribute[] {
  return legalEntities.map((entity) => ({
    id: hsdsId("attribute", "organization", slug, entity),
    link_id: organizationId(slug),
    link_entity: "organization",
    taxonomy_term_id: houseTermId("legal_entity"),
    value: entity,
  }));
}

/** The edition of the federal directory whose code book an answer is in: its own, else the place's newest. */
export function bookOf({ directory }: Pick<OpenListing, "directory">, fact: OpenFact | undefined): string {
  return (fact?.source === "samhsa" ? fact.edition : null) ?? directory ?? HOUSE_BOOK_EDITION;
}

function evidenceOf({ source, asOf, asOfPrecision, doubt }: OpenFact): AnswerEvidence | undefined {
  return source && asOf && asOfPrecision ? { source, date: asOf, date_precision: asOfPrecision, doubt } : undefined;
}

function rankOf(listing: OpenListing, rankedBy: RankedBy): [HouseCode, string | number][] {
  const evidence = rankEvidence(listing, rankedBy);
  if (!evidence) return [];
  const { edition, method_version } = evidence;
  const shared: [HouseCode, number][] = [
    ["edition", edition],
    ["method_version", method_version],
  ];
  if (evidence.status === "not_ranked") return [...shared, ["not_ranked", evidence.reason]];
  const { position, rank, band, score } = evidence;
  return [...shared, ["position_in_print", position], ["rank", rank], ["band", band], ["score", score]];
}
