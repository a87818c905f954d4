import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFilters } from "@/lib/search/filters";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { presetWeights, WEIGHT_PRESETS } from "./weight-presets";
import { editorialWeights, type Scale } from "./own-weights";
import { readFragment, writeFragment } from "./weights-fragment";

const scale: Scale = {
  priorPercentile: 25,
  groups: METHOD_V1.groups.map(({ key, criteria }) => ({ key, points: criteria.map(({ points }) => points) })),
};
const written = writeFragment(scale, editorialWeights(scale));

describe("weights in a URL", () => {
  test("are written so that a person can read them", () => {
    expect(written).toBe(
      "#medication=30&safety=10&license=14&co-occurring=12&therapies=8&continuity=10&family=4&access=12",
    );
  });

  test("are read as they were written", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(weights, (given) => {
        expect(readFragment(scale, writeFragment(scale, given))).toEqual({ status: "read", weights: given });
      }),
    );
  });

  test("may come in any order", () => {
    const turned = `#${written.slice(1).split("&").toReversed().join("&")}`;
    expect(readFragment(scale, turned)).toEqual({ status: "read", weights: editorialWeights(scale) });
  });

  test.each(["", "#", "#content", "#band-1"])("%j says nothing about weights", (fragment) => {
    expect(readFragment(scale, fragment)).toEqual({ status: "silent" });
  });

  test.each([
    ["a group is missing", written.replace("&family=4", "")],
    ["a group comes twice", written.replace("family=4", "safety=10")],
    ["a group is too many", `${written}&money=100`],
    ["a group has another name", written.replace("family", "__proto__")],
    ["a weight is over 100", written.replace("=30", "=101")],
    ["a weight is below 0", written.replace("=30", "=-1")],
    ["a weight is no whole number", written.replace("=30", "=1e1")],
    ["a weight has two forms", written.replace("=30", "=030")],
    ["a weight is no number", written.replace("=30", "=%33")],
    ["it is markup", "#=<img src=x onerror=alert(1)>"],
    ["it is endless", `#${"medication=30&".repeat(50_000)}`],
  ])("are not read when %s", (_, fragment) => {
    expect(readFragment(scale, fragment)).toEqual({ status: "unreadable" });
  });

  test("whatever stands there is answered, never thrown at", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(["silent", "unreadable"]).toContain(readFragment(scale, `#${text}`).status);
      }),
    );
  });
});

describe("presets", () => {
  test.each(WEIGHT_PRESETS)("$key lets one group count most, which holds what the reader has in mind", (preset) => {
    const weights = presetWeights(scale, preset)!;
    const changed = scale.groups.filter((_, index) => weights[index] !== editorialWeights(scale)[index]);
    expect(changed.map(({ key }) => key)).toEqual([preset.group]);
    expect(Math.max(...weights)).toBe(100);
    const criteria = METHOD_V1.groups.find(({ key }) => key === preset.group)?.criteria.map(({ key }) => key);
    expect([null, ...(criteria ?? [])]).toContain(preset.criterion);
  });

  test.each(WEIGHT_PRESETS)("$key leads to a search that understands it", ({ search }) => {
    const params: Record<string, string[]> = {};
    for (const [name, value] of new URLSearchParams(search ?? "")) (params[name] ??= []).push(value);
    expect(parseFilters(params).ignored).toEqual([]);
  });

  test("a preset for a group that the method does not have is no preset", () => {
    expect(presetWeights({ ...scale, groups: scale.groups.slice(0, 1) }, WEIGHT_PRESETS[1])).toBeNull();
  });
});
