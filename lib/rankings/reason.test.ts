import fc from "fast-check";
import { expect, test } from "vitest";
import { LOCALES, messagesOf } from "@/lib/shared/i18n";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { reasonOf } from "./reason";

const answer = (key: string, value: "yes" | "no" | "unknown", maximum = 1) => ({ key, value, maximum });

test("what people ask first comes first, whatever the method's order", () => {
  const criteria = [
    answer("medi-cal", "yes", 5),
    answer("keeps-buprenorphine", "yes", 2),
    answer("keeps-methadone", "yes", 3),
    answer("methadone-or-buprenorphine", "yes", 14),
  ];
  expect(reasonOf(criteria)).toEqual({
    spoken: ["gives", "keepsBoth", "mediCal"],
    won: [],
    lost: [],
    moreLost: 0,
    unknownPoints: 0,
  });
});

test.each([
  ["yes", "no", "keepsMethadone"],
  ["unknown", "yes", "keepsBuprenorphine"],
] as const)("methadone %s and buprenorphine %s is %s", (methadone, buprenorphine, spoken) => {
  const criteria = [answer("keeps-methadone", methadone), answer("keeps-buprenorphine", buprenorphine)];
  expect(reasonOf(criteria).spoken).toEqual([spoken]);
});

test.each([
  [1, 1],
  [3, 3],
  [4, 4],
  [5, 3],
  [9, 3],
])("of %s that it says no to the %s heaviest are named, never all but one, and the others counted", (noes, named) => {
  const criteria = Array.from({ length: noes }, (_, at) => answer(`k${at}`, "no", at)).concat(
    answer("x", "unknown", 9),
  );
  const { lost, moreLost, unknownPoints } = reasonOf(criteria);
  expect(lost).toEqual(Array.from({ length: named }, (_, at) => `k${noes - 1 - at}`));
  expect([moreLost, unknownPoints]).toEqual([noes - named, 9]);
});

test("under a method that asks other things the heaviest are named", () => {
  const criteria = [answer("x", "yes", 1), answer("y", "yes", 60), answer("z", "yes", 39)];
  expect(reasonOf(criteria)).toMatchObject({ spoken: [], won: ["y", "z", "x"] });
});

test("nothing is said of a criterion that has another answer", () => {
  const keys = ["methadone-or-buprenorphine", "keeps-methadone", "keeps-buprenorphine", "medi-cal", "cbt", "aftercare"];
  const answers = fc.tuple(...keys.map(() => fc.constantFrom("yes" as const, "no" as const, "unknown" as const)));
  fc.assert(
    fc.property(answers, (values) => {
      const criteria = keys.map((key, at) => answer(key, values[at]!, at + 1));
      const { spoken, won, lost, moreLost } = reasonOf(criteria);
      const valueOf = (key: string) => criteria.find((each) => each.key === key)!.value;
      expect(spoken.includes("gives")).toBe(valueOf("methadone-or-buprenorphine") === "yes");
      expect(spoken.includes("mediCal")).toBe(valueOf("medi-cal") === "yes");
      expect(won.every((key) => valueOf(key) === "yes")).toBe(true);
      expect(lost.every((key) => valueOf(key) === "no")).toBe(true);
      expect(lost.length + moreLost).toBe(values.filter((value) => value === "no").length);
    }),
  );
});

test.each(LOCALES)("each answer to what the first method asks has words of its own in %s", (locale) => {
  const { yes, no } = messagesOf(locale).rankings.reason;
  const keys = METHOD_V1.groups.flatMap(({ criteria }) => criteria.map(({ key }) => key)).toSorted();
  expect(Object.keys(yes).toSorted()).toEqual(keys);
  // What the state's list does not have is told in a sentence of its own.
  expect(Object.keys(no).toSorted()).toEqual(keys.filter((key) => key !== "state-license"));
});
