// The number on the button below the filters is that of the places which the same form would find.
import fc from "fast-check";
import { expect, test } from "vitest";
import { POST } from "@/app/api/search-count/[locale]/route";
import { filterPairs, NO_FILTERS } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
import { testDatabase } from "../support/database";
import { randomFilters } from "../support/search";

testDatabase({ seeded: true });

/** As public/filters.js asks. */
function ask(locale: string, pairs: string[][] | string, headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams(pairs).toString();
  const length = { "content-length": String(body.length) };
  const request = new Request("http://site/api/search-count", {
    method: "POST",
    body,
    headers: { ...length, ...headers },
  });
  return POST(request, { params: Promise.resolve({ locale }) });
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
      expect(await (await ask("en", filterPairs(filters))).json()).toEqual({ show, said });
    }),
    { numRuns: 15 },
  );
});

test("it is said in the page's language, and anything else that is sent counts as nothing", async () => {
  const { facets } = await search(NO_FILTERS);
  const all = facets.total.value;
  expect(await (await ask("es", [])).json()).toMatchObject({ show: `Ver ${all} lugares` });
  const odd = [
    ["kind", "castle"],
    ["near", "\u0000"],
    ["__proto__", "1"],
  ];
  for (const sent of [odd, "", "%", "kind=hospital=", "&&="])
    expect(await (await ask("en", sent)).json()).toMatchObject({ show: `Show ${all} places` });
});

test("nobody keeps the answer, and what no form of ours sends is refused before it is read", async () => {
  const answer = await ask("en", []);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect((await ask("fr", [])).status).toBe(404);
  for (const length of ["8193", "Infinity", "many"])
    expect((await ask("en", [], { "content-length": length })).status).toBe(413);
  const unmeasured = new Request("http://site/api/search-count", { method: "POST" });
  expect((await POST(unmeasured, { params: Promise.resolve({ locale: "en" }) })).status).toBe(413);
});
