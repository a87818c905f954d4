// The queue of places to check again: who is in it, why, and in which order.
import { afterEach, describe, expect, test, vi } from "vitest";
import { countReChecks, listReChecks } from "@/lib/desk/queries";
import { RE_CHECK_REASONS, type ReCheck } from "@/lib/desk/types";
import { lastDayOf, LICENSE_NOTICE_DAYS } from "@/lib/listings/due-notes";
import { licenseStandingOf } from "@/lib/facts/license-standing";
import { recordCall } from "@/lib/calls/mutations";
import { noteLicense } from "@/lib/listings/mutations";
import { reportCorrection } from "@/lib/corrections/mutations";
import { db } from "@/lib/server/db";
import { daysAfter, fromIsoDate, today, toIsoDate } from "@/lib/shared/dates";
import { formSender, staffSession } from "../support/actors";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

const staff = staffSession({ role: "editor" });

async function all(): Promise<ReCheck[]> {
  const first = await listReChecks(staff, { reason: null, page: 1 });
  const rows = [...first.rows];
  for (let page = 2; page <= first.pages; page += 1)
    rows.push(...(await listReChecks(staff, { reason: null, page })).rows);
  expect(rows).toHaveLength(first.total);
  return rows;
}

const reasonsOf = async (id: string) => (await all()).find((row) => row.id === id)?.reasons ?? [];

describe("the reasons", () => {
  afterEach(() => vi.useRealTimers());

  test.each(["2026-08-22", "2026-12-15", "2027-06-01", "2028-03-01"])(
    "what is said of licenses on %s is what the page of each place says",
    async (day) => {
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T20:00:00Z`) });
      const places = await db.listing.findMany({
        where: { status: "published", closedOn: null },
        select: { id: true, licenseMatches: { where: { certainty: { not: null } }, select: { license: true } } },
      });
      const expected = places.flatMap(({ id, licenseMatches }) => {
        const licenses = licenseMatches.map(({ license }) => {
          return { ...license, expiresOn: license.expiresOn && toIsoDate(license.expiresOn) };
        });
        if (licenseStandingOf(licenses, null, day).state === "ended") return [`${id} licenseEnded`];
        const last = lastDayOf(licenses, day);
        return last !== null && last <= daysAfter(day, LICENSE_NOTICE_DAYS) ? [`${id} licenseEnds`] : [];
      });
      const said = (await all()).flatMap(({ id, reasons }) =>
        reasons.filter((reason) => reason.startsWith("license")).map((reason) => `${id} ${reason}`),
      );
      expect(said.toSorted()).toEqual(expected.toSorted());
      expect(expected.length).toBeGreaterThan(0);
    },
  );

  test("a page past the end is the last, and nothing is found of nothing", async () => {
    const { pages, total } = await listReChecks(staff, { reason: null, page: 1 });
    expect(await listReChecks(staff, { reason: null, page: pages + 7 })).toMatchObject({ page: pages, pages, total });
    const none = { rows: [], total: 0, page: 1, pages: 1 };
    expect(await listReChecks(staff, { reason: "reported", page: 3 })).toEqual(none);
  });

  test("each can be asked for alone, and the figures agree", async () => {
    const rows = await all();
    for (const reason of RE_CHECK_REASONS)
      expect([reason, await countReChecks(staff, reason)]).toEqual([
        reason,
        rows.filter(({ reasons }) => reasons.includes(reason)).length,
      ]);
  });

  test("a call takes a place out, until a year is over or the check is retracted", async () => {
    const place = (await all()).find(({ reasons }) => reasons.join() === "checkedLongAgo");
    const id = place!.id;
    const call = { id, evidence: "By phone", asOf: daysAfter(today(), -364) };
    await recordCall(staff, { ...call, admissions: [], answers: [{ attribute: "SP", value: "unknown" }] });
    expect(await reasonsOf(id)).toEqual([]);
    const gone = { retractedAt: new Date(), retractedById: staff.staffId, retractedReason: "Another place" };
    await db.factCheck.updateMany({ where: { listingId: id }, data: gone });
    expect(await reasonsOf(id)).toEqual(["checkedLongAgo"]);
    const old = { ...call, asOf: daysAfter(today(), -366) };
    await recordCall(staff, { ...old, admissions: [], answers: [{ attribute: "SP", value: "unknown" }] });
    expect(await reasonsOf(id)).toEqual(["checkedLongAgo"]);
  });

  test("one that may have moved leaves it by a note about the license", async () => {
    const place = (await all()).find(({ reasons }) => reasons.includes("maybeMoved"))!;
    const matches = await db.licenseMatch.findMany({
      where: { listingId: place.id, basis: "other_address", agreement: { has: "name" } },
      select: { certainty: true, license: { select: { number: true } } },
    });
    expect(new Set(matches.map(({ certainty }) => certainty))).toEqual(new Set([null]));
    for (const { license } of matches) {
      expect(await reasonsOf(place.id)).toContain("maybeMoved");
      const note = { licenseNumber: license.number, note: "Its office.", evidence: "By phone" };
      await noteLicense(staff, { id: place.id, ...note });
    }
    expect(await reasonsOf(place.id)).not.toContain("maybeMoved");
  });

  test("one that the state's list contradicts leaves it when somebody has asked who may come", async () => {
    const disputed = (await all()).filter(({ reasons }) => reasons.includes("disputed"));
    const entries = await db.searchEntry.findMany({
      where: { listing: { status: "published", closedOn: null } },
      select: { listingId: true, who: true },
    });
    const expected = entries.filter(({ who }) =>
      who.some((note) => /NotNamed|NotState|opposite/.test(note.split(".")[1] ?? "")),
    );
    expect(disputed.map(({ id }) => id).toSorted()).toEqual(expected.map(({ listingId }) => listingId).toSorted());
    const [{ id }] = disputed as [ReCheck];
    const call = { id, evidence: "By phone", asOf: today(), admissions: [] };
    await recordCall(staff, { ...call, answers: [{ attribute: "SP", value: "unknown" }] });
    expect(await reasonsOf(id)).toContain("disputed");
    await recordCall(staff, { ...call, answers: [{ attribute: "FEM", value: "yes" }] });
    expect(await reasonsOf(id)).not.toContain("disputed");
  });

  test("a closed place, a draft and one that was taken off the site are not in it", async () => {
    const [closed, draft, archived] = await all();
    const closing = { closedOn: fromIsoDate("2026-01-01"), closedReason: "Told by phone" };
    await db.listing.update({ where: { id: closed!.id }, data: closing });
    await db.listing.update({ where: { id: draft!.id }, data: { status: "draft" } });
    await db.listing.update({ where: { id: archived!.id }, data: { status: "archived" } });
    const ids = (await all()).map(({ id }) => id);
    expect([closed, draft, archived].filter((place) => ids.includes(place!.id))).toEqual([]);
  });
});

test("the highest ranked stand first, then those that people name most often", async () => {
  const before = await all();
  const ranks = before.map(({ rank }) => rank ?? Infinity);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(ranks[0]).toBeLessThan(10);
  const unranked = before.findLast(({ rank }) => rank === null)!;
  await reportCorrection(formSender(), {
    input: {
      topic: "other",
      wrong: "A word",
      grounds: "other",
      right: undefined,
      evidence: undefined,
      email: undefined,
    },
    listingId: unranked.id,
    locale: "en",
    spam: "clear",
  });
  const first = (await all()).find(({ rank }) => rank === null);
  expect(first).toMatchObject({ id: unranked.id, named: 1, reasons: ["reported", ...unranked.reasons] });
});
