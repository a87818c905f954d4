import { expect, test } from "vitest";
import { readingTime } from "./reading-time";

const words = (count: number) => Array<string>(count).fill("word").join(" ");

test("an empty post takes a minute", () => expect(readingTime("")).toBe(1));

test("minutes are rounded up", () => {
  expect(readingTime(words(220))).toBe(1);
  expect(readingTime(words(221))).toBe(2);
  expect(readingTime(words(441))).toBe(3);
});

test("marks, URLs and citation numbers are not counted as words", () => {
  const marks = "## - * > | [[1]](#ref-1) ".repeat(200);
  expect(readingTime(`${words(200)} ${marks}`)).toBe(1);
  expect(readingTime("[a](https://example.org/a%20b)".repeat(300))).toBe(2);
});
