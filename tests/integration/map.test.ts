import { expect, test } from "vitest";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { isLocated, makeAtlas, ofKind } from "@/lib/map/atlas";
import { drawSheet, MARKER_RADIUS } from "@/lib/map/drawing";
import { listMapListings } from "@/lib/map/queries";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

test("every published place is on one page of the map, with its rank in the newest edition", async () => {
  const shown = makeAtlas(await listMapListings()).flatMap(({ sheets }) => sheets.flatMap(({ places }) => places));
  const published = await db.listing.findMany({ where: { status: "published" }, select: { slug: true } });
  expect(shown.map(({ slug }) => slug).toSorted()).toEqual(published.map(({ slug }) => slug).toSorted());
  const members = await db.rankingMember.findMany({
    where: { edition: { number: await newestEdition() } },
    select: { entry: { select: { rank: true } }, listing: { select: { slug: true } } },
  });
  const ranks = new Map(members.map(({ entry, listing }) => [listing.slug, entry.rank]));
  for (const { slug, rank } of shown) expect({ slug, rank }).toEqual({ slug, rank: ranks.get(slug) ?? null });
});

test("no marker of the real maps covers another", async () => {
  const all = await listMapListings();
  for (const kind of [null, ...LISTING_KINDS])
    for (const sheet of makeAtlas(ofKind(all, kind)).flatMap(({ sheets }) => sheets)) {
      const { markers } = drawSheet(sheet.places.filter(isLocated));
      for (const [index, { x, y }] of markers.entries())
        for (const other of markers.slice(0, index))
          expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThanOrEqual(2 * MARKER_RADIUS);
    }
});

test("a place is drawn as approximate exactly when its ZIP code stands in for its address; drafts are not drawn", async () => {
  const [first] = await db.listing.findMany({ where: { status: "published" }, take: 1 });
  await db.listing.update({ where: { id: first!.id }, data: { status: "draft" } });
  const places = ofKind(await listMapListings(), "residential");
  const rows = await db.listing.findMany({ where: { status: "published", kind: "residential" } });
  expect(places.map(({ slug }) => slug).toSorted()).toEqual(rows.map(({ slug }) => slug).toSorted());
  const approximate = rows.filter(({ positionSource }) => positionSource === "zip_centroid");
  expect(
    places
      .filter(({ position }) => position?.isApproximate)
      .map(({ slug }) => slug)
      .toSorted(),
  ).toEqual(approximate.map(({ slug }) => slug).toSorted());
});

async function newestEdition(): Promise<number> {
  const { number } = await db.rankingEdition.findFirstOrThrow({ orderBy: { number: "desc" } });
  return number;
}
