import fc from "fast-check";
import { expect, test } from "vitest";
import { areaOf, linesInOrder } from "./area-code";

test.each([
  ["+12135550100", "california"],
  ["+17385550100", "california"],
  ["+18005550100", "toll_free"],
  ["+18335550100", "toll_free"],
  ["+16465550100", "elsewhere"],
  ["+442079460000", "elsewhere"],
] as const)("%s is %s", (phone, area) => {
  expect(areaOf(phone)).toBe(area);
});

const phonesOf = (main: string | null, others: string[]) => linesInOrder(main, others).map(({ phone }) => phone);

test("the main phone comes first, but after a line in California when it is in no part of it", () => {
  const [local, other, far, free] = ["+12135550100", "+13105550100", "+16465550100", "+18005550100"];
  expect(phonesOf(local, [far, other])).toEqual([local, far, other]);
  expect(phonesOf(far, [free, local])).toEqual([local, far, free]);
  expect(phonesOf(free, [far, local])).toEqual([local, free, far]);
  expect(phonesOf(far, [free])).toEqual([far, free]);
  expect(phonesOf(null, [free, local])).toEqual([free, local]);
});

test("no number is lost or said twice, and one at most is the main one", () => {
  const phone = fc.constantFrom("+12135550100", "+13105550100", "+16465550100", "+18005550100");
  fc.assert(
    fc.property(fc.option(phone), fc.array(phone), (main, others) => {
      const lines = linesInOrder(main, others);
      expect(lines.map((line) => line.phone).toSorted()).toEqual(
        [...new Set(main ? [main, ...others] : others)].toSorted(),
      );
      expect(lines.filter(({ isMain }) => isMain).map((line) => line.phone)).toEqual(main ? [main] : []);
    }),
  );
});
