import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RankingMethod } from "@/lib/rankings/schema";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { methodChanges } from "./changes";
import { partsOf, withWords } from "./parts";
import { withWeights } from "./method-weights";

const same = structuredClone({ ...METHOD_V1, version: 2 });
const constants = METHOD_V1.constants;
const kinds = (after: RankingMethod) => methodChanges(METHOD_V1, after).map(({ kind }) => kind);
/** The first group's criteria changed, in a copy. */
function withFirst(change: (criteria: RankingMethod["groups"][number]["criteria"]) => void): RankingMethod {
  const copy = structuredClone(same);
  change(copy.groups[0]!.criteria);
  return copy;
}

describe("between two versions", () => {
  test("nothing differs when only the number does", () => {
    expect(methodChanges(METHOD_V1, same)).toEqual([]);
  });

  test("weights show both figures under the newer name", () => {
    const after = withWeights(same, { points: { maintenance: 8, "choice-of-medication": 3 }, constants });
    expect(methodChanges(METHOD_V1, after)).toMatchObject([
      { kind: "weight", key: "maintenance", from: 6, to: 8 },
      { kind: "weight", key: "choice-of-medication", from: 5, to: 3 },
    ]);
  });

  test("constants show both figures", () => {
    const after = { ...same, constants: { minimumKnownShare: 0.5, priorPercentile: 25 } };
    expect(methodChanges(METHOD_V1, after)).toEqual([
      { kind: "constant", key: "minimumKnownShare", from: 0.6, to: 0.5 },
    ]);
  });

  test("a criterion that came and one that went are named with their points", () => {
    const after = withFirst((criteria) => Object.assign(criteria[0]!, { key: "new-one" }));
    expect(methodChanges(METHOD_V1, after)).toMatchObject([
      { kind: "criterion_added", key: "new-one", points: 14 },
      { kind: "criterion_removed", key: "methadone-or-buprenorphine", points: 14 },
    ]);
  });

  test("rules, words, evidence, gates, categories and order are told apart", () => {
    expect(kinds(withFirst((all) => Object.assign(all[0]!, { unknownWhen: null })))).toEqual(["rule"]);
    expect(kinds(withFirst((all) => Object.assign(all[0]!, { name: { en: "A", es: "B" } })))).toEqual(["words"]);
    expect(kinds(withFirst((all) => all.reverse()))).toEqual(["order"]);
    expect(kinds({ ...same, categories: same.categories.slice(1) })).toEqual(["categories"]);
    const authorized = { ...same.gates.authorized, anyOf: ["OTP", "DEA"] };
    expect(kinds({ ...same, gates: { ...same.gates, authorized } })).toEqual(["gate"]);
    const evidence = METHOD_V1.groups[0]!.criteria[0]!.evidence.slice(1);
    const fewer = methodChanges(
      METHOD_V1,
      withFirst((all) => Object.assign(all[0]!, { evidence })),
    );
    expect(fewer).toMatchObject([
      { kind: "evidence", added: [], removed: [expect.stringContaining("opioid agonist")] },
    ]);
  });

  test("whatever part is reworded and whatever weight moves, something is said, and of nothing else", () => {
    const criteria = METHOD_V1.groups.flatMap((group) => group.criteria);
    const segments = partsOf(METHOD_V1).map(({ segment }) => segment);
    fc.assert(
      fc.property(
        fc.constantFrom(...segments),
        fc.constantFrom(...criteria),
        fc.integer({ min: 1, max: 100 }),
        fc.string({ minLength: 1 }),
        (segment, { key, points: old }, points, text) => {
          const part = partsOf(METHOD_V1).find((each) => each.segment === segment)!;
          const words = { ...part, name: { en: `${part.name.en} ${text}`, es: part.name.es } };
          const changes = methodChanges(
            METHOD_V1,
            withWeights(withWords(same, segment, words), { points: { [key]: points }, constants }),
          );
          const expected = ["words", ...(points === old ? [] : ["weight"])].sort();
          expect(changes.map(({ kind }) => kind).sort()).toEqual(expected);
        },
      ),
    );
  });
});
