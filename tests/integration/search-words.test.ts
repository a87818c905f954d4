// What people type, in their words: the subject of the directory, a medicine with a word for a clinic, a number from a
// listing's page, a place of the county.

import { beforeAll, describe, expect, test } from "vitest";
import { parseFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
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
    "best rehab in Los Angeles",
    "rehab LA County",
  ])("%s", async (q) => {
    const { facets, text } = await searchFor(q);
    expect(facets.total.value).toBe(places.length);
    expect(text.subject.length).toBeGreaterThan(0);
    expect(text.unknown).toEqual([]);
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
    expect(text.asked.map(({ group }) => group)).toEqual(["people", "payment"]);
    const fitting = places.filter(
      (place) =>
        answerTo(place, "people", "a-mother-with-children") === "yes" &&
        answerTo(place, "payment", "medi-cal") === "yes",
    );
    expect(facets.total.value).toBe(fitting.length);
  });
});

describe("a mistyped word never becomes an unlike one", () => {
  test.each(["doctor", "docter", "clinik", "dotcor"])("%s is a word for everything here", async (q) => {
    const { text } = await searchFor(q);
    expect(text.corrections.map(({ used }) => used)).not.toContain("dolor");
    expect(text.subject.length).toBeGreaterThan(0);
  });

  test.each(["xylophone", "banana", "mortgage", "horseback"])(
    "%s is like nothing, and nothing is called so",
    async (q) => {
      const { text, facets } = await searchFor(q);
      expect([text.corrections, text.unknown, facets.total.value]).toEqual([[], [q], 0]);
    },
  );

  test("what nothing is called is left out and said, and the rest of the search is kept", async () => {
    for (const [rest, params] of [
      ["medi-cal", {}],
      ["methadone", {}],
      ["", { payment: "medi-cal" }],
      ["", { near: "90033" }],
    ] as const) {
      const { text, facets, result } = await searchFor(`${rest} xylophone`, params);
      expect(text.unknown).toEqual(["xylophone"]);
      const kept = await searchFor(rest, params);
      expect(kept.facets.total.value).toBeGreaterThan(0);
      expect([facets.total, result]).toEqual([kept.facets.total, kept.result]);
    }
  });

  test("words that no place has together find those that have one of them", async () => {
    const { text, result } = await searchFor("sunrise horizon");
    expect([text.anyWord, result.hits.length > 0]).toEqual([true, true]);
    expect(result.hits.every(({ name }) => /sunrise|horizon/i.test(name))).toBe(true);
  });
});

describe("a text can be read in another way than the search would by itself", () => {
  test("word for word, in names and addresses alone", async () => {
    const { text, result } = await searchFor("docter", { words: "exact" });
    expect([text.readAs, text.corrections, result.hits]).toEqual(["exact", [], []]);
    const named = await searchFor("detox center", { words: "exact" });
    expect(named.result.hits.length).toBeGreaterThan(0);
    expect(named.result.hits.every(({ name, unit }) => /detox/i.test(`${name} ${unit ?? ""}`))).toBe(true);
  });

  test("for what it means, although a place is called so; and the page names the places that are", async () => {
    const { text, named, facets } = await searchFor("Los Angeles Detox");
    expect([text.readAs, text.asked.map(({ options }) => options)]).toEqual(["meaning", [["detox"]]]);
    expect(named.map(({ name }) => name)).toEqual([expect.stringMatching(/^los angeles detox/i)]);
    expect(facets.total.value).toBeGreaterThan(100);
    const [asName, asMeaning] = [
      await searchFor("Hope Detox Center"),
      await searchFor("Hope Detox Center", { words: "meaning" }),
    ];
    expect([asName.text.readAs, asMeaning.text.readAs]).toEqual(["name", "meaning"]);
    expect(asMeaning.text.asked.map(({ options }) => options)).toEqual([["detox"]]);
  });
});

describe("what costs little", () => {
  test.each([
    ["free rehab", ["free", "assistance", "sliding-fee", "medi-cal"]],
    ["rehab gratis", ["free", "assistance", "sliding-fee", "medi-cal"]],
    ["uninsured", ["free", "assistance", "sliding-fee"]],
  ] as const)("“%s” finds every place that says one of the ways, and says so", async (q, ways) => {
    const { text, facets } = await searchFor(q);
    expect(text.asked.map(({ options }) => options)).toEqual([ways]);
    expect(text.told).toHaveLength(1);
    const fitting = places.filter((place) => ways.some((way) => answerTo(place, "payment", way) === "yes"));
    expect(facets.total.value).toBe(fitting.length);
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
        const [, county = "", rest = "", letters = ""] = /^(\d{2})(\d{4})(\D+)$/.exec(number) ?? [];
        const spellings = [
          `${county}${rest} ${letters}`,
          `${county}-${rest}${letters}`,
          `${county} ${rest} ${letters}`,
        ];
        for (const q of [number, ...spellings].flatMap((each) => [each, each.toLowerCase()]))
          expect(await slugsFor(q)).toContain(slug);
      }
  });

  test("its street line, with the street's type and direction as people write them", async () => {
    const place = places.find(({ street }) => /^\d+ East .* Highway$/.test(street));
    const [house = "", , ...rest] = place!.street.split(" ");
    const name = rest.slice(0, -1).join(" ");
    for (const q of [place!.street, `${house} E. ${name} Hwy`, `${house} ${name}`])
      expect(await slugsFor(q)).toContain(place!.slug);
  });

  test("each of several house numbers of its street line", async () => {
    const several = places.filter(({ street }) => /^\d+\s*(?:-|,|\/|&|and|to)\s*\d/.test(street));
    expect(several.length).toBeGreaterThan(3);
    for (const { slug, street } of several) {
      const [, leading = "", name = ""] = /^((?:\d+(?:[\s,&/-]|and|to)*)+) (.+)$/.exec(street) ?? [];
      for (const house of leading.match(/\d{3,}/g) ?? [])
        for (const q of [`${house} ${name}`, street, street.replace(" and ", " & ")])
          expect([q, (await slugsFor(q)).includes(slug)]).toEqual([q, true]);
    }
  });

  test("its house number, and the first digits of its license", async () => {
    const place = places.find(({ street }) => /^\d{5} /.test(street))!;
    expect(await slugsFor(place.street.split(" ")[0]!)).toContain(place.slug);
    const { slug, licenses } = places.find((each) => each.licenses.length > 0)!;
    for (const number of licenses.map((each) => each.number)) {
      const having = places.filter((each) =>
        each.licenses.some((license) => license.number.startsWith(number.slice(0, 6))),
      );
      expect(having.length).toBeLessThanOrEqual(20);
      for (const q of [`lic ${number}`, `License # ${number}`, `licencia ${number}`, number.slice(0, 6)])
        expect([q, (await slugsFor(q)).includes(slug)]).toEqual([q, true]);
    }
  });

  test("or else the page says that no place has it", async () => {
    for (const q of ["(323) 555-0100", "999999ZZ"]) {
      const { text, facets } = await searchFor(q);
      expect([text.numbers, text.unknown, facets.total.value]).toEqual([[q], [], 0]);
    }
  });
});

test("words refused find every place, and the page says that they were left out", async () => {
  for (const q of ["no medi-cal", "without methadone", "sin metadona", "without methdone", "que no sea religioso"]) {
    const { text, facets } = await searchFor(q);
    expect([q, text.asked, text.told.map(({ topic }) => topic), facets.total.value]).toEqual([
      q,
      [],
      ["without"],
      places.length,
    ]);
  }
});
