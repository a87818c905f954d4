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

test.each([12, 15, 16, 17, 18, 21, 24, 25, 26, 34, 64, 65, 70, 88, 101])(
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
  ["over 50", null],
])("%s is an age too", (typed, group) => {
  const { asked, words } = readingOf(typed);
  expect([asked.flatMap(({ options }) => options), words]).toEqual([[group].filter((each) => each !== null), []]);
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
  expect(readingOf("with my 3 year old").asked.map(({ group }) => group)).toEqual(["access"]);
});

test("who refuses an age asks for nothing, and danger is told beside it", () => {
  expect(readingOf("not for a 16 year old").asked).toEqual([]);
  expect(readingOf("my son is 16 and not breathing").told.map(({ topic }) => topic)).toEqual(["danger"]);
  expect(readingOf("hija de 15 años no despierta").told.map(({ topic }) => topic)).toEqual(["danger"]);
});
