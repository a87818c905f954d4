import fc from "fast-check";
import { expect, test } from "vitest";
import { JITTER, MAX_ATTEMPTS, pauseAfter } from "./backoff";

const attempts = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => index + 1);
const sum = (random?: number) => attempts.reduce((total, attempt) => total + pauseAfter(attempt, random), 0);

test("twelve tries are spread over about a day, whatever the chance", () => {
  expect(MAX_ATTEMPTS).toBe(12);
  expect(sum(0.5) / 3600).toBeCloseTo(23.5, 0);
  expect(sum(0) / 3600).toBeGreaterThan(18);
  expect(sum(1) / 3600).toBeLessThan(29);
});

test("a mail that met a ten minutes' outage is tried again within a quarter of an hour", () => {
  const tries = attempts.map((_, index) =>
    attempts.slice(0, index + 1).reduce((total, attempt) => total + pauseAfter(attempt, 0.5), 0),
  );
  expect(tries.find((seconds) => seconds > 10 * 60)).toBeLessThan(15 * 60);
});

test("two jobs that failed together part: a pause varies by a fifth each way, and never leaves that", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const middle = pauseAfter(attempt, 0.5);
      const pause = pauseAfter(attempt, random);
      expect(pause).toBeGreaterThanOrEqual(middle * (1 - JITTER) - 1e-9);
      expect(pause).toBeLessThanOrEqual(middle * (1 + JITTER) + 1e-9);
    }),
  );
  expect(new Set(Array.from({ length: 50 }, () => pauseAfter(3))).size).toBeGreaterThan(40);
});
