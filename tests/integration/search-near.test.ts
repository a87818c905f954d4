// Where distances begin: a place of the county, in the text or in the field "near".

import { beforeAll, describe, expect, test } from "vitest";
import { AREA_NAMES, areaCalled, isWholeCounty } from "@/lib/search/gazetteer";
import { parseFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
import { plainWords } from "@/lib/search/words";
import { milesBetween } from "@/lib/shared/geo";
import { testDatabase } from "../support/database";
import { answerTo, publishedListings, type PublishedListing } from "../support/search";

testDatabase({ seeded: true });

let places: PublishedListing[];
beforeAll(async () => {
  places = await publishedListings();
});

const searchFor = (q: string, params: Record<string, string> = {}) => search(parseFilters({ q, ...params }).filters);

describe("a place of the county", () => {
  test.each([
    ["Boyle Heights", "Boyle Heights"],
    ["cerca de Boyle Heights", "Boyle Heights"],
    ["rehab in K-Town", "Koreatown"],
    ["DTLA", "Downtown Los Angeles"],
    ["the Valley", "San Fernando Valley"],
    ["Boyle Hieghts", "Boyle Heights"],
    ["este de Los Ángeles", "East Los Angeles"],
    ["90804", "90804"],
    ["90804-1234", "90804"],
  ])("%s is where distances begin, in the text as in the field, and leaves no place out", async (q, name) => {
    const { result, facets } = await searchFor(q);
    expect([result.start?.name, facets.total.value]).toEqual([name, places.length]);
    expect(result).toEqual((await searchFor("", { near: q.replace(/^(rehab in|cerca de) /, "") })).result);
  });

  test("leaves other wishes as they are", async () => {
    const { result, text, facets } = await searchFor("methadone clinic long beach");
    expect(text.asked.map(({ options }) => options)).toEqual([["methadone"]]);
    expect([result.start?.name, facets.total.value]).toEqual([
      "Long Beach",
      places.filter((place) => answerTo(place, "medication", "methadone") === "yes").length,
    ]);
  });

  test("leaves the place alone that is given beside it, unless nobody knows that", async () => {
    const { result } = await searchFor("boyle heights", { near: "91401" });
    expect(result).toEqual((await searchFor("", { near: "91401" })).result);
    const strange = await searchFor("boyle heights", { near: "9003" });
    expect([strange.near?.start, strange.result.start?.name]).toEqual([null, "Boyle Heights"]);
  });

  test("that nobody knows is said, and the rest of the search is kept", async () => {
    for (const near of ["9003", "00000", "Atlantis"]) {
      const { result, near: reading } = await searchFor("methadone", { near });
      expect(reading).toMatchObject({ typed: near, start: null });
      expect(result).toEqual((await searchFor("methadone")).result);
    }
  });

  test("that the records name as a city lies where the gazetteer has it", () => {
    const here = AREA_NAMES.flatMap((name) => {
      const inCity = places.filter(({ city, latitude }) => latitude && plainWords(city).join(" ") === name);
      const { position, reach } = areaCalled(name)!.start;
      const miles = inCity.map(({ latitude, longitude }) =>
        milesBetween({ latitude: latitude!, longitude: longitude! }, position),
      );
      return miles.length > 0 ? [{ name, miles: Math.min(...miles) - reach }] : [];
    });
    expect(here.length).toBeGreaterThan(90);
    expect(here.filter(({ miles }) => miles > 5)).toEqual([]);
  });

  test("that a listing has for a city is a place of the gazetteer; the records misspell some", () => {
    const cities = [...new Set(places.map(({ city }) => plainWords(city).join(" ")))];
    const unknown = cities.filter((city) => areaCalled(city) === null && !isWholeCounty(city));
    expect(unknown.toSorted()).toEqual(["calabases", "granda hills", "los", "ponoma"]);
  });
});
