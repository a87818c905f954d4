import { expect, test } from "vitest";
import { readYesNo } from "./yes-no";

const cased = (word: string) => [word, word.toUpperCase(), ` ${word.slice(0, 1).toUpperCase()}${word.slice(1)} `];

test.each(["true", "t", "yes", "y", "1", "1.0", "x"].flatMap(cased))("%j is a yes", (text) => {
  expect(readYesNo(text)).toBe(true);
});

test.each(["false", "f", "no", "n", "0", "0.0", ""].flatMap(cased))("%j is a no", (text) => {
  expect(readYesNo(text)).toBe(false);
});

test.each(["maybe", "N/A", "2", "-1", "yes?", "not sure", "unknown", "-", "sí", "truee", "on"])(
  "%j is neither",
  (text) => {
    expect(readYesNo(text)).toBeNull();
  },
);
