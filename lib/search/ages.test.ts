import fc from "fast-check";
import { expect, test } from "vitest";
import { readingOf } from "./reading";

const EN = [
  (age: number) => `${age} year old`,
  (age: number) => `my son is ${age}`,
  (age: number) => `my daughter, ${age}`,
  (age: number) => `age ${age}`,
  (age: number) => `${age}yo`,
  (age: number) => `${age} y/o`,
  (age: number) => `he's ${age}`,
  (age: number) => `She is only ${age}`,
  (age: number) => `a ${age} yr old`,
  (age: number) => `for my ${age}-year-old`,
  (age: number) => `${age} years of age`,
  (age: number) => `my friend just turned ${age}`,
  (age: number) => `I'm ${age}`,
  (age: number) => `mi hijo de ${age} años`,
  (age: number) => `de ${age} años`,
  (age: number) => `tiene ${age} años`,
  (age: number) => `mi hija tiene ${age}`,
  (age: number) => `${age} años`,
  (age: number) => `edad ${age}`,
  (age: number) => `tengo ${age} años`,
  (age: number) => `${age} años de edad`,
];
const groupOf = (age: number) => (age < 18 ? "a-minor" : age < 26 ? "a-young-adult" : age < 65 ? null : "an-elder");

test.each([12, 15, 16, 17, 18, 21, 24, 25, 26, 34, 64, 65, 70, 88, 99])(
  "who is %s is of one group, or an adult, for whom every place is, however it is said",
  (age) => {
    for (const typed of EN.map((say) => say(age))) {
      const { asked, words, told, near } = readingOf(`${typed} detox`);
      const people = asked.filter(({ group }) => group === "people").map(({ options }) => options[0]);
      expect([typed, people, words, told, near]).toEqual([typed, [groupOf(age) ?? []].flat(), [], [], null]);
      expect([typed, asked.some(({ group }) => group === "level")]).toEqual([typed, true]);
    }
  },
);

const GROWN: [say: (age: number) => string, who: string][] = [
  [(age) => `woman ${age}`, "a-woman"],
  [(age) => `man ${age}`, "a-man"],
  [(age) => `${age} year old woman`, "a-woman"],
  [(age) => `${age} yo male`, "a-man"],
  [(age) => `my wife is ${age}`, "a-woman"],
  [(age) => `my sister, ${age}`, "a-woman"],
  [(age) => `for my boyfriend who is ${age}`, "a-man"],
  [(age) => `my dad just turned ${age}`, "a-man"],
  [(age) => `im a man ${age}`, "a-man"],
  [(age) => `mujer ${age} años`, "a-woman"],
  [(age) => `mujer de ${age}`, "a-woman"],
  [(age) => `mi hermano tiene ${age} años`, "a-man"],
  [(age) => `señora ${age}`, "a-woman"],
  [(age) => `mi esposo tiene ${age}`, "a-man"],
];

test.each([12, 15, 17, 18, 25, 26, 40, 64, 65, 70, 99])(
  "who is a woman or a man of %s is both, and below 18 the age says all",
  (age) => {
    for (const [say, who] of GROWN) {
      const { asked, words } = readingOf(say(age));
      const group = groupOf(age);
      const expected = age < 18 ? [group] : [who, group].filter((each) => each !== null);
      expect([say(age), asked.map(({ options }) => options[0]).toSorted(), words]).toEqual([
        say(age),
        expected.toSorted(),
        [],
      ]);
    }
  },
);

test("a number alone is an age, which the page says; fewer than 12 are no age, and three digits a number", () => {
  for (const typed of ["17", "for 17", "de 17", "17 please"])
    expect([typed, readingOf(typed).asked.map(({ options }) => options), readingOf(typed).told]).toEqual([
      typed,
      [["a-minor"]],
      [{ typed: "17", topic: "age" }],
    ]);
  for (const age of [12, 18, 26, 64, 65, 99])
    expect([age, readingOf(`${age}`).asked.map(({ options }) => options[0] ?? null)]).toEqual([
      age,
      [groupOf(age)].filter((each) => each !== null),
    ]);
  for (const typed of ["1", "5", "11"]) expect([typed, readingOf(typed).subject]).toEqual([typed, [typed]]);
  for (const typed of ["100", "110", "9003"])
    expect([typed, readingOf(typed).words.map(({ plain }) => plain)]).toEqual([typed, [typed]]);
  for (const typed of ["hace 20", "17 21", "12 step", "30 miles", "28 day detox"])
    expect([typed, readingOf(typed).told]).toEqual([typed, []]);
  for (const typed of ["detox 17", "17 medi-cal", "17 sin seguro"])
    expect([typed, readingOf(typed).told.filter(({ topic }) => topic !== "noInsurance")]).toEqual([
      typed,
      [{ typed: "17", topic: "number" }],
    ]);
});

test.each([
  ["over 65", "an-elder"],
  ["older than 70", "an-elder"],
  ["65 and over", "an-elder"],
  ["mayores de 65 años", "an-elder"],
  ["under 18", "a-minor"],
  ["younger than 16", "a-minor"],
  ["under 21", "a-young-adult"],
  ["menor de 17", "a-minor"],
  ["under 66", null],
  ["menor de 70", null],
  ["my son is 101", "an-elder"],
])("%s is an age too", (typed, group) => {
  const { asked, words } = readingOf(typed);
  expect([asked.flatMap(({ options }) => options), words]).toEqual([[group].filter((each) => each !== null), []]);
});

