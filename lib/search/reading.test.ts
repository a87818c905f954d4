import fc from "fast-check";
import { expect, test } from "vitest";
import { hasMeaning, readingOf } from "./reading";
import { plainWords } from "./words";

test("the longest phrase counts: a place of the county before a word of it, a wish before a word for everything", () => {
  expect(readingOf("west hollywood").near?.start.name).toBe("West Hollywood");
  expect(readingOf("sober living in north hollywood")).toMatchObject({
    asked: [{ typed: "sober living", group: "level", options: ["sober-housing"] }],
    near: { typed: "north hollywood", start: { name: "North Hollywood" } },
    subject: [],
    words: [],
  });
});

test("plurals are read as what there is one of, in both languages, also within a phrase", () => {
  for (const text of ["methadone clinics", "clínicas de metadona", "programas de metadona"])
    expect([text, readingOf(text).asked]).toEqual([
      text,
      [{ typed: text, group: "medication", options: ["methadone"] }],
    ]);
  expect(readingOf("doctors, doctores, centros de tratamiento").subject).toEqual([
    "doctors",
    "doctores",
    "centros de tratamiento",
  ]);
});

test("MediCal is the insurance, and a medical detox is a detox", () => {
  expect(readingOf("MediCal detox").asked.map(({ group }) => group)).toEqual(["payment", "level"]);
  expect(readingOf("medical detox").asked).toEqual([{ typed: "medical detox", group: "level", options: ["detox"] }]);
});

test("either of two options will do when “or” stands between them, else both have to hold", () => {
  expect(readingOf("methadone or suboxone").asked).toEqual([
    { typed: "methadone", group: "medication", options: ["methadone", "buprenorphine"] },
  ]);
  expect(readingOf("vietnamita o coreano").asked.map(({ options }) => options)).toEqual([["vietnamese", "korean"]]);
  expect(readingOf("methadone suboxone").asked).toHaveLength(2);
  expect(readingOf("methadone or women").asked).toHaveLength(2);
});

test("distances begin at the first place that is named; a ZIP code is one, and the county is none", () => {
  expect(readingOf("90033 or pasadena")).toMatchObject({ near: { start: { name: "90033" } }, setAside: ["pasadena"] });
  expect(readingOf("detox 90012-1234").near?.start.name).toBe("90012");
  expect(readingOf("18646")).toMatchObject({ near: null, words: [{ plain: "18646", typed: "18646" }] });
  expect(readingOf("rehab in Los Angeles, CA")).toMatchObject({ near: null, county: ["Los Angeles, CA"] });
  expect(readingOf("la clínica de la mujer").county).toEqual([]);
});

test.each(["inglewood ca 90301-2210", "Inglewood, CA 90301", "Inglewood 90301", "los angeles california 90301"])(
  "of a city with its ZIP code, %s, distances begin at the ZIP code",
  (typed) => {
    expect(readingOf(typed)).toMatchObject({ near: { start: { name: "90301" } }, setAside: [], county: [], words: [] });
  },
);

test("what cannot be searched is told apart from what can", () => {
  expect(readingOf("open now near me with kaiser")).toMatchObject({
    told: [
      { typed: "open now", topic: "hours" },
      { typed: "kaiser", topic: "plans" },
    ],
    asksPlace: ["near me"],
    words: [{ plain: "kaiser", typed: "kaiser" }],
  });
});

test("any text is read, and no word of it is lost but those that only link others", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const reading = readingOf(text);
      expect(reading.words.length).toBeLessThanOrEqual(8);
      expect(hasMeaning(reading) || reading.words.length > 0).toBe(plainWords(text).length > 0);
    }),
  );
});

const WORDS =
  "methadone suboxone detox detox, women only no not without dont want or and y ni sin no quiero 17 70 wife son mi hija " +
  "insurance medi-cal kaiser pasadena 90033 near me free kids overdose . , ? este de los h my for religion 12 step";

test("any words that mean something are read in any order, and nothing of a reading is kept twice", () => {
  const word = fc.constantFrom(...WORDS.split(" "));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.join(" ");
      const { asked, services, words: left } = readingOf(text);
      expect(hasMeaning(readingOf(text)) || left.length > 0).toBe(plainWords(text).length > 0);
      expect(new Set(left.map(({ plain }) => plain)).size).toBe(left.length);
      for (const { typed } of [...asked, ...services]) expect(text).toContain(typed);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  "my brother passed out and is not waking up, fentanyl",
  "He took too much fent!",
  "her lips are blue",
  "unresponsive",
  "I don't want to live anymore",
  "i cant go on",
  "someone is od'ing near koreatown",
  "no quiero vivir",
  "Ya no quiero vivir así",
  "me quiero matar",
  "sobre dosis",
  "mi hijo no responde y tiene los labios morados",
  "tomó demasiado y casi no respira",
  "he is blue",
  "my son od'd",
  "se pasó de droga",
  "se tomo muchas pastillas",
])("somebody may be dying: %s", (typed) => {
  expect(readingOf(typed).told.map(({ topic }) => topic)).toContain("danger");
});
