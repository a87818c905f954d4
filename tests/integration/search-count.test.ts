// The number on the button below the filters is that of the places which the same form would find.
import fc from "fast-check";
import { expect, test } from "vitest";
import { countFittingAction } from "@/lib/search/actions";
import { filterPairs, NO_FILTERS } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
import { testDatabase } from "../support/database";
import { randomFilters } from "../support/search";

testDatabase({ seeded: true });

function formOf(pairs: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

test("whatever is ticked and typed, the number is the search's", async () => {
  const texts = fc.constantFrom("", "long beach", "methadone", "zzzqqq", "in");
  const near = fc.constantFrom(null, "90802", "Pasadena", "nowhere at all");
  await fc.assert(
    fc.asyncProperty(randomFilters, texts, near, async (chosen, text, place) => {
      const filters = { ...chosen, text, near: place };
      const { facets } = await search(filters);
      const count = facets.total.value;
      const said = { 0: "No place fits", 1: "1 place" }[count] ?? `${count} places`;
      const show = { 0: "No place fits: see why", 1: "Show 1 place" }[count] ?? `Show ${count} places`;
      expect(await countFittingAction("en", formOf(filterPairs(filters)))).toEqual({ show, said });
    }),
    { numRuns: 15 },
  );
});

test("it is said in the page's language, and anything else that is sent counts as nothing", async () => {
  const { facets } = await search(NO_FILTERS);
  const all = facets.total.value;
  expect((await countFittingAction("es", new FormData())).show).toBe(`Ver ${all} lugares`);
  const odd = formOf([
    ["kind", "castle"],
    ["near", "\u0000"],
    ["__proto__", "1"],
  ]);
  for (const sent of [odd, null, "kind=hospital", {}])
    expect((await countFittingAction("xx", sent as FormData)).show).toBe(`Show ${all} places`);
});
