import { renderToStaticMarkup } from "react-dom/server";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FactValue } from "@/lib/facts/facts";
import { payFrom, PAYMENT_CODES } from "@/lib/facts/how-to-pay";
import {
  keepingFrom,
  KEEPING_CODES,
  LEVELS,
  LONG_TERM,
  longTermFrom,
  MEDICATIONS,
  type KeyFacts,
} from "@/lib/facts/key-facts";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { answersTo } from "@/lib/search/answered";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import type { SearchHit } from "@/lib/search/types";
import { LOCALES, messagesOf, type Locale } from "@/lib/shared/i18n";
import { keepingParts } from "./keeping-text";
import { SearchHitItem } from "./search-hit";

const factsFrom = (valueOf: (key: string) => FactValue, levels: KeyFacts["levels"] = []): KeyFacts => ({
  medications: {
    methadone: valueOf("medication:methadone"),
    buprenorphine: valueOf("medication:buprenorphine"),
    naltrexone: valueOf("medication:naltrexone"),
  },
  keeping: keepingFrom((each) => valueOf(`keeping:${each}`)),
  longTerm: longTermFrom((each) => valueOf(`long-term:${each}`)),
  levels,
  mediCal: valueOf("payment:medi-cal"),
  pay: payFrom((way) => valueOf(`payment:${way}`), valueOf("payment:medi-cal") === "no" ? 2023 : null),
  spanish: valueOf("language:spanish"),
});

const HIT: SearchHit = {
  slug: "a-place",
  name: "A Place",
  unit: "Its Program",
  street: "1 First Street",
  street2: null,
  city: "Covina",
  state: "CA",
  zip: "91722",
  phone: "+16265550100",
  phoneExtension: null,
  kind: "outpatient",
  fromStateList: false,
  presence: "open",
  rank: 12,
  band: 1,
  facts: factsFrom(() => "unknown"),
  who: [],
  saidNo: false,
  treatsOpioids: true,
  notRankedFor: null,
  answers: [],
  distance: null,
  isBeyond: false,
};

