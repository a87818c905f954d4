// The edition that waits, as staff see it on their pages, and that readers see nothing of it.
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { beforeEach, describe, expect, test, vi } from "vitest";
import RankingsPage from "@/app/admin/rankings/page";
import { getDashboard } from "@/lib/desk/admin-queries";
import { getNewestEdition, getNewestNumber, getStanding } from "@/lib/rankings/queries";
import { db } from "@/lib/server/db";
import { type Locale } from "@/lib/shared/i18n";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { MODEST, close, newRanked, night, twoRanked, waiting } from "../support/proposed-edition";
import { drawStaffPage } from "../support/staff-pages";
import { browser } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const ranked = twoRanked();

describe("the page of the rankings", () => {
  beforeEach(() => browser.headers.delete("accept-language"));

  const page = (locale: Locale) => drawStaffPage("second", RankingsPage, locale, { done: "overtaken" });

  test("says what waits, why each one moves, and publishes exactly that", async () => {
    expect(await page("en")).toContain("No proposed edition waits");
    await close(ranked.first.id);
    const { slug } = await newRanked(MODEST);
    await night();
    const { changes } = (await waiting())!;
    const html = await page("en");
    for (const words of [
      `edition ${await getNewestNumber()}`,
      "Enter the list: 1",
      "Leave the list: 1",
      "Move only because others do: ",
      `href="/admin/listings/${ranked.first.id}"`,
      "Closed, revoked or suspended (since January 1, 2026)",
      "It is new in our records.",
      slug,
      "The facts changed since this was prepared: look at it again.",
      `name="checksum" value="${changes.checksum.to}"`,
      "Publish this edition",
      "Judge anew now",
    ])
      expect(html).toContain(words);
    const spanish = await page("es");
    for (const words of ["Entran en la lista: 1", "desde el 1 de enero de 2026", "Publicar esta edición"])
      expect(spanish).toContain(words);
  });

  test("does not fail on what an older release prepared in another shape", async () => {
    await close(ranked.first.id);
    await night();
    await db.proposedEdition.updateMany({ data: { changes: { enters: 1 } } });
    expect(await page("en")).toContain("No proposed edition waits");
  });
});

test("the overview counts what waits", async () => {
  expect((await getDashboard(staffSession())).proposed).toBeNull();
  await close(ranked.first.id);
  await night();
  const { proposed } = await getDashboard(staffSession());
  expect(proposed).toMatchObject({ enters: 0, leaves: 1, reasons: 0 });
});

test("readers see nothing of what waits", async () => {
  const [edition, standing] = [await getNewestEdition(), await getStanding(ranked.second.id)];
  await close(ranked.first.id);
  await night();
  expect(await getStanding(ranked.second.id)).toEqual(standing);
  expect((await getNewestEdition())?.entries.map(({ rank }) => rank)).toEqual(edition?.entries.map(({ rank }) => rank));
  const reading = globSync("{app,components,lib}/**/*.{ts,tsx}").filter((file) =>
    /\bproposedEdition\.|findProposedEdition\(/.test(readFileSync(file, "utf8")),
  );
  expect(reading.toSorted()).toEqual([
    "app/admin/rankings/page.tsx",
    "lib/desk/admin-queries.ts",
    "lib/desk/day-work.ts",
    "lib/rankings/admin-queries.ts",
    "lib/rankings/mutations.ts",
  ]);
});
