import { expect, test } from "vitest";
import { readingOf } from "./reading";

const telling = ({ told }: ReturnType<typeof readingOf>) => told.map(({ topic }) => topic);

const OTHERS = [
  "no",
  "without",
  "without any",
  "not for",
  "not with",
  "I don't want any",
  "there are no",
  "a place with no",
  "sin",
  "no quiero",
  "no quiero que haya",
  "donde no haya",
  "no hay",
];

test.each([
  ["a-woman", ["men", "hombres", "males", "guys"], OTHERS],
  ["a-man", ["women", "mujeres", "females", "girls", "ladies"], OTHERS],
] as const)(
  "who wants no others there asks for places where only %s goes, and the page says so",
  (who, others, openers) => {
    for (const other of others)
      for (const typed of [
        ...openers.map((opener) => `${opener} ${other}`),
        `${other} not wanted`,
        `${other} no`,
        `${other} not allowed`,
      ]) {
        const { asked, alone, told } = readingOf(typed);
        expect([typed, asked, alone.map((each) => each.who), told.map(({ topic }) => topic)]).toEqual([
          typed,
          [],
          [who],
          ["alone"],
        ]);
      }
  },
);

test.each([
  ["a-woman", ["women", "mujeres", "ladies", "girls"], "men and women"],
  ["a-man", ["men", "hombres", "males", "guys"], "hombres y mujeres"],
] as const)(
  "“only” on either side of a word asks for places where only %s goes, and not for both",
  (who, words, both) => {
    const BEFORE = [
      "only",
      "just",
      "only for",
      "strictly",
      "exclusively for",
      "solo",
      "solo para",
      "únicamente",
      "nada más",
      "nomás",
      "exclusivamente",
    ];
    const BEHIND = ["only", "exclusively", "solamente", "únicamente", "nada más"];
    const say = (word: string) => [
      ...BEFORE.map((only) => `${only} ${word}`),
      ...BEHIND.map((only) => `${word} ${only}`),
    ];
    for (const word of words)
      for (const typed of say(word))
        expect([typed, readingOf(typed).alone, readingOf(typed).asked, readingOf(typed).words]).toEqual([
          typed,
          [{ typed, who }],
          [],
          [],
        ]);
    for (const typed of say(both)) {
      const reading = readingOf(typed);
      expect([typed, reading.alone, reading.asked]).toEqual([typed, [], []]);
    }
  },
);

test.each([
  "no women's program",
  "no men's program",
  "no program for women",
  "not a center for men",
  "no quiero un programa para mujeres",
  "no men program",
])("%s refuses a program, and nobody's company", (typed) => {
  expect([readingOf(typed).asked, readingOf(typed).alone, telling(readingOf(typed))]).toEqual([[], [], ["without"]]);
});
