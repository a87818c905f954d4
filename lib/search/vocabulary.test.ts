import { expect, test } from "vitest";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { FILTER_GROUPS, optionsOf, type FilterGroup } from "@/lib/facts/filter-options";
import { LOCALES, messagesOf } from "@/lib/shared/i18n";
import { isWholeCounty, AREA_NAMES } from "./gazetteer";
import { hasMeaning, readingOf } from "./reading";
import { FINDABLE_SERVICES } from "./service-words";
import { TOPICS } from "./types";
import { plainWords } from "./words";
import { MEANT_WORDS } from "./meant-words";
import { meaningCalled, phrasesOf, RIGHT_SPELLINGS, VOCABULARY, type VocabularyRow } from "./vocabulary";

const all = LOCALES.flatMap((locale) => VOCABULARY[locale]);
const phrasesIn = (rows: readonly VocabularyRow[]) => rows.flatMap(phrasesOf);

test.each(LOCALES)(
  "each row of the table in %s says what its words mean, in terms that there are, and why",
  (locale) => {
    expect(VOCABULARY[locale].length).toBeGreaterThan(50);
    for (const { words, mistyped: _, why, sets = {}, services = [], alone, tells, ...row } of VOCABULARY[locale]) {
      const {
        subject = false,
        asksPlace = false,
        asksOthers = false,
        calls = null,
        named = false,
        relative = false,
        ...unread
      } = row;
      expect([words, unread]).toEqual([words, {}]);
      expect([words, relative && !sets.people && tells !== "howOld"]).toEqual([words, false]);
      expect([words, why.length > 8]).toEqual([words, true]);
      // What is read as places for some alone is said.
      expect([words, alone === undefined || tells === "alone"]).toEqual([words, true]);
      const groups = Object.keys(sets) as FilterGroup[];
      expect(groups.length).toBeLessThanOrEqual(1);
      expect(
        groups.length + services.length + Number(subject) + Number(asksPlace) + Number(tells !== undefined),
      ).toBeGreaterThan(0);
      for (const group of groups) {
        expect(FILTER_GROUPS).toContain(group);
        for (const option of sets[group] ?? []) expect(optionsOf(group)).toContain(option);
      }
      for (const code of services)
        expect([code, ATTRIBUTES.has(code), FINDABLE_SERVICES.has(code)]).toEqual([code, true, true]);
      expect([...TOPICS, undefined]).toContain(tells);
      expect(calls === null || plainWords(calls).join() === calls).toBe(true);
      expect(named && tells === undefined).toBe(false);
      expect(asksOthers && services.length === 0 && tells === undefined).toBe(false);
    }
  },
);

test("a word that is often mistyped is read as its right spelling, which no table calls mistyped", () => {
  expect(RIGHT_SPELLINGS.size).toBeGreaterThan(20);
  for (const [wrong, right] of RIGHT_SPELLINGS) {
    const [one, other] = [wrong, right].map((word) => readingOf(word));
    const meant = ({ asked, services, subject }: ReturnType<typeof readingOf>) => [
      asked.map(({ options }) => options),
      services.map(({ codes }) => codes),
      subject.length,
    ];
    expect([wrong, meant(one!)]).toEqual([wrong, meant(other!)]);
    expect([right, hasMeaning(other!), RIGHT_SPELLINGS.has(right), MEANT_WORDS.includes(wrong)]).toEqual([
      right,
      true,
      false,
      false,
    ]);
  }
});

test("a phrase stands once in a table, and means the same in both; none is the name of a place", () => {
  for (const locale of LOCALES) {
    const phrases = phrasesIn(VOCABULARY[locale]);
    expect(phrases.filter((phrase, index) => phrase === "" || phrases.indexOf(phrase) !== index)).toEqual([]);
  }
  const english = new Set(phrasesIn(VOCABULARY.en));
  const meaningIn = (rows: readonly VocabularyRow[], phrase: string) => {
    const { words: _, mistyped: ___, why: __, ...meaning } = rows.find((row) => phrasesOf(row).includes(phrase))!;
    return meaning;
  };
  for (const phrase of phrasesIn(VOCABULARY.es).filter((each) => english.has(each)))
    expect([phrase, meaningIn(VOCABULARY.es, phrase)]).toEqual([phrase, meaningIn(VOCABULARY.en, phrase)]);
  expect(phrasesIn(all).filter((phrase) => AREA_NAMES.includes(phrase) || isWholeCounty(phrase))).toEqual([]);
});

test("every phrase is read as what its row says, in capitals and in a sentence too", () => {
  for (const phrase of phrasesIn(all)) {
    const { sets, services, alone, subject, asksPlace, tells, asksOthers = false } = meaningCalled(phrase)!;
    const typed = phrase.toUpperCase();
    const reading = readingOf(`Xxx ${typed} xxx`);
    const { asked, services: served, alone: only, subject: about, asksPlace: asks, told, asksOthers: others } = reading;
    expect({ phrase, asked, served, only, about, asks, told, others }).toEqual({
      phrase,
      asked: sets ? [{ typed, ...sets }] : [],
      served: services ? [{ typed, codes: services }] : [],
      only: alone ? [{ typed, who: alone }] : [],
      about: subject ? [typed] : [],
      asks: asksPlace ? [typed] : [],
      told: tells ? [{ typed, topic: tells }] : [],
      others: asksOthers,
    });
  }
});

test.each([
  ["metadon", "medication"],
  ["methadon", "medication"],
  ["methodone", "medication"],
  ["buprenorfin", "medication"],
  ["naltrexon", "medication"],
  ["zubsolv", "medication"],
  ["vivitrol", "medication"],
  ["residentia", "level"],
  ["outpatien", "level"],
  ["inpatien", "level"],
])("%s is the word that it is all but a letter of, or a brand", (typed, group) => {
  expect(readingOf(typed).asked.map((asked) => asked.group)).toEqual([group]);
});

test("every single word of the tables that sets a filter is read when its last letter is missing, unless it is another", () => {
  const words = all
    .flatMap((row) => (row.sets ? phrasesOf(row) : []))
    .filter((phrase) => /^\p{L}{7,}[aeodnlt]$/u.test(phrase));
  expect(words.length).toBeGreaterThan(40);
  for (const word of words) expect([word, hasMeaning(readingOf(word.slice(0, -1)))]).toEqual([word, true]);
});

test.each(["probuphine", "sublocade", "brixadi", "implante"])("%s has a code of its own", (typed) => {
  expect(readingOf(typed).services).toHaveLength(1);
});

test("words of time and manner restrict nothing", () => {
  for (const word of [
    "while",
    "during",
    "durante",
    "mientras",
    "para",
    "con",
    "after",
    "since",
    "hasta",
    "desde",
    "until",
  ])
    expect([word, readingOf(`subutex ${word} pregnant`).words]).toEqual([word, []]);
});

test.each(LOCALES)("what the page says about a phrase has words in %s", (locale) => {
  expect(Object.keys(messagesOf(locale).reading.told).toSorted()).toEqual([...TOPICS].toSorted());
});
