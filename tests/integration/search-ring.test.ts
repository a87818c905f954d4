// How the search measures from a start, and which ring around it the best fit is chosen within. That the orders hold part
// by part: search-order.test.tsx.

import { beforeAll, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { parseFilters } from "@/lib/search/filters";
import { rebuildSearch } from "@/lib/search/mutations";
import { ENOUGH, ringsFor, RINGS_MILES } from "@/lib/search/ordering";
import { search } from "@/lib/search/queries";
import type { SearchHit } from "@/lib/search/types";
import { middleOfZip } from "@/lib/search/zip-middle";
import { db } from "@/lib/server/db";
import { milesBetween } from "@/lib/shared/geo";
import { testDatabase } from "../support/database";
import { allHits, fits, publishedListings, type PublishedListing } from "../support/search";

testDatabase({ seeded: true });

let places: PublishedListing[];
beforeAll(async () => {
  places = await publishedListings();
});

const searchFor = (params: Record<string, string | string[]>) => search(parseFilters(params).filters);

describe("a start", () => {
  test("leaves nothing out, and is measured from as the ground is", async () => {
    const hits = await allHits(parseFilters({ near: "90802", sort: "distance" }).filters);
    expect(hits).toHaveLength(places.length);
    const from = middleOfZip("90802")!;
    for (const { slug, distance } of hits.filter((hit) => hit.distance)) {
      const { latitude, longitude, positionSource } = places.find((place) => place.slug === slug)!;
      const expected = milesBetween(from, { latitude: latitude!, longitude: longitude! });
      expect(Math.abs(distance!.miles - expected)).toBeLessThan(0.01 + expected * 0.003);
      expect(distance!.isApproximate).toBe(positionSource === "zip_centroid");
    }
  });

  test("that nobody knows falls back to the rank, and says so", async () => {
    const { result } = await searchFor({ near: "00000", sort: "distance" });
    expect([result.sort, result.start]).toEqual(["rank", null]);
    expect((await searchFor({ near: "90802", sort: "name" })).result.hits[0]?.distance).not.toBeNull();
  });

  test("puts what is within a ring around it first, and counts for that ring only the first part of the list", async () => {
    for (const params of [{ near: "90033" }, { near: "91331", medication: "methadone" }, { near: "the valley" }]) {
      const { filters } = parseFilters(params);
      const { ring, start } = (await search(filters)).result;
      const hits = await allHits(filters);
      expect(hits).toHaveLength(places.filter((place) => fits(place, filters)).length);
      const milesTo = ({ distance }: SearchHit) => distance?.miles ?? Infinity;
      for (const hit of hits) expect([hit.slug, hit.isBeyond]).toEqual([hit.slug, milesTo(hit) > ring!.miles]);
      const first = hits.filter(({ treatsOpioids }) => treatsOpioids).map(milesTo);
      const nearest = first.toSorted((a, b) => a - b).slice(0, ENOUGH);
      const steps = ringsFor(start!.reach, nearest);
      expect(ring).toEqual({ miles: steps.at(-1), steps, isEmpty: false });
    }
  });

  test("has no ring that is full of places that do not treat opioid use disorder", async () => {
    const around = { near: "90012", kind: "residential" };
    const { filters } = parseFilters(around);
    const before = (await search(filters)).result.ring!;
    await db.$executeRaw`UPDATE "SearchEntry" SET "treatsOpioids" = false`;
    const { ring, hits } = (await search(filters)).result;
    expect([before.isEmpty, ring]).toEqual([false, { miles: RINGS_MILES.at(-1), steps: RINGS_MILES, isEmpty: true }]);
    expect(hits.length).toBeGreaterThan(0);
    await rebuildSearch(system("reindex"));
    expect((await search(filters)).result.ring).toEqual(before);
  });

  test("says where nothing is within the widest ring, and shows the nearest beyond", async () => {
    const { result, near } = await searchFor({ near: "10001" });
    expect([near?.isElsewhere, result.ring?.isEmpty]).toEqual([true, true]);
    expect(result.hits.every(({ isBeyond }) => isBeyond)).toBe(true);
    expect(result.hits[0]!.distance!.miles).toBeGreaterThan(2000);
  });
});
