import { expect, test } from "vitest";
import { LOCALES } from "@/lib/shared/i18n";
import { readingOf } from "./reading";
import { meaningCalled, phrasesOf, VOCABULARY } from "./vocabulary";
import { plainWords } from "./words";

const OPENERS = {
  en: [
    "no",
    "not",
    "without",
    "no more",
    "without any",
    "I don't want",
    "does not give",
    "except",
    "w/o",
    "other than",
  ],
  es: ["no", "sin", "no quiero", "que no sea", "que no tenga", "nada de", "excepto", "no necesito", "ni"],
};
const rows = LOCALES.flatMap((locale) => VOCABULARY[locale].map((row) => ({ locale, ...row })));
const isInsurance = (phrase: string) => /insur|coverage|segur|aseguranza|cobertura/.test(phrase);
const LACK = /^(no|not|without|sin|que no|donde no|lost|dont|do not|cant|cannot|can not|have no|nowhere)\b/;
/** Who refuses them asks for places for the others. */
const isOneSex = (phrase: string) =>
  /^(wo)?men$|^(fe)?males$|^(guys|ladies|girls|hombres|mujeres|senoras)$/.test(phrase);
/** Whether the text, or what it begins with, stands in a table: "no income". */
const hasOwn = (typed: string) =>
  plainWords(typed).some((_, at, words) => {
    const begun = words.slice(0, at + 1).join(" ");
    return at > 0 && (meaningCalled(begun) ?? meaningCalled(begun.replace(/s$/, ""))) !== null;
  });
const telling = ({ told }: ReturnType<typeof readingOf>) => told.map(({ topic }) => topic);

test("whatever a filter or a service asks for is asked by nobody who refuses it, and the page says so", () => {
  for (const row of rows.filter(({ sets, services }) => sets ?? services))
    for (const phrase of phrasesOf(row))
      for (const opener of OPENERS[row.locale]) {
        const typed = `${opener} ${phrase}`;
        const plain = readingOf(typed);
        // "No insurance" and what begins so itself keep the meaning that their row gives.
        if (isInsurance(phrase) || isOneSex(phrase) || hasOwn(typed) || LACK.test(phrase)) continue;
        expect([typed, plain.asked, plain.services, plain.near, telling(plain)]).toEqual([
          typed,
          [],
          [],
          null,
          ["without"],
        ]);
        expect([typed, plain.told[0]!.typed.toLowerCase().endsWith(phrase)]).toEqual([typed, true]);
      }
});

const CLOSERS = {
  en: [
    "no",
    "not",
    "no thanks",
    "not wanted",
    "not needed",
    "not for me",
    "is not for me",
    "I don't want",
    "I don't want it",
    "he does not want",
    "didn't work for me",
    "- no",
    ", not wanted",
    "? no",
    "not wanted please",
    "unwanted",
  ],
  es: [
    "no",
    "no quiero",
    "no gracias",
    "no la quiero",
    "no lo quiero",
    "no me gusta",
    "yo no quiero",
    "no es para mí",
    ", no",
    "tampoco",
    "no me sirve",
  ],
};

test("nor by who says so behind it, in any words", () => {
  for (const row of rows.filter(({ sets, services, alone }) => sets ?? services ?? alone))
    for (const phrase of phrasesOf(row))
      for (const closer of CLOSERS[row.locale]) {
        const typed = `${phrase} ${closer}`;
        const { asked, services, alone, told } = readingOf(typed);
        if (isInsurance(phrase) || isOneSex(phrase) || LACK.test(phrase)) continue;
        expect([typed, asked, services, alone, told.map(({ topic }) => topic)]).toEqual([
          typed,
          [],
          [],
          [],
          ["without"],
        ]);
      }
});

test("what is refused behind a phrase is no other that stands there, and danger is told", () => {
  for (const row of rows.filter(({ sets, services }) => sets ?? services))
    for (const phrase of phrasesOf(row)) {
      const own = readingOf(phrase);
      for (const typed of [
        `${phrase} not far from here`,
        `${phrase}, no waiting list`,
        `${phrase} no me importa dónde`,
      ])
        expect([typed, readingOf(typed).asked, readingOf(typed).services]).toEqual([typed, own.asked, own.services]);
      for (const danger of ["he is not breathing", "I don't want to live", "no responde", "no quiero vivir"])
        expect([phrase, danger, telling(readingOf(`${phrase} ${danger}`)).includes("danger")]).toEqual([
          phrase,
          danger,
          true,
        ]);
    }
});

