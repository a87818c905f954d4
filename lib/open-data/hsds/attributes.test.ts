import { expect, test } from "vitest";
import { answersOf, openListing } from "@/tests/support/open-listing";
import { bookOf, locationAttributes, organizationAttributes, serviceAttributes } from "./attributes";
import { answerTermId, HOUSE_BOOK_EDITION, houseTermId } from "./taxonomies";

const UNRANKED = { site: "https://example.org", edition: null };

test("an answer is in the code book of the edition that has it, with who said so and when", () => {
  const listing = openListing({ facts: answersOf("2023", { BU: "no" }) });
  const attributes = serviceAttributes(listing, UNRANKED);
  expect(attributes.find(({ taxonomy_term_id }) => taxonomy_term_id === answerTermId("2023", "BU"))).toMatchObject({
    value: "no",
    evidence: { source: "samhsa", date: "2023-01-01", date_precision: "year" },
  });
});

test("what nobody answered is unknown in the book of the newest edition that names the place, without evidence", () => {
  const attributes = serviceAttributes(openListing(), UNRANKED);
  const unknown = attributes.find(({ taxonomy_term_id }) => taxonomy_term_id === answerTermId("2024", "MU"));
  expect(unknown).toMatchObject({ value: "unknown", evidence: undefined });
  expect(bookOf(openListing({ directory: null }), undefined)).toBe(HOUSE_BOOK_EDITION);
});

test("an answer keeps its id when a newer edition gives it", () => {
  const idIn = (edition: string) => {
    const listing = openListing({ facts: answersOf(edition, { BU: "yes" }) });
    return serviceAttributes(listing, UNRANKED).find(
      ({ taxonomy_term_id }) => taxonomy_term_id === answerTermId(edition, "BU"),
    )?.id;
  };
  expect(idIn("2023")).toBe(idIn("2024"));
});

test("a confidential site says so, and nothing of its position", () => {
  const position = { latitude: 34, longitude: -118, source: "zip_centroid" } as const;
  const [only, ...others] = locationAttributes(openListing({ isConfidential: true, position }));
  expect(only).toMatchObject({ taxonomy_term_id: houseTermId("confidential"), value: "yes" });
  expect(others).toEqual([]);
  expect(locationAttributes(openListing({ position }))).toMatchObject([{ value: "zip_centroid" }]);
  expect(locationAttributes(openListing())).toEqual([]);
});

test("the legal entities of an organization are attributes", () => {
  const operator = { slug: "harbor", name: "Harbor", legalEntities: ["Harbor Inc.", "Harbor LLC"] };
  expect(organizationAttributes(operator).map(({ value }) => value)).toEqual(["Harbor Inc.", "Harbor LLC"]);
});
