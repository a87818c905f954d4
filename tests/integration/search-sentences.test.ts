// What people type of whom they look for, what they refuse, and how they mistype it: each is understood as whoever types
// it needs, and none finds places by words that only link others.

import { beforeAll, expect, test } from "vitest";
import { parseFilters } from "@/lib/search/filters";
import { readText, search } from "@/lib/search/queries";
import type { TextQuery } from "@/lib/search/types";
import { RIGHT_SPELLINGS, VOCABULARY_PHRASES } from "@/lib/search/vocabulary";
import { testDatabase } from "../support/database";
import { MISLEADING_SENTENCES } from "../support/misleading-sentences";
import { answerTo, allHits, publishedListings, type PublishedListing } from "../support/search";
import { SENTENCES } from "../support/sentences";

testDatabase({ seeded: true });

let places: Map<string, PublishedListing>;
beforeAll(async () => {
  places = new Map((await publishedListings()).map((place) => [place.slug, place]));
});

const filtersOf = (q: string) => parseFilters({ q }).filters;

function understood({ asked, services, alone, near, corrections, told, words, unknown }: TextQuery): string {
  const parts = [
    asked.map(({ group, options }) => `${group}:${options.join("|")}`),
    services.map(({ codes }) => codes.join("|")),
    alone.map(({ who }) => `only ${who}`),
    near ? [`near ${near.start.name}`] : [],
    corrections.map(({ typed, used }) => `${typed} is ${used}`),
    told.map(({ topic }) => `says ${topic}`),
    words.map((word) => `word ${word}`),
    unknown.map((word) => `unknown ${word}`),
  ];
  return parts.flat().join(", ");
}

test("what people type is understood, and finds places; where nothing restricts, all", async () => {
  expect(SENTENCES.length).toBeGreaterThan(200);
  for (const [typed, meant] of [...SENTENCES, ...MISLEADING_SENTENCES]) {
    const { text, facets } = await search(filtersOf(typed));
    expect([typed, understood(text)]).toEqual([typed, meant]);
    const restricts = text.asked.length + text.services.length + text.alone.length > 0;
    expect([typed, facets.total.value > 0, facets.total.value === places.size]).toEqual([typed, true, !restricts]);
  }
});

test.each([
  ["women only", "a-woman", "a-man"],
  ["solo hombres", "a-man", "a-woman"],
] as const)(
  "“%s” finds the places that take %s, or do not say whom grown, and that say no to the others",
  async (typed, who, other) => {
    const found = (await allHits(filtersOf(typed))).map(({ slug }) => slug);
    const fitting = [...places.values()].filter(
      (place) => answerTo(place, "people", who) !== "no" && answerTo(place, "people", other) === "no",
    );
    expect(found.length).toBeGreaterThan(5);
    expect(found.toSorted()).toEqual(fitting.map(({ slug }) => slug).toSorted());
  },
);

test("a correction is a word that is spelled right, and the one that was meant", async () => {
  const wrong: string[] = [];
  let corrected = 0;
  for (const word of VOCABULARY_PHRASES.filter((phrase) => /^[a-z]{8,}$/.test(phrase)).filter(
    (_, at) => at % 3 === 0,
  )) {
    const at = 2 + (word.length % 3);
    const typed = word.slice(0, at) + word.slice(at + 1);
    const { corrections } = await readText(filtersOf(typed));
    corrected += corrections.length;
    for (const { used } of corrections) {
      expect([typed, RIGHT_SPELLINGS.has(used)]).toEqual([typed, false]);
      if (used !== word) wrong.push(`${typed} is ${used}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(corrected).toBeGreaterThan(80);
  corrected = 0;
  for (const [often] of RIGHT_SPELLINGS)
    for (const typed of [`${often}e`, often.slice(0, 4) + often.slice(5)]) {
      const { corrections } = await readText(filtersOf(typed));
      corrected += corrections.length;
      expect([typed, corrections.filter(({ used }) => RIGHT_SPELLINGS.has(used))]).toEqual([typed, []]);
    }
  expect(corrected).toBeGreaterThan(30);
});

test.each(["win", "wood", "pass", "rain"])(
  "“%s” is no beginning of a longer name in a sentence that asks for something, and the page says that it is left out",
  async (word) => {
    const { text } = await search(filtersOf(`methadone clinic ${word}`));
    expect([text.words, text.unknown, text.asked.map(({ options }) => options)]).toEqual([[], [word], [["methadone"]]]);
  },
);
