// The open records of the places: what they say, that they say it of every place once, and when they change.
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import * as listings from "@/app/api/v1/listings/route";
import { system } from "@/lib/audit/actor";
import { settleUnmatched } from "@/lib/operators/jobs";
import type { ListingDocument, ListingsDocument } from "@/lib/open-data/schema";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { ask, readNewest } from "../support/open-data";

testDatabase({ seeded: true });

const get = (query = "", headers: Record<string, string> = {}) => listings.GET(ask(query, headers), undefined);

async function readAll(): Promise<ListingsDocument[]> {
  const pages: ListingsDocument[] = [];
  for (let next: string | null = "http://localhost:3000/api/v1/listings?perPage=100"; next;) {
    const page = (await (await get(new URL(next).search)).json()) as ListingsDocument;
    pages.push(page);
    next = page.next;
  }
  return pages;
}

async function readRows(): Promise<Record<string, string>[]> {
  return parse<Record<string, string>>(await (await get("?format=csv")).text(), { columns: true, bom: true });
}

let all: ListingDocument[];
const find = (slug: string) => all.find((listing) => listing.slug === slug)!;

beforeAll(async () => {
  all = (await readAll()).flatMap((page) => page.listings);
});

describe("the records of the places", () => {
  test("come in pages, each published place once, by slug", async () => {
    const rows = await db.listing.findMany({ where: { status: "published" }, select: { slug: true } });
    expect(all.map(({ slug }) => slug)).toEqual(rows.map(({ slug }) => slug).toSorted());
    const pages = await readAll();
    expect(pages.map(({ page, pages: of, total }) => [page, of, total])).toEqual(
      pages.map((_, at) => [at + 1, pages.length, rows.length]),
    );
    const usual = (await (await get()).json()) as ListingsDocument;
    expect(usual.listings).toHaveLength(50);
  });

  test("hold every current license of the county", async () => {
    const where = { county: "Los Angeles", expiresOn: { gte: new Date("2026-08-21") } };
    const licenses = await db.license.findMany({ where, select: { number: true } });
    const found = new Set(
      all.flatMap((each) => each.licenses.flatMap(({ number, current }) => (current ? number : []))),
    );
    expect(licenses).toHaveLength(816);
    expect(licenses.filter(({ number }) => !found.has(number))).toEqual([]);
  });

  test("have the rank that the newest edition gives, or the reason why it gives none", async () => {
    const { entries, excluded } = await readNewest();
    const ranked = all.flatMap(({ slug, ranking }) => (ranking?.status === "ranked" ? [[slug, ranking.rank]] : []));
    expect(new Map(ranked as [string, number][])).toEqual(
      new Map(entries.flatMap(({ members, rank }) => members.map(({ slug }) => [slug, rank] as const))),
    );
    const others = all.flatMap(({ slug, ranking }) =>
      ranking?.status === "not_ranked" ? [[slug, ranking.reason] as const] : [],
    );
    expect(new Map(others)).toEqual(new Map(excluded.map(({ listing, reason }) => [listing.slug, reason])));
  });

  test("say by what each license was found, and whether it held on the day of the list", () => {
    const found = all.flatMap(({ licenses }) => licenses);
    expect(new Set(found.map(({ basis }) => basis))).toEqual(
      new Set(["own_address", "additional_location", "operator_and_zip"]),
    );
    expect(new Set(found.map(({ listedOn }) => listedOn))).toEqual(new Set(["2026-08-21"]));
    expect(
      found.filter(({ lastDay, listedOn, current }) => lastDay !== null && current !== lastDay >= listedOn),
    ).toEqual([]);
    expect(find("grandview-foundation-inc-pasadena").licenses).toMatchObject([
      { number: "190022AN", certainty: "probable", basis: "own_address" },
    ]);
  });

  test("answer every code, with who said so and when", () => {
    for (const { facts } of all) {
      expect(facts).toHaveLength(224);
      for (const { value, source, date, doubt } of facts)
        expect(value === "unknown" ? doubt === null || source !== null : source !== null && date !== null).toBe(true);
    }
  });

  test("never tell the street of a confidential site, also not by its license", async () => {
    const hidden = await db.license.findMany({
      where: { matches: { some: { basis: "operator_and_zip" } } },
      select: { street: true },
    });
    const texts = [JSON.stringify(all), await (await get("?format=csv")).text()].join("\n").toUpperCase();
    expect(hidden.length).toBeGreaterThan(10);
    expect(hidden.filter(({ street }) => texts.includes(street.toUpperCase()))).toEqual([]);
    const sites = all.filter(({ isConfidential }) => isConfidential);
    expect(sites.length).toBeGreaterThan(10);
    expect(new Set(sites.map(({ street, position }) => `${street}|${position?.source}`))).toEqual(
      new Set(["|zip_centroid"]),
    );
  });

  test("keep the exact position of a confidential site to themselves, should one be recorded", async () => {
    const { slug } = all.find(({ isConfidential }) => isConfidential)!;
    await db.listing.update({ where: { slug }, data: { positionSource: "staff" } });
    const again = (await readAll()).flatMap((page) => page.listings).find((listing) => listing.slug === slug);
    expect(again?.position).toBeNull();
    await db.listing.update({ where: { slug }, data: { positionSource: "zip_centroid" } });
  });
});

describe("as one table", () => {
  test("each place is a line with the same answers", async () => {
    const response = await get("?format=csv");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="listings.csv"');
    expect(new Uint8Array(await response.arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    const rows = await readRows();
    expect(rows.map(({ slug, BU, longitude }) => [slug, BU, longitude])).toEqual(
      all.map(({ slug, facts, position }) => [
        slug,
        facts.find(({ code }) => code === "BU")?.value,
        position ? String(position.longitude) : "",
      ]),
    );
    for (const row of rows) expect(row.attribution).toContain("CC BY 4.0, retrieved 2026-08-21");
  });

  test("a name that a spreadsheet would run as a formula is only text, and a phone is no formula", async () => {
    const { slug, name } = all[0]!;
    await db.listing.update({ where: { slug }, data: { name: "=1+1" } });
    const rows = await readRows();
    expect(rows[0]).toMatchObject({
      slug,
      name: "'=1+1",
      phones: expect.stringMatching(/^\d{3}-\d{3}-\d{4}/) as string,
    });
    await db.listing.update({ where: { slug }, data: { name } });
  });
});

describe("when something changes, the answer does", () => {
  const etagNow = async () => (await get()).headers.get("etag");

  test.each([
    [
      "a fact",
      async () => {
        const { id } = await db.factSheet.findFirstOrThrow({ where: { listing: { slug: all[0]!.slug } } });
        await db.factSheet.update({ where: { id }, data: { yes: ["BU"] } });
      },
    ],
    [
      "the name of who runs it",
      async () => {
        await db.operator.updateMany({
          where: { listings: { some: { slug: all[0]!.slug } } },
          data: { name: "Another" },
        });
      },
    ],
    [
      "whether it is published",
      async () => {
        await db.listing.update({ where: { slug: all[0]!.slug }, data: { status: "archived" } });
      },
    ],
  ])("%s", async (_, change) => {
    const before = await etagNow();
    expect(await etagNow()).toBe(before);
    await change();
    expect(await etagNow()).not.toBe(before);
  });

  test("a license, but not when it is found again as it was", async () => {
    const before = await etagNow();
    await settleUnmatched(system("migrate"));
    expect(await etagNow()).toBe(before);
    await db.licenseMatch.deleteMany();
    expect(await etagNow()).not.toBe(before);
  });
});
