// The list of the rankings once there is a second edition: what it says of every place, checked against the two editions
// as the database holds them.
import { beforeAll, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { checkFact } from "@/lib/listings/mutations";
import { publishEdition } from "@/lib/rankings/mutations";
import { PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import { pageCountOf } from "@/lib/shared/page-count";
import { getNewestEdition, getNewestNumber } from "@/lib/rankings/queries";
import { db } from "@/lib/server/db";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { drawPage } from "../support/drawn-pages";

testDatabase({ seeded: true });

const AREA = "Los Angeles";
const NALOXONE = METHOD_V1.groups.flatMap(({ criteria }) => criteria).find(({ key }) => key === "naloxone")!;

/** Ranks by the slug of each program's first listing, as an edition froze them. */
async function ranksOf(number: number): Promise<Map<string, number>> {
  const members = await db.rankingMember.findMany({
    where: { edition: { number }, place: 1 },
    select: { entry: { select: { rank: true } }, listing: { select: { slug: true } } },
  });
  return new Map(members.map(({ entry, listing }) => [listing.slug, entry.rank]));
}

/** The entries of all pages by slug, as text. */
async function entriesIn(locale: "en" | "es"): Promise<Map<string, string>> {
  const items: string[] = [];
  for (let page = 1; page <= pageCountOf(after.size, PROGRAMS_PER_PAGE); page++) {
    const html = await drawPage("(reading)/rankings/page/[page]", locale, { params: () => ({ page: `${page}` }) });
    items.push(...html.split(/<li class="grid/).slice(1));
  }
  return new Map(
    items.map((item) => {
      const [, slug = ""] = /\/listings\/([a-z0-9-]+)"/.exec(item) ?? [];
      return [
        slug,
        item
          .replace(/<[^>]+>/g, " ")
          .replace(/&#x27;/g, "'")
          .replace(/&amp;/g, "&")
          .replace(/\s+/g, " "),
      ];
    }),
  );
}

/** A staff check of whether a place gives naloxone. */
async function check(slug: string, value: "yes" | "no"): Promise<void> {
  const { id } = await db.listing.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  await checkFact(staffSession(), { id, attribute: "NOE", value, evidence: "By phone.", asOf: "2026-08-20" });
}

let gained: string;
let lost: string;
let before: Map<string, number>;
let after: Map<string, number>;

beforeAll(async () => {
  const first = await getNewestEdition();
  if (!first) throw new Error("no edition");
  const answered = (value: string) =>
    first.entries
      .slice(60)
      .find(({ criteria }) => criteria.some((each) => each.key === "naloxone" && each.value === value));
  gained = answered("no")?.listing.slug ?? "";
  lost = answered("yes")?.listing.slug ?? "";
  await check(gained, "yes");
  await check(lost, "no");
  await publishEdition(system("rank"), { area: AREA, judgedOn: "2026-08-21" });
  [before, after] = await Promise.all([ranksOf(1), ranksOf(2)]);
});

describe("the list of the rankings with a second edition", () => {
  test("says at every place how it moved since the first", async () => {
    expect(await getNewestNumber()).toBe(2);
    const entries = await entriesIn("en");
    expect([...entries.keys()].toSorted()).toEqual([...after.keys()].toSorted());
    for (const [slug, rank] of after) {
      const from = before.get(slug)!;
      const [up, places] = [from > rank, Math.abs(from - rank)];
      const ranks = places === 1 ? "1 rank" : `${places} ranks`;
      const words = places === 0 ? "Same rank as in edition 1" : `${up ? "Up" : "Down"} ${ranks} since edition 1`;
      expect([slug, entries.get(slug)]).toEqual([slug, expect.stringContaining(` ${words} `)]);
    }
    expect([...after].filter(([slug, rank]) => before.get(slug) !== rank).length).toBeGreaterThan(2);
  });

  test("says which facts moved it, with source and date, and of the others that theirs did not change", async () => {
    const entries = await entriesIn("en");
    const name = NALOXONE.name.en;
    expect(entries.get(gained)).toMatch(new RegExp(`${name}: from “no” to “yes” \\([^)]*August 20, 2026\\)`, "i"));
    expect(entries.get(lost)).toMatch(new RegExp(`${name}: from “yes” to “no” \\([^)]*August 20, 2026\\)`, "i"));
    expect(after.get(gained)).toBeLessThan(before.get(gained)!);
    expect(after.get(lost)).toBeGreaterThan(before.get(lost)!);
    for (const [slug, rank] of after) {
      if (slug === gained || slug === lost) continue;
      const moved = before.get(slug) !== rank;
      expect([slug, entries.get(slug)?.includes("Its own facts did not change.")]).toEqual([slug, moved]);
    }
  });

  test("says the same in Spanish", async () => {
    const entries = await entriesIn("es");
    expect(entries.get(gained)).toMatch(/Subió \d+ posici(ón|ones) desde la edición 1/);
    expect(entries.get(gained)).toMatch(
      new RegExp(`${NALOXONE.name.es}: de «no» a «sí» \\([^)]*20 de agosto de 2026\\)`, "i"),
    );
    expect(entries.get(lost)).toMatch(/Bajó \d+ posici(ón|ones) desde la edición 1/);
  });
});
