import { expect, test } from "vitest";
import { judgeSpam } from "./spam";

test("a person who took their time is clear", () => {
  expect(judgeSpam({ honeypot: "", formAge: 20_000 })).toBe("clear");
});

test("a day-old tab is no sign of a program", () => {
  expect(judgeSpam({ honeypot: "", formAge: 26 * 60 * 60 * 1000 })).toBe("clear");
});

test("a form sent at once, or one that is not ours, is suspected", () => {
  expect(judgeSpam({ honeypot: "", formAge: 300 })).toBe("suspected");
  expect(judgeSpam({ honeypot: "", formAge: null })).toBe("suspected");
});

test("a form shown more than a week ago is a stored copy, and suspected", () => {
  const week = 7 * 24 * 60 * 60 * 1000;
  expect(judgeSpam({ honeypot: "", formAge: week - 1 })).toBe("clear");
  expect(judgeSpam({ honeypot: "", formAge: week + 1 })).toBe("suspected");
});

test("a form from the future is a clock of ours that jumped, not a program", () => {
  expect(judgeSpam({ honeypot: "", formAge: -60 * 60 * 1000 })).toBe("clear");
});

test("only a program fills the field that nobody sees", () => {
  expect(judgeSpam({ honeypot: "Acme", formAge: 20_000 })).toBe("certain");
});