const FROM: ((age: number) => [typed: string, from: number])[] = [
  (age) => [`over ${age}`, age + 1],
  (age) => [`older than ${age}`, age + 1],
  (age) => [`my friend is over ${age}`, age + 1],
  (age) => [`mayor de ${age} años`, age + 1],
  (age) => [`${age}+`, age],
  (age) => [`${age}+ detox`, age],
  (age) => [`ages ${age}+`, age],
  (age) => [`${age} and up`, age],
  (age) => [`${age} & over`, age],
  (age) => [`${age} years and older`, age],
  (age) => [`${age} years old or older`, age],
  (age) => [`my friend is ${age} or over`, age],
  (age) => [`${age} plus`, age],
  (age) => [`${age} años o más`, age],
  (age) => [`de ${age} años en adelante`, age],
];

test("an age and all above it are one group from 65 on; below, no place is left out", () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 99 }), fc.constantFrom(...FROM), (age, say) => {
      const [typed, from] = say(age);
      const { asked, told } = readingOf(typed);
      const people = asked.filter(({ group }) => group === "people").map(({ options }) => options);
      expect([typed, people]).toEqual([typed, from >= 65 ? [["an-elder"]] : []]);
      expect([typed, told]).toEqual([typed, []]);
    }),
  );
});

const NO_AGE: ((number: number) => string)[] = [
  (number) => `$${number}`,
  (number) => `under $${number} a day`,
  (number) => `over $ ${number}`,
  (number) => `man $${number}`,
  (number) => `${number}%`,
  ...["weeks", "wks", "months", "mos", "miles", "beds", "reviews", "semanas", "meses", "camas", "freeway"].flatMap(
    (unit) =>
      ["", "for ", "over ", "under ", "woman ", "she is ", "edad "].map(
        (before) => (number: number) => `${before}${number} ${unit}`,
      ),
  ),
  (number) => `less than ${number}`,
  (number) => `more than ${number}`,
  (number) => `menos de ${number}`,
];

test("a number with a unit, or an amount, is nobody's age", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 119 }), fc.constantFrom(...NO_AGE), (number, say) => {
      const { asked, told, saysAge } = readingOf(`${say(number)} pregnant`);
      const rest = asked.filter(({ options }) => !["pregnant", "a-woman", "a-man"].includes(options[0]!));
      expect([
        say(number),
        rest,
        told.filter(({ topic }) => topic !== "reviews" && topic !== "openings"),
        saysAge,
      ]).toEqual([say(number), [], [], false]);
      const alone = readingOf(say(number));
      expect([say(number), alone.saysAge, alone.told.some(({ topic }) => topic === "age")]).toEqual([
        say(number),
        false,
        false,
      ]);
    }),
    { numRuns: 1000 },
  );
});

test("a number of people is no child's age, and a freeway nobody's", () => {
  for (const number of [1, 2, 3, 5, 10, 11, 101, 105, 110])
    for (const typed of [
      `${number} woman`,
      `${number} man`,
      `${number} adult`,
      `${number} persona`,
      `man ${number}`,
      `mujer ${number}`,
    ]) {
      const { asked, saysAge } = readingOf(typed);
      expect([typed, saysAge, asked.filter(({ group }) => group !== "people")]).toEqual([typed, false, []]);
    }
});

test.each([
  ["my teen is 18", ["a-young-adult"]],
  ["teen 17", ["a-minor"]],
  ["teenage daughter is 19", ["a-young-adult"]],
  ["my grandmother is 58", []],
  ["mi abuelita 60", []],
  ["grandpa is 70", ["an-elder"]],
  ["elderly mother 58", ["a-woman"]],
  ["adolescente de 18 años", ["a-young-adult"]],
  ["joven de 30 años", []],
  ["teen girl with my 2 year old", ["a-minor", "children-stay", "child-care"]],
])("in “%s” the age that is said counts, and not what the word alone would mean", (typed, options) => {
  expect(readingOf(typed).asked.flatMap((each) => each.options)).toEqual(options);
});

test("of a son or a daughter the page asks for the age, until it is said", () => {
  for (const who of ["my son", "help for my daughter", "a girl", "mi hijo", "para mi hija", "sobrino"]) {
    const topics = (typed: string) => readingOf(typed).told.map(({ topic }) => topic);
    expect([who, topics(who), readingOf(who).asked]).toEqual([who, ["howOld"], []]);
    for (const said of [`${who}, 16 years old`, `${who} de 30 años`, `${who} teenager`])
      expect([said, topics(said)]).toEqual([said, []]);
  }
});

test.each([
  "he is 60 days sober",
  "90 day program",
  "I'm 3 months pregnant",
  "using for 20 years",
  "20 years of heroin",
  "hace 20 años",
  "15 años usando heroína",
  "llevo 20 años consumiendo",
  "12 step",
  "24 hours",
  "16 miles",
  "im 15 minutes from pasadena",
  "tiene 20 camas",
  "16 Main Street",
  "she is 18 weeks pregnant",
])("%s says nobody's age", (typed) => {
  const people = readingOf(typed).asked.flatMap(({ options }) => options);
  for (const group of ["a-minor", "a-young-adult", "an-elder"]) expect(people).not.toContain(group);
});

test("a small child comes along, and is no patient", () => {
  for (const typed of ["with my 3 year old", "my son is 8"])
    expect([typed, readingOf(typed).asked.map(({ group }) => group)]).toEqual([typed, ["access"]]);
});

test("who refuses an age asks for nothing, and danger is told beside it", () => {
  expect(readingOf("not for a 16 year old").asked).toEqual([]);
  expect(readingOf("my son is 16 and not breathing").told.map(({ topic }) => topic)).toEqual(["danger"]);
  expect(readingOf("hija de 15 años no despierta").told.map(({ topic }) => topic)).toEqual(["danger"]);
});
