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
  (age: number) => `my brother just turned ${age}`,
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
