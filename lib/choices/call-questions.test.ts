import { expect, test } from "vitest";
import { CALL_QUESTIONS, questionsFor } from "./call-questions";

const asked = (yes: string[], no: string[]) =>
  questionsFor({ sheets: [{ source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", yes, no, unknown: [] }] });

test("every question is asked of every place, known or not", () => {
  expect(asked([], []).map(({ question }) => question)).toEqual(CALL_QUESTIONS);
  expect(asked([], []).every(({ isOpen }) => isOpen)).toBe(true);
});

test("a question is settled only when the record answers all of it", () => {
  const isOpen = (yes: string[], no: string[], question: string) =>
    asked(yes, no).find((each) => each.question === question)?.isOpen;
  expect(isOpen(["MU"], [], "start")).toBe(true);
  expect(isOpen(["MU"], ["BU", "NU"], "start")).toBe(false);
  expect(isOpen([], ["NOE"], "naloxone")).toBe(false);
  expect(isOpen(["MU", "NOE", "MHPA"], [], "wait")).toBe(true);
});

test("what the record says comes with its source and date", () => {
  const [answer] = asked(["NOE"], []).find(({ question }) => question === "naloxone")?.answers ?? [];
  expect(answer).toMatchObject({ key: "naloxone", fact: { value: "yes", source: "samhsa", asOf: "2023-01-01" } });
});
