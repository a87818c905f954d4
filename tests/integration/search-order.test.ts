// In which order the search's places come: by rank, by distance, and the best fit around a start.

import { beforeAll, describe, expect, test } from "vitest";
import { NO_FILTERS, parseFilters } from "@/lib/search/filters";
import { ENOUGH } from "@/lib/search/ordering";
import { search } from "@/lib/search/queries";
import type { SearchHit } from "@/lib/search/types";
import { middleOfZip } from "@/lib/search/zip-middle";
import { milesBetween } from "@/lib/shared/geo";
import { testDatabase } from "../support/database";
import { allHits, fits, publishedListings, type PublishedListing } from "../support/search";

testDatabase({ seeded: true });

let places: PublishedListing[];
beforeAll(async () => {
  places = await publishedListings();
});

const searchFor = (params: Record<string, string | string[]>) => search(parseFilters(params).filters);

describe("the order", () => {
  test("is by rank, then everything that is not ranked by name", async () => {
    const hits = await allHits(NO_FILTERS);
    const ranks = hits.map(({ rank }) => rank ?? Infinity);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(hits).toHaveLength(places.length);
  });

  test("is nearest first from a ZIP code, leaving nothing out, as the ground measures it", async () => {
    const hits = await allHits(parseFilters({ near: "90802", sort: "distance" }).filters);
    expect(hits).toHaveLength(places.length);
    const miles = hits.map(({ distance }) => distance?.miles ?? Infinity);
    expect(miles).toEqual(miles.toSorted((a, b) => a - b));
    const from = middleOfZip("90802")!;
    for (const { slug, distance } of hits.filter((hit) => hit.distance)) {
      const { latitude, longitude, positionSource } = places.find((place) => place.slug === slug)!;
      const expected = milesBetween(from, { latitude: latitude!, longitude: longitude! });
      expect(Math.abs(distance!.miles - expected)).toBeLessThan(0.01 + expected * 0.003);
      expect(distance!.isApproximate).toBe(positionSource === "zip_centroid");
    }
  });

  test("falls back to the rank for a ZIP code nobody knows, and says so", async () => {
    const { result } = await searchFor({ near: "00000", sort: "distance" });
    expect([result.sort, result.start]).toEqual(["rank", null]);
    expect((await searchFor({ near: "90802", sort: "name" })).result.hits[0]?.distance).not.toBeNull();
  });

  test("puts by rank what is within a ring around the start, nearer ones of equals first, then the nearest beyond", async () => {
    for (const params of [{ near: "90033" }, { near: "91331", medication: "methadone" }, { near: "the valley" }]) {
      const { filters } = parseFilters(params);
      const { ring, start } = (await search(filters)).result;
      const hits = await allHits(filters);
      const fitting = places.filter((place) => fits(place, filters));
      expect(hits).toHaveLength(fitting.length);
      const milesTo = ({ distance }: SearchHit) => distance?.miles ?? Infinity;
      const within = hits.filter(({ isBeyond }) => !isBeyond);
      const beyond = hits.slice(within.length);
      expect(hits.slice(0, within.length)).toEqual(within);
      expect(within.length).toBeGreaterThanOrEqual(ENOUGH);
      expect(ring!.miles).toBeGreaterThanOrEqual(start!.reach);
      expect(
        within.every((hit) => milesTo(hit) <= ring!.miles) && beyond.every((hit) => milesTo(hit) > ring!.miles),
      ).toBe(true);
      const placeOf = ({ slug }: SearchHit) =>
        places.find((place) => place.slug === slug)?.standing?.position ?? Infinity;
      const keys = within.map((hit) => [placeOf(hit), milesTo(hit)] as const);
      expect(keys).toEqual(keys.toSorted(([rank, one], [other, two]) => (rank === other ? one - two : rank - other)));
      const far = beyond.map(milesTo);
      expect(far).toEqual(far.toSorted((a, b) => a - b));
    }
  });

  test("says where nothing is within the widest ring, and shows the nearest beyond", async () => {
    const { result, near } = await searchFor({ near: "10001" });
    expect([near?.isElsewhere, result.ring?.isEmpty]).toEqual([true, true]);
    expect(result.hits.every(({ isBeyond }) => isBeyond)).toBe(true);
    expect(result.hits[0]!.distance!.miles).toBeGreaterThan(2000);
  });
});
