import { expect, test } from "vitest";
import { randomStream } from "./random";

test("is the published generator: the first numbers of the reference implementation from the state 1, 2, 3, 4", () => {
  const next = randomStream("00000001000000020000000300000004");
  expect(Array.from({ length: 10 }, () => next() * 2 ** 32)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test("what comes after 32 digits does not count, and what is no seed is refused", () => {
  const seed = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
  expect(randomStream(seed)()).toBe(randomStream(seed.slice(0, 32))());
  for (const wrong of ["", "12", "0".repeat(64), "x".repeat(32)])
    expect(() => randomStream(wrong)).toThrow("is no seed");
});
