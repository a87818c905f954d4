import fc from "fast-check";
import { expect, test } from "vitest";
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

test("of what it says no to the two heaviest are named, and the others counted", () => {
  const criteria = [answer("a", "no", 2), answer("b", "no", 6), answer("c", "no", 2), answer("d", "unknown", 9)];
  expect(reasonOf(criteria)).toMatchObject({ lost: ["b", "a"], moreLost: 1, unknownPoints: 9 });
});

test("under a method that asks other things the heaviest are named", () => {
  const criteria = [answer("x", "yes", 1), answer("y", "yes", 60), answer("z", "yes", 39)];
  expect(reasonOf(criteria)).toMatchObject({ spoken: [], won: ["y", "z"] });
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
