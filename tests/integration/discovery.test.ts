// Over the real records: no two pages of places look alike to a search engine, and dates are those of the records.
import { describe, expect, test } from "vitest";
import { listingDescription } from "@/components/listings/listing-description";
import { listingTitle } from "@/components/listings/listing-name";
import { listSitemap, readFeed } from "@/lib/discovery/queries";
import { findListing } from "@/lib/listings/queries";
import type { ListingDetail } from "@/lib/listings/types";
import { db } from "@/lib/server/db";
import { LOCALES } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

const isPublished = { status: "published" } as const;

async function everyListing(): Promise<ListingDetail[]> {
  const rows = await db.listing.findMany({ where: isPublished, select: { slug: true } });
  const found = [];
  for (const { slug } of rows) found.push(await findListing(slug));
  return found.flatMap((each) => (each.state === "published" ? each.listing : []));
}

describe("the pages of all places", () => {
  test("have titles and descriptions of their own, of a length that is shown", async () => {
    const listings = await everyListing();
    expect(listings.length).toBeGreaterThan(500);
    for (const locale of LOCALES) {
      const titles = listings.map((listing) => listingTitle(locale, listing));
      const descriptions = listings.map((listing) => listingDescription(locale, listing));
      expect(new Set(titles).size).toBe(listings.length);
      expect(new Set(descriptions).size).toBe(listings.length);
      expect(descriptions.filter(({ length }) => length < 70 || length > 160)).toEqual([]);
    }
  });
});

describe("the sitemap", () => {
  test("has every published place and post, and none that is not", async () => {
    const [gone] = await db.listing.findMany({ where: isPublished, take: 1, select: { id: true, slug: true } });
    await db.listing.update({ where: { id: gone!.id }, data: { status: "archived" }, select: { id: true } });
    const paths = (await listSitemap()).map(({ path }) => path);
    const listings = await db.listing.findMany({ where: isPublished, select: { slug: true } });
    expect(listings.filter(({ slug }) => !paths.includes(`/listings/${slug}`))).toEqual([]);
    expect(paths).not.toContain(`/listings/${gone!.slug}`);
    const posts = await db.post.findMany({ where: isPublished, select: { slug: true, locale: true } });
    const listed = (await listSitemap()).filter(({ path }) => /^\/blog\/[^/]+$/.test(path));
    expect(listed.map(({ locale, path }) => `${locale} ${path}`).toSorted()).toEqual(
      posts.map(({ locale, slug }) => `${locale} /blog/${slug}`).toSorted(),
    );
  });

  test("dates a place by the day that it or its answers changed, and not by the moment of asking", async () => {
    const changed = new Date("2031-05-06T07:08:09Z");
    const [one] = await db.listing.findMany({ where: isPublished, take: 1, select: { id: true, slug: true } });
    await db.$executeRaw`UPDATE "Listing" SET "updatedAt" = ${changed} WHERE "id" = ${one!.id}::uuid`;
    const dates = new Map((await listSitemap()).map(({ path, changedAt }) => [path, changedAt]));
    expect(dates.get(`/listings/${one!.slug}`)).toBe(changed.toISOString());
    // It is on these, and not on that.
    for (const path of ["/", "/rankings", "/map", "/listings"]) expect(dates.get(path)).toBe(changed.toISOString());
    expect(dates.get("/blog")).not.toBe(changed.toISOString());
    const before = await listSitemap();
    expect(await listSitemap()).toEqual(before);
  });
});

test("a post of another day, a draft and a withdrawn one are in no feed", async () => {
  const posts = await db.post.findMany({
    where: { locale: "es", ...isPublished },
    take: 3,
    select: { id: true, slug: true },
  });
  const [later, draft, withdrawn] = posts.map(({ id }) => id);
  await db.post.update({ where: { id: later! }, data: { publishedOn: new Date("2099-01-01") }, select: { id: true } });
  await db.post.update({ where: { id: draft! }, data: { status: "draft" }, select: { id: true } });
  await db.post.update({ where: { id: withdrawn! }, data: { status: "archived" }, select: { id: true } });
  const { items } = await readFeed("es");
  expect(items.length).toBeGreaterThan(5);
  expect(items.filter(({ url }) => posts.some(({ slug }) => url.endsWith(`/es/blog/${slug}`)))).toEqual([]);
});
