// What people type, in their words: the subject of the directory, a medicine with a word for a clinic, a number from a
// listing's page, a place of the county.

import { beforeAll, describe, expect, test } from "vitest";
import { AREA_NAMES, areaCalled } from "@/lib/search/gazetteer";
import { middleOfZip } from "@/lib/search/near";
import { parseFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
import { plainWords } from "@/lib/search/words";
import { milesBetween } from "@/lib/shared/geo";
import { answerTo, publishedListings, type PublishedListing } from "../support/search";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

let places: PublishedListing[];
beforeAll(async () => {
  places = await publishedListings();
});

const searchFor = (q: string, params: Record<string, string> = {}) => search(parseFilters({ q, ...params }).filters);
const slugsFor = async (q: string) => (await searchFor(q)).result.hits.map(({ slug }) => slug);

describe("the directory's own subject leaves nothing out", () => {
  test.each([
    "heroin",
    "Heroína",
    "opioid",
    "opioids",
    "heroin addiction",
    "rehab",
    "rehabs near me",
    "drug rehab",
    "treatment center",
    "treatment centers",
    "adicción a la heroína",
    "centro de tratamiento",
    "clínicas de rehabilitación",
    "ayuda con drogas",
    "herion",
    "addicton treatment",
    "my son is on heroin",
    "mi hijo usa heroína",
    "how do I get off heroin?",
    "what is the best rehab",
  ])("%s", async (q) => {
    const { facets, text } = await searchFor(q);
    expect(facets.total.value).toBe(places.length);
    expect(text.subject.length).toBeGreaterThan(0);
  });
});

describe("a word for what a filter asks is the filter", () => {
  test.each([
    ["detox", "level", "detox"],
    ["detox center", "level", "detox"],
    ["desintoxicación", "level", "detox"],
    ["methadone clinic", "medication", "methadone"],
    ["methadone clinics near me", "medication", "methadone"],
    ["clínica de metadona", "medication", "methadone"],
    ["suboxone doctor", "medication", "buprenorphine"],
    ["doctor de suboxone", "medication", "buprenorphine"],
    ["médicos de buprenorfina", "medication", "buprenorphine"],
    ["free rehab", "payment", "free"],
    ["rehab gratis", "payment", "free"],
    ["Medi-Cal rehab", "payment", "medi-cal"],
    ["rehab for women", "population", "women"],
    ["en español", "language", "spanish"],
  ] as const)("%s", async (q, group, option) => {
    const { facets, text, result } = await searchFor(q);
    expect(text.asked.map((asked) => [asked.group, asked.options])).toEqual([[group, [option]]]);
    expect(text.corrections).toEqual([]);
    expect(facets.total.value).toBe(places.filter((place) => answerTo(place, group, option) === "yes").length);
    expect(result.hits.length).toBeGreaterThan(0);
  });

  test("several ask for all of them", async () => {
    const { facets, text } = await searchFor("women with kids medi-cal");
    expect(text.asked.map(({ group }) => group)).toEqual(["population", "access", "payment"]);
    const fitting = places.filter(
      (place) =>
        answerTo(place, "population", "women") === "yes" &&
        (answerTo(place, "access", "children-stay") === "yes" || answerTo(place, "access", "child-care") === "yes") &&
        answerTo(place, "payment", "medi-cal") === "yes",
    );
    expect(facets.total.value).toBe(fitting.length);
  });
});

describe("a mistyped word never becomes an unlike one", () => {
  test.each(["doctor", "docter", "clinik", "dotcor"])("%s is a word for everything here", async (q) => {
    const { text } = await searchFor(q);
    expect(text.corrections.flatMap(({ used }) => used)).not.toContain("dolor");
    expect(text.subject.length).toBeGreaterThan(0);
  });

  test.each(["xylophone", "banana", "mortgage"])("%s is like nothing, and stays as it is", async (q) => {
    const { text, facets } = await searchFor(q);
    expect([text.corrections, facets.total.value]).toEqual([[], 0]);
  });
});

describe("a number that a listing prints finds it", () => {
  const spellings = [
    (area: string, exchange: string, line: string) => `(${area}) ${exchange}-${line}`,
    (area: string, exchange: string, line: string) => `${area}${exchange}${line}`,
    (area: string, exchange: string, line: string) => `+1 ${area} ${exchange} ${line}`,
    (area: string, exchange: string, line: string) => `1-${area}-${exchange}-${line}`,
    (area: string, exchange: string, line: string) => `${area}.${exchange}.${line}`,
    (area: string, exchange: string, line: string) => `call ${area}–${exchange}–${line}`,
    (_: string, exchange: string, line: string) => `${exchange}-${line}`,
  ];
  test("its phone number and its intake lines, however they are written", async () => {
    const phonesOf = ({ phone, intakePhones }: PublishedListing) => [phone, ...intakePhones];
    const some = places.filter((_, index) => index % 25 === 0);
    for (const place of some)
      for (const phone of phonesOf(place).filter((each) => each !== null)) {
        const having = places.filter((each) => phonesOf(each).includes(phone)).length;
        // Of more, a page shows only the first.
        if (having > 20) continue;
        const [, area = "", exchange = "", line = ""] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone) ?? [];
        for (const spell of spellings) {
          const { result, facets } = await searchFor(spell(area, exchange, line));
          expect([spell(area, exchange, line), facets.total.value >= having]).toEqual([
            spell(area, exchange, line),
            true,
          ]);
          expect(result.hits.map(({ slug }) => slug)).toContain(place.slug);
        }
      }
  });

  test("the number of its license", async () => {
    const licensed = places.filter(({ licenses }) => licenses.length > 0).slice(0, 12);
    expect(licensed.length).toBe(12);
    for (const { slug, licenses } of licensed)
      for (const { number } of licenses) {
        const spaced = number.replace(/^(\d+)(\D+)$/, "$1 $2");
        for (const q of [number, number.toLowerCase(), spaced]) expect(await slugsFor(q)).toContain(slug);
      }
  });

  test("its street line, with the street's type and direction as people write them", async () => {
    const place = places.find(({ street }) => /^\d+ East .* Highway$/.test(street));
    const [house = "", , ...rest] = place!.street.split(" ");
    const name = rest.slice(0, -1).join(" ");
    for (const q of [place!.street, `${house} E. ${name} Hwy`, `${house} ${name}`])
      expect(await slugsFor(q)).toContain(place!.slug);
  });

  test("its ZIP code, with four more digits too", async () => {
    const plain = await searchFor("90804");
    const plus = await searchFor("90804-1234");
    expect(plain.result.hits.length).toBeGreaterThan(0);
    expect(plus.result).toEqual(plain.result);
  });
});

