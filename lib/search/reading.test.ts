import fc from "fast-check";
import { expect, test } from "vitest";
import { AREA_NAMES, areaCalled } from "./gazetteer";
import { optionCalled } from "./option-names";
import { hasMeaning, readingOf } from "./reading";
import { ASKED_PHRASES, SUBJECT_PHRASES } from "./vocabulary";
import { plainWords } from "./words";

test("the longest phrase counts: a place of the county before a word of it, a wish before a word for everything", () => {
  expect(readingOf("west hollywood").near?.name).toBe("West Hollywood");
  expect(readingOf("sober living in north hollywood")).toMatchObject({
    asked: [{ typed: "sober living", group: "level", options: ["sober-housing"] }],
    near: { name: "North Hollywood" },
    subject: [],
    words: [],
  });
});

test("every phrase of the tables is read as what it stands for, also in capitals and in a sentence", () => {
  for (const [phrase, asked] of ASKED_PHRASES)
    expect([phrase, readingOf(`Where is ${phrase.toUpperCase()}, please`).asked]).toEqual([
      phrase,
      [{ typed: phrase.toUpperCase(), ...asked }],
    ]);
  for (const phrase of SUBJECT_PHRASES) expect([phrase, readingOf(phrase).subject]).toEqual([phrase, [phrase]]);
  for (const name of AREA_NAMES)
    expect([name, readingOf(`rehab in ${name}`).near?.name]).toEqual([name, areaCalled(name)?.name]);
});

test("no phrase stands in two tables, where the second would never be read", () => {
  const phrases = [...ASKED_PHRASES.keys(), ...SUBJECT_PHRASES, ...AREA_NAMES];
  expect(phrases.filter((phrase) => optionCalled(phrase))).toEqual([]);
  expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
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