test.each([
  ["suboxone no methadone yes", [["buprenorphine"]]],
  ["methadone no but detox", [["detox"]]],
  ["methadone not wanted, medi-cal", [["medi-cal"]]],
  ["methadone and suboxone not wanted, detox", [["detox"]]],
  ["detox, methadone I don't want", [["detox"]]],
  ["metadona no, pero suboxone", [["buprenorphine"]]],
  ["residencial sí, metadona no", [["residential", "hospital"]]],
  ["told to leave my methadone clinic", [["methadone"]]],
  ["kicked out of my methadone program", [["methadone"]]],
  ["me corrieron de la clínica de metadona", [["methadone"]]],
  ["detox not for me but for my wife", [["detox"], ["a-woman"]]],
] as const)("%s refuses what it refuses, and asks for the rest", (typed, options) => {
  const reading = readingOf(typed);
  expect([typed, reading.asked.map((each) => each.options), reading.words]).toEqual([typed, options, []]);
});

test("nobody in danger is taken for one who refuses", () => {
  for (const row of rows.filter(({ tells }) => tells === "danger"))
    for (const phrase of phrasesOf(row))
      for (const opener of [...OPENERS.en, ...OPENERS.es])
        expect([opener, phrase, telling(readingOf(`${opener} ${phrase}`))]).toEqual([opener, phrase, ["danger"]]);
});

test.each([
  ["residential no religioso medi-cal", ["level", "payment"]],
  ["no methadone, medi-cal", ["payment"]],
  ["detox without methadone or suboxone", ["level"]],
  ["detox without methadone and suboxone", ["level"]],
  ["no methadone and medi-cal", ["payment"]],
  ["sin metadona ni suboxone, en español", ["language"]],
  ["outpatient, not residential", ["level"]],
  ["methadone-free detox", ["level"]],
  ["non-12-step outpatient", ["level"]],
  ["place that does not give methadone for women", ["population"]],
  ["un programa residencial que no use metadona", ["level"]],
])("%s refuses one thing and asks for another", (typed, groups) => {
  expect(readingOf(typed).asked.map(({ group }) => group)).toEqual(groups);
});

test.each([
  ["no insurance", "payment", "noInsurance"],
  ["without any insurance", "payment", "noInsurance"],
  ["I do not have health insurance", "payment", "noInsurance"],
  ["no tengo ningún seguro médico", "payment", "noInsurance"],
  ["sin seguro", "payment", "noInsurance"],
  ["no money", "payment", "free"],
  ["sin dinero", "payment", "free"],
  ["without insurance", "payment", "noInsurance"],
  ["insurance not accepted", "payment", "noInsurance"],
  ["no aceptan mi seguro", "payment", "noInsurance"],
  ["no wait", null, "openings"],
  ["sin cita", null, "openings"],
  ["sin papeles", null, "papers"],
  ["no car", "access", null],
  ["sin hogar", "access", null],
])("%s is a lack, and asks for what helps", (typed, group, topic) => {
  const reading = readingOf(typed);
  expect([reading.asked.map((asked) => asked.group), telling(reading)]).toEqual([
    [group].filter(Boolean),
    [topic].filter(Boolean),
  ]);
});

const NO_USE = [
  "no me sirve la",
  "no me sirvió la",
  "no me funciona la",
  "no me funcionó",
  "didn't like",
  "I don't need",
];
const WISHES = ["need", "I need", "so i want", "want a", "necesito", "quiero", "necesito un lugar con"];

test("what was of no use is refused, and a wish behind it is none of it", () => {
  for (const wish of WISHES)
    for (const typed of [
      ...NO_USE.map((refusal) => `${refusal} methadone ${wish} suboxone`),
      `methadone didn't work ${wish} suboxone`,
      `methadone does not work for me ${wish} suboxone`,
      `la metadona no me sirvió ${wish} suboxone`,
      `la metadona no me funciona ${wish} suboxone`,
    ])
      expect([typed, readingOf(typed).asked.map(({ options }) => options), telling(readingOf(typed))]).toEqual([
        typed,
        [["buprenorphine"]],
        ["without"],
      ]);
});

test.each([
  "why not methadone",
  "not just methadone",
  "can't find methadone",
  "no sé dónde hay metadona",
  "no, methadone",
  "no hay metadona",
  "there is no methadone near me",
])("%s still asks for it", (typed) => {
  expect(readingOf(typed).asked.map(({ options }) => options)).toEqual([["methadone"]]);
});

test("a place refused is none to measure from; but No Hollywood is North Hollywood to many", () => {
  for (const typed of ["not in pasadena", "anywhere but Pasadena", "no vivo en Pasadena"])
    expect([typed, readingOf(typed).near, telling(readingOf(typed))]).toEqual([typed, null, ["without"]]);
  expect(readingOf("No. Hollywood").near?.start.name).toBe("Hollywood");
});