function cardOf(locale: Locale, hit: Partial<SearchHit>, asked: Partial<ListingFilters> = {}) {
  const filters = { ...NO_FILTERS, ...asked };
  const html = renderToStaticMarkup(
    <SearchHitItem locale={locale} hit={{ ...HIT, ...hit }} asked={filters} isMeasured={hit.distance !== undefined} />,
  );
  // A line of the card ends with a bar.
  const text = html
    .replaceAll(/<\/(p|h3)>/g, " | ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("\u00a0", " ");
  const bold = [...html.matchAll(/<strong[^>]*>(.*?)<\/strong>/g)].map(([, words = ""]) =>
    words.replaceAll(/<[^>]*>/g, "").replaceAll("\u00a0", " "),
  );
  return { html, text, bold };
}

/** A card's answers to what was asked, with its facts, from one table of answers. */
function answering(asked: Partial<ListingFilters>, yes: string[], unknown: string[]): Partial<SearchHit> {
  const valueOf = (key: string): FactValue => (yes.includes(key) ? "yes" : unknown.includes(key) ? "unknown" : "no");
  return { facts: factsFrom(valueOf), answers: answersTo({ ...NO_FILTERS, ...asked }, { yes, unknown }) };
}

describe("a card", () => {
  test("says name, program, distance and rank before anything else, then care and address", () => {
    const facts = factsFrom(() => "yes", ["residential", "intensive", "outpatient"]);
    const { text } = cardOf("en", { facts, distance: { miles: 2.64, isApproximate: true } });
    expect(text).toContain(
      "Its Program | about 2.6 mi · Rank 12 · Top quarter · Outpatient, residential, day or intensive outpatient | " +
        "1 First Street, Covina | ",
    );
  });

  test("gives the reason in the place of the rank, in full ink", () => {
    const { text, bold } = cardOf("en", { rank: null, band: null, notRankedFor: "not_surveyed" });
    expect(text).toContain("Its Program | Not ranked: Has not answered the survey that we rank by · Outpatient");
    expect(bold[0]).toBe("Not ranked:");
  });

  test("answers what was asked first and in bold, and says what it did not say", () => {
    const asked = { payment: ["medi-cal"], language: ["spanish", "greek"], keeping: ["on-methadone"] } as const;
    const hit = answering(asked, ["payment:medi-cal", "keeping:on-methadone"], ["language:greek"]);
    const { bold, text } = cardOf("en", hit, asked);
    expect(bold).toEqual([
      "keeps you on methadone · does not keep you on buprenorphine · takes no prescriptions from elsewhere" +
        " · Medi-Cal · Spanish: No · Greek: did not say",
    ]);
    expect(text).toContain("Greek: did not say (ask when you call) | How to pay: Medi-Cal");
    expect(text.match(/Spanish:/g)).toHaveLength(1);
    expect(text.match(/methadone/g)).toHaveLength(1);
  });

  test("says the year of a no to Medi-Cal, asked or not, once", () => {
    const hit = answering({ payment: ["medi-cal"] }, [], []);
    for (const answers of [hit.answers!, []])
      expect(cardOf("en", { ...hit, answers }).text.match(/Medi-Cal: said no in 2023: ask/g)).toHaveLength(1);
  });

  test("of a place known from the state's list says so in one sentence, with who can go", () => {
    const { text } = cardOf("en", { fromStateList: true, who: ["women.state"] });
    expect(text).toContain(
      "Known from the state’s list of licenses alone: ask about medication and cost. Who can go: women only, says the",
    );
    expect(text).not.toContain("Medication:");
  });

  test.each(LOCALES)(
    "loses nothing of who can go, medication, how to pay and languages, whatever was asked (%s)",
    (locale) => {
      const { facts: words, listings } = messagesOf(locale);
      const keys = [
        ...MEDICATIONS.map((each) => `medication:${each}`),
        ...Object.keys(KEEPING_CODES).map((each) => `keeping:${each}`),
        ...LONG_TERM.map((each) => `long-term:${each}`),
        ...Object.keys(PAYMENT_CODES).map((each) => `payment:${each}`),
        "language:spanish",
      ];
      const values = fc.record(
        Object.fromEntries(keys.map((key) => [key, fc.constantFrom<FactValue>("yes", "no", "unknown")])),
      );
      fc.assert(
        fc.property(
          values,
          fc.subarray(keys),
          fc.subarray([...LEVELS]),
          fc.constantFrom(...LISTING_KINDS),
          (given, chosen, levels, kind) => {
            const of = (value: FactValue) => keys.filter((key) => given[key] === value);
            const options = (group: string) =>
              chosen.flatMap((key) => (key.startsWith(`${group}:`) ? key.slice(group.length + 1) : []));
            const asked = Object.fromEntries(
              ["medication", "keeping", "payment", "language"].map((group) => [group, options(group)]),
            );
            const hit = { ...answering(asked, of("yes"), of("unknown")), kind, who: ["men.both"] as const };
            const facts = { ...hit.facts!, levels };
            const text = cardOf(locale, { ...hit, who: [...hit.who], facts }, asked).text.toLowerCase();
            const said = [
              words.who.men.both,
              ...keepingParts(locale, facts, true).map((part) => part.words),
              ...MEDICATIONS.filter((each) => facts.medications[each] === "yes").map(
                (each) => listings.medication[each],
              ),
              ...facts.pay.ways.map((way) => words.pay.ways[way]),
              ...levels.filter((level) => level !== kind).map((level) => listings.level[level]),
              listings.key.spanish,
              facts.mediCal === "no" ? words.pay.saidNo.replace("{year}", "2023") : "medi-cal",
            ].map((each) => each.replaceAll("\u00a0", " ").toLowerCase());
            expect(said.filter((each) => !text.includes(each))).toEqual([]);
          },
        ),
      );
    },
  );
});
