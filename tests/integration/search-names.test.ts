// A listing's whole name, alone and with a place, though its words mean something too.

import { beforeAll, describe, expect, test } from "vitest";
import { parseFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
import { plainWords } from "@/lib/search/words";
import { testDatabase } from "../support/database";
import { publishedListings, type PublishedListing } from "../support/search";

testDatabase({ seeded: true });

let places: PublishedListing[];
beforeAll(async () => {
  places = await publishedListings();
});

const searchFor = (q: string, params: Record<string, string> = {}) => search(parseFilters({ q, ...params }).filters);

test("the name of a listing finds it first of all, though its words mean something too", async () => {
  const { named, text, result } = await searchFor("Tarzana Treatment Centers");
  expect([text.near?.start.name, result.start?.name]).toEqual(["Tarzana", "Tarzana"]);
  expect(named.length).toBeGreaterThan(0);
  expect(named.every(({ name, unit }) => /tarzana treatment/i.test(`${name} ${unit ?? ""}`))).toBe(true);
  for (const name of ["Alcoholism Center for Women", "Hollywood Medical Rehabilitation Care"]) {
    const whole = await searchFor(name);
    expect([whole.text.readAs, whole.text.asked, whole.result.hits[0]?.name]).toEqual(["name", [], name]);
  }
});

describe("the whole name of a listing", () => {
  const firstOf = ({ named, result }: Awaited<ReturnType<typeof searchFor>>) => [...named, ...result.hits].slice(0, 4);
  const isSame = (one: { name: string; city: string }, other: { name: string; city: string }) =>
    one.name === other.name && one.city === other.city;

  test("with its city finds it among the first four, or one with the same name there", async () => {
    const some = places.filter((_, index) => index % 20 === 7);
    expect(some.length).toBeGreaterThan(40);
    for (const place of some)
      for (const q of [`${place.name} ${place.city}`, `${place.name.toLowerCase()}, ${place.city}, CA`]) {
        const first = firstOf(await searchFor(q));
        expect([q, first.some((each) => each.slug === place.slug || isSame(each, place))]).toEqual([q, true]);
      }
  });

  test.each([
    ["tarzana treatment centers lancaster", "Lancaster"],
    ["Tarzana Treatment Centers in Long Beach, CA", "Long Beach"],
    ["tarzana treatment centers inc palmdale", "Palmdale"],
  ])("without what a company's name ends with too: %s", async (q, city) => {
    const { text, result } = await searchFor(q);
    expect([text.readAs, text.setAside]).toEqual(["name", []]);
    expect(result.hits.length).toBeGreaterThan(0);
    for (const hit of result.hits) expect([hit.name, hit.city]).toEqual([expect.stringMatching(/^tarzana/i), city]);
  });

  test("alone finds it among the first four, whatever its words mean", async () => {
    const plain = (name: string) => plainWords(name).join(" ");
    const names = [...new Set(places.map(({ name }) => name))].filter(
      (name, at) => at % 20 === 3 && name.includes(" "),
    );
    for (const name of names) {
      const first = firstOf(await searchFor(name));
      expect([name, first.some((each) => plain(each.name) === plain(name))]).toEqual([name, true]);
    }
  });

  test("hides nobody in danger behind a place that is called so", async () => {
    for (const q of ["overdose", "suicide prevention center los angeles", "overdose on vermont ave"])
      expect([q, (await searchFor(q)).text.told.map(({ topic }) => topic)]).toEqual([q, ["danger"]]);
    expect((await searchFor("overdose", { words: "exact" })).text.told.map(({ topic }) => topic)).toEqual(["danger"]);
  });

  test("that many search for, with a place, stays what it means, and those called so stand above", async () => {
    const { text, named, facets } = await searchFor("intensive outpatient program calabasas");
    expect([text.readAs, text.near?.start.name]).toEqual(["meaning", "Calabasas"]);
    expect(named.map(({ name }) => name)).toContain("Intensive Outpatient Program");
    expect(facets.total.value).toBeGreaterThan(50);
  });
});

test("the VA's own places stand above all, from the place that was typed the nearest", async () => {
  for (const q of ["VA westwood", "west la va", "VA hospital westwood"]) {
    const { named, text } = await searchFor(q);
    expect([q, named[0]?.street]).toEqual([q, "11301 Wilshire Boulevard"]);
    expect(text.asked.map(({ options }) => options)).toEqual([["veterans"]]);
  }
});
