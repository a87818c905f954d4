// A street that a listing prints, as people write it who look for a place there.

import { beforeAll, describe, expect, test } from "vitest";
import { parseFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
import { testDatabase } from "../support/database";
import { publishedListings, type PublishedListing } from "../support/search";

testDatabase({ seeded: true });

let places: PublishedListing[];
beforeAll(async () => {
  places = await publishedListings();
});

const searchFor = (q: string, params: Record<string, string> = {}) => search(parseFilters({ q, ...params }).filters);
const slugsFor = async (q: string) => (await searchFor(q)).result.hits.map(({ slug }) => slug);

describe("a street that a listing prints", () => {
  const STREET =
    /^\d+ (?:[NSEW]\. |[NSEW] |North |South |East |West )?(.+? (?:Avenue|Ave|Boulevard|Blvd|Street|St|Road|Rd|Drive|Dr))\b/;
  const streetOf = ({ street }: PublishedListing) => STREET.exec(street)?.[1] ?? "";

  test("finds the places on it, in full, short, half typed and after its preposition", async () => {
    const names = [...new Set(places.map(streetOf))].filter((name, at) => name !== "" && at % 25 === 0);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const listed = places.filter((place) => streetOf(place) === name);
      const begun = name
        .replace(/Avenue$|Ave$/, "ave")
        .replace(/Boulevard$|Blvd$/, "bl")
        .replace(/Street$/, "stree");
      for (const q of [name, name.toUpperCase(), begun, `on ${name}`, `${name}.`]) {
        const { text, facets } = await searchFor(q);
        expect([q, text.readAs, facets.total.value >= listed.length]).toEqual([q, "street", true]);
      }
    }
  });

  test("finds them by a name of two words as one, with a house number, and beside a place that is called so", async () => {
    const onLaCienega = places.filter(({ street }) => / La Cienega/.test(street)).map(({ slug }) => slug);
    expect(onLaCienega.length).toBeGreaterThan(1);
    for (const q of ["la cienega", "lacienega", "La Cienega Blvd", "lacienega bl"])
      expect([q, (await slugsFor(q)).toSorted()]).toEqual([q, onLaCienega.toSorted()]);
    for (const place of places.filter(({ street }) => / La Cienega/.test(street))) {
      const [house = ""] = place.street.split(" ");
      expect(await slugsFor(`${house} south lacienega blvd`)).toEqual([place.slug]);
    }
  });

  test("finds them although none has the house number, and the page says so", async () => {
    const { text, result } = await searchFor("4545 san fernando rd");
    expect([text.readAs, text.unknown]).toEqual(["street", ["4545"]]);
    expect(result.hits.length).toBeGreaterThan(1);
    expect(result.hits.every(({ street }) => /san fernando r/i.test(street))).toBe(true);
  });

  test("is no street where a place, a city or a meaning is called so", async () => {
    for (const q of ["santa monica", "pasadena", "methadone", "free", "detox", "Hollywood"])
      expect([q, (await searchFor(q)).text.readAs]).toEqual([q, "meaning"]);
    expect((await searchFor("vermont")).text.readAs).toBe("street");
    expect((await searchFor("santa monica boulevard")).text.readAs).toBe("street");
  });
});
