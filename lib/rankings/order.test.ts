import fc from "fast-check";
import { expect, test } from "vitest";
import { LOCALES, messagesOf } from "@/lib/shared/i18n";
import { bandOf } from "./band";
import { orderEntries, type Orderable } from "./order";

const base: Orderable = { score: 70, coverage: 1, newestCheck: "2023-01-01", name: "A", unit: null, slug: "a" };
const slugsOf = (entries: Orderable[]) => orderEntries(entries).map(({ slug }) => slug);

test("equal rounded scores share a rank: 1, 2, 2, 4", () => {
  const scores = [91.2, 80.4, 79.6, 60];
  const ordered = orderEntries(scores.map((score, index) => ({ ...base, score, slug: String(index) })));
  expect(ordered.map(({ rank }) => rank)).toEqual([1, 2, 2, 4]);
  expect(ordered.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
});

test("inside a tie coverage decides, then the newest check, then the name, then the unit", () => {
  const tied: Orderable[] = [
    { ...base, slug: "unit-north", unit: "North" },
    { ...base, slug: "unit-east", unit: "East" },
    { ...base, slug: "later-name", name: "b" },
    { ...base, slug: "checked", newestCheck: "2026-01-01", name: "z" },
    // A higher exact score that rounds alike does not lift a place.
    { ...base, slug: "less-known", coverage: 0.9, score: 70.4 },
  ];
  expect(slugsOf(tied)).toEqual(["checked", "unit-east", "unit-north", "later-name", "less-known"]);
});

test("names decide in lower case by code unit, then units in the same way, then the slug", () => {
  const names = ["2nd Street", "alpha", "Beta", "zeta", "Ábaco"];
  const named = names.map((name, at) => ({ ...base, name, slug: String(9 - at) }));
  expect(orderEntries(named.toReversed()).map(({ name }) => name)).toEqual(names);
  const units = [null, "2nd floor", "annex", "East", "Éste"];
  const within = units.map((unit, at) => ({ ...base, unit, slug: String(9 - at) }));
  expect(orderEntries(within.toReversed()).map(({ unit }) => unit)).toEqual(units);
  expect(
    slugsOf([
      { ...base, name: "a", slug: "b" },
      { ...base, name: "A", slug: "a" },
    ]),
  ).toEqual(["a", "b"]);
});

test("the method says so in every language", () => {
  const says = { en: /in lower case.*digits come before letters/, es: /en minúsculas.*las cifras van antes/ };
  for (const locale of LOCALES) expect(messagesOf(locale).method.bands.ties).toMatch(says[locale]);
});

test("the order does not depend on the order of the input", () => {
  const entry = fc.record({
    score: fc.integer({ min: 60, max: 63 }),
    coverage: fc.constantFrom(0.9, 1),
    newestCheck: fc.constantFrom(null, "2023-01-01", "2026-08-21"),
    name: fc.constantFrom("Ámbar", "amber", "Beacon"),
    unit: fc.constantFrom(null, "North"),
    slug: fc.uuid(),
  });
  const lists = fc.uniqueArray(entry, { selector: ({ slug }) => slug, maxLength: 30 });
  const shuffled = lists.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      expect(slugsOf(other)).toEqual(slugsOf(list));
    }),
  );
});

test("bands are quarters, and a shared rank shares its band", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8].map((rank) => bandOf(rank, 8))).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  expect([1, 2, 2, 4].map((rank) => bandOf(rank, 4))).toEqual([1, 2, 2, 4]);
  expect(bandOf(1, 1)).toBe(1);
});
