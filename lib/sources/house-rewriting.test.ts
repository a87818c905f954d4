// Whatever a source does to a street line, its house stays the same; and no rewriting makes two houses one.

import { array, assert, constantFrom, integer, property, tuple, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { additionalLocations } from "./additional-locations";
import { houseAddress, mayBeSameHouse } from "./address";

interface Line {
  houses: number[];
  before: string;
  street: string;
  type: string;
}

const BEFORE = ["", "North", "South", "East", "West"] as const;
const STREETS = [
  "De Soto",
  "La Brea",
  "El Molino",
  "Second",
  "Forty-Second",
  "10th",
  "Saint Andrews",
  "Mount Vernon",
  "San Pedro",
  "Burns",
  "Main",
  "Orange Grove",
  "Buena Vista",
] as const;
const TYPES = ["Street", "Avenue", "Boulevard", "Road"] as const;

const house = integer({ min: 100, max: 29_999 });
const line = tuple(
  uniqueArray(house, { minLength: 1, maxLength: 3 }),
  constantFrom(...BEFORE),
  constantFrom(...STREETS),
  constantFrom(...TYPES),
).map(([houses, before, street, type]): Line => ({ houses, before, street, type }));

const SHORT: Readonly<Record<string, string>> = {
  North: "N.",
  South: "S",
  East: "E.",
  West: "W",
  Street: "St.",
  Avenue: "AVE",
  Boulevard: "Blvd",
  Road: "Rd.",
};
const OTHERWISE: Readonly<Record<string, string>> = {
  "De Soto": "DeSoto",
  "La Brea": "LaBrea",
  "El Molino": "Elmolino",
  Second: "2nd",
  "Forty-Second": "42nd",
  "10th": "Tenth",
  "Saint Andrews": "St. Andrews",
  "Mount Vernon": "Mt Vernon",
};

/** Each rewriting of one line that keeps what it means. */
const REWRITINGS: Readonly<Record<string, (line: Line) => string>> = {
  "in capitals": (each) => written(each).toUpperCase(),
  abbreviated: (each) => written({ ...each, before: SHORT[each.before] ?? "", type: SHORT[each.type] ?? each.type }),
  "with the name otherwise": (each) => written({ ...each, street: OTHERWISE[each.street] ?? each.street }),
  "without its direction": (each) => written({ ...each, before: "" }),
  "without its type": (each) => written({ ...each, type: "" }),
  "with a suite": (each) => `${written(each)}, Suite 100`,
  "with a unit": (each) => `${written(each)} #4-B`,
  "its houses with ampersands": (each) => written(each, " & "),
  "its houses with commas": (each) => written(each, ", "),
  "its houses backward": (each) => written({ ...each, houses: each.houses.toReversed() }),
  "its first house alone": (each) => written({ ...each, houses: each.houses.slice(0, 1) }),
  "its first house as the beginning of a range": (each) =>
    written(each).replace(/^\d+/, (first) => `${first}-${Number(first) + 4}`),
};

function written({ houses, before, street, type }: Line, between = " and "): string {
  return [houses.join(between), before, street, type].filter((part) => part !== "").join(" ");
}

function meet(one: string, other: string): boolean {
  const [a, b] = [houseAddress(one), houseAddress(other)];
  return a !== null && b !== null && mayBeSameHouse(a, b) && mayBeSameHouse(b, a);
}

test.each(Object.entries(REWRITINGS))("a line %s is still its house", (_name, rewrite) => {
  assert(
    property(line, (each) => {
      expect(meet(written(each), rewrite(each)), `${written(each)} = ${rewrite(each)}`).toBe(true);
    }),
  );
});

const rewriting = constantFrom(...Object.values(REWRITINGS));

test("two numbers that no line joins are two houses, however they are written", () => {
  assert(
    property(line, rewriting, rewriting, (each, first, second) => {
      // Odd beside even: no range from the one reaches the other.
      const even = { ...each, houses: each.houses.map((number) => number * 2) };
      const odd = { ...each, houses: each.houses.map((number) => number * 2 + 1) };
      expect(meet(first(even), second(odd)), `${first(even)} / ${second(odd)}`).toBe(false);
    }),
  );
});

test("two streets are two houses, however they are written", () => {
  assert(
    property(
      line,
      uniqueArray(constantFrom(...STREETS), { minLength: 2, maxLength: 2 }),
      rewriting,
      rewriting,
      (each, [one, other], first, second) => {
        const [a, b] = [first({ ...each, street: one! }), second({ ...each, street: other! })];
        expect(meet(a, b), `${a} / ${b}`).toBe(false);
      },
    ),
  );
});

test("two directions or two types are two houses", () => {
  assert(
    property(line, constantFrom("before", "type"), (each, part) => {
      const [one, other] = part === "before" ? ["North", "South"] : ["Street", "Avenue"];
      expect(meet(written({ ...each, [part]: one }), written({ ...each, [part]: other }))).toBe(false);
    }),
  );
});

test("of a list of further houses each is found, with its own street and no other", () => {
  assert(
    property(array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const found = additionalLocations(
        lines
          .map((each) => written(each, ", "))
          .join(" AND ")
          .toUpperCase(),
      );
      const said = lines.flatMap(({ houses, ...each }) =>
        houses.map((number) => written({ ...each, houses: [number] })),
      );
      expect(found).toHaveLength(said.length);
      for (const [index, { address }] of found.entries()) expect(address).toEqual(houseAddress(said[index]!));
    }),
  );
});
