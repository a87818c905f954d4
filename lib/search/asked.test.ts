import { describe, expect, test } from "vitest";
import { askedIn, askedListingPath, askedOf, askedPairs, handedOn, nearIn, NO_TEXT, startOf } from "./asked";
import { NO_FILTERS } from "./filters";
import { AREA_NAMES, areaCalled } from "./gazetteer";
import { readNear } from "./near";
import type { AskedOption, TypedArea } from "./types";

const FREE: AskedOption = {
  typed: "free",
  group: "payment",
  options: ["free", "assistance", "sliding-fee", "medi-cal"],
};
const MEDI_CAL: AskedOption = { typed: "medi-cal", group: "payment", options: ["medi-cal"] };

describe("what is asked for of one group", () => {
  test("is what was ticked or typed, and the narrower of two wishes that hold each other", () => {
    expect(askedOf(NO_FILTERS, { asked: [FREE] }).payment).toEqual(FREE.options);
    expect(askedOf({ ...NO_FILTERS, payment: ["medi-cal"] }, { asked: [FREE] }).payment).toEqual(["medi-cal"]);
    expect(askedOf(NO_FILTERS, { asked: [FREE, MEDI_CAL] }).payment).toEqual(["medi-cal"]);
  });

  test("is every option where neither holds the other", () => {
    expect(askedOf({ ...NO_FILTERS, payment: ["private"] }, { asked: [MEDI_CAL] }).payment).toEqual([
      "private",
      "medi-cal",
    ]);
    expect(askedOf({ ...NO_FILTERS, language: ["spanish"] }, { asked: [MEDI_CAL] })).toMatchObject({
      language: ["spanish"],
      payment: ["medi-cal"],
    });
  });
});

describe("where from", () => {
  test("goes along by a name that is read as the same place, whatever it was called", () => {
    for (const name of [...AREA_NAMES, "90033", "90033-1234", "boyle hieghts"]) {
      const asked = handedOn({ ...NO_FILTERS, near: name }, NO_TEXT);
      expect([name, startOf(asked, NO_TEXT)]).toEqual([name, readNear(name).start]);
      expect(askedIn({ near: asked.near ?? "" })).toEqual(asked);
    }
  });

  test("is what the field says, or else the text; a place that nobody knows goes nowhere", () => {
    const near: TypedArea = { ...readNear("Pasadena"), start: areaCalled("pasadena")!.start };
    const handed = (field: string | null) => handedOn({ ...NO_FILTERS, near: field }, { asked: [], near }).near;
    expect([handed(null), handed("DTLA"), handed("Atlantis")]).toEqual([
      "Pasadena",
      "Downtown Los Angeles",
      "Pasadena",
    ]);
    expect(handedOn({ ...NO_FILTERS, near: "Atlantis" }, NO_TEXT).near).toBeNull();
    expect([nearIn({ near: "Atlantis" })?.start, nearIn({})]).toEqual([null, null]);
  });

  test("stands in the URL of a place's page, and not among what the pages about a choice are given", () => {
    const asked = askedIn({ q: "secret", words: "exact", sort: "name", payment: "medi-cal", near: "East LA" });
    expect(askedListingPath("a-place", asked)).toBe("/listings/a-place/asked?payment=medi-cal&near=East+Los+Angeles");
    expect(askedPairs(asked)).toEqual([["payment", "medi-cal"]]);
    expect(askedListingPath("a-place", NO_FILTERS)).toBe("/listings/a-place");
  });
});
