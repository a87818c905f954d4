import { expect, test } from "vitest";
import { LOCALES } from "@/lib/shared/i18n";
import { readingOf } from "./reading";
import { phrasesOf, VOCABULARY } from "./vocabulary";

const RELATIVES = {
  en: VOCABULARY.en.filter(({ relative }) => relative).flatMap(phrasesOf),
  es: VOCABULARY.es.filter(({ relative }) => relative).flatMap(phrasesOf),
};
const MINE = {
  en: (who: string) => who.replace(/^(my|our) /, ""),
  es: (who: string) => who.replace(/^(mi|nuestr[oa]) /, ""),
};
const OTHERS = {
  en: [
    (who: string) => `my ${who} left me`,
    (who: string) => `my ${who} kicked me out`,
    (who: string) => `my ${who} wants me to go`,
    (who: string) => `my ${who} said I should go`,
    (who: string) => `on my ${who}'s insurance`,
    (who: string) => `on my ${who}’s insurance`,
    (who: string) => `I live with my ${who}`,
  ],
  es: [
    (who: string) => `mi ${who} me dejó`,
    (who: string) => `mi ${who} ya no me habla`,
    (who: string) => `mi ${who} quiere que vaya`,
    (who: string) => `mi ${who} dice que vaya`,
    (who: string) => `con el seguro de mi ${who}`,
    (who: string) => `vivo con mi ${who}`,
  ],
};
const PATIENTS = {
  en: [
    (who: string) => `help for my ${who}`,
    (who: string) => `my ${who} needs help`,
    (who: string) => `help with my ${who}`,
  ],
  es: [
    (who: string) => `ayuda para mi ${who}`,
    (who: string) => `mi ${who} necesita ayuda`,
    (who: string) => `ayuda con mi ${who}`,
  ],
};

test.each(LOCALES)("a relative who only speaks, owns or lives with the person is no patient, in %s", (locale) => {
  expect(RELATIVES[locale].length).toBeGreaterThan(15);
  // "With my baby", "con mi hijo" are of a child who comes along.
  const named = RELATIVES[locale].map(MINE[locale]).filter((who) => !/^(baby|hijo\b)/.test(who));
  for (const who of named) {
    for (const typed of OTHERS[locale].map((say) => say(who))) {
      const { asked, services, told } = readingOf(typed);
      const rest = asked.filter(({ group }) => group !== "payment");
      expect([typed, rest, services, told.filter(({ topic }) => topic !== "plans")]).toEqual([typed, [], [], []]);
    }
    for (const typed of PATIENTS[locale].map((say) => say(who))) {
      const { asked, told } = readingOf(typed);
      expect([typed, asked.length + told.length, asked.every(({ group }) => group === "people")]).toEqual([
        typed,
        1,
        true,
      ]);
    }
  }
});

test("two look for a place together where they go or stay together, and else somebody lives with another", () => {
  for (const typed of [
    "with my wife",
    "stay with my boyfriend",
    "go with my partner",
    "con mi novia",
    "quiero ir con mi pareja",
    "my wife and I",
    "yo y mi esposa",
  ])
    expect([typed, readingOf(typed).told.map(({ topic }) => topic)]).toEqual([typed, ["couples"]]);
  for (const typed of [
    "I live with my wife",
    "help with my husband",
    "vivo con mi esposa",
    "ayuda con mi pareja",
    "with my wife's addiction",
  ])
    expect([typed, readingOf(typed).services]).toEqual([typed, []]);
});
