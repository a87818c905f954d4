import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeOfOrder, firstsOf, type RankedSlug } from "./order-change";

/** A list such as "a1 b2 c2". */
const list = (text: string): RankedSlug[] =>
  text.split(" ").map((place) => ({ slug: place.slice(0, 1), rank: Number(place.slice(1)) }));

describe("what a change did to a list", () => {
  test.each([
    ["two that change places at the end leave the first", "a1 b2 c3", "a1 c2 b3", { moved: 2, isNewFirst: false }],
    ["another one is first", "a1 b2 c3", "b1 a2 c3", { moved: 2, isNewFirst: true }],
    ["one more comes to the first rank", "a1 b2 c3", "a1 b1 c3", { moved: 1, isNewFirst: true }],
    ["one of two leaves the first rank", "a1 b1 c3", "b1 a2 c3", { moved: 1, isNewFirst: true }],
    ["two at one rank change their order, and no rank", "a1 b1 c3", "b1 a1 c3", { moved: 0, isNewFirst: false }],
  ])("%s", (_, before, after, change) => {
    expect(changeOfOrder(list(before), list(after))).toEqual(change);
  });

  test("the same list changed nothing, and a list counts as often as the other way round", () => {
    const ranked = fc.uniqueArray(fc.constantFrom(..."abcdefgh".split("")), { minLength: 1 }).map((slugs) => {
      return slugs.map((slug, index) => ({ slug, rank: index + 1 }));
    });
    const pair = ranked.chain((places) =>
      fc.tuple(
        fc.constant(places),
        fc.shuffledSubarray(places, { minLength: places.length }).map((moved) => {
          return moved.map(({ slug }, index) => ({ slug, rank: index + 1 }));
        }),
      ),
    );
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(changeOfOrder(before, before)).toEqual({ moved: 0, isNewFirst: false });
        expect(changeOfOrder(before, after)).toEqual(changeOfOrder(after, before));
        expect(changeOfOrder(before, after).isNewFirst).toBe(firstsOf(before)[0]?.slug !== firstsOf(after)[0]?.slug);
      }),
    );
  });
});