describe("a place of the county", () => {
  test.each([
    ["Boyle Heights", "90033"],
    ["cerca de Boyle Heights", "90033"],
    ["rehab in K-Town", "90005"],
    ["DTLA", "90014"],
    ["the Valley", "91405"],
    ["Boyle Hieghts", "90033"],
    ["este de Los Ángeles", "90022"],
  ])("%s is where distances begin, and leaves no place out", async (q, zip) => {
    const { result, facets, text } = await searchFor(q);
    expect([text.near?.zip, facets.total.value, result.sort]).toEqual([zip, places.length, "distance"]);
    expect(result).toEqual((await searchFor("", { near: zip })).result);
  });

  test("that is a listing's city is searched, with another wish beside it", async () => {
    const { result, text } = await searchFor("methadone clinic long beach");
    expect(text.asked.map(({ options }) => options)).toEqual([["methadone"]]);
    expect(result.hits.length).toBeGreaterThan(0);
    expect(result.hits.every(({ city, name }) => /long beach/i.test(`${city} ${name}`))).toBe(true);
  });

  test("leaves the ZIP code alone that is given beside it", async () => {
    const { result } = await searchFor("boyle heights", { near: "91401" });
    expect(result).toEqual((await searchFor("", { near: "91401" })).result);
  });

  test("that the records name as a city lies where the gazetteer has it", () => {
    const here = AREA_NAMES.flatMap((name) => {
      const inCity = places.filter(({ city, latitude }) => latitude && plainWords(city).join(" ") === name);
      const middle = middleOfZip(areaCalled(name)!.zip)!;
      const miles = inCity.map(({ latitude, longitude }) =>
        milesBetween({ latitude: latitude!, longitude: longitude! }, middle),
      );
      return miles.length > 0 ? [{ name, miles: Math.min(...miles) }] : [];
    });
    expect(here.length).toBeGreaterThan(50);
    expect(here.filter(({ miles }) => miles > 6)).toEqual([]);
  });
});

test("the name of a listing finds it first of all, though its words mean something too", async () => {
  const named = places.filter(({ name }) => /^tarzana treatment center/i.test(name));
  const { result, text } = await searchFor("Tarzana Treatment Centers");
  expect(named.length).toBeGreaterThan(0);
  expect([text.asked, text.subject, text.near]).toEqual([[], [], null]);
  expect(result.hits.every(({ name, unit }) => /tarzana treatment/i.test(`${name} ${unit ?? ""}`))).toBe(true);
});
