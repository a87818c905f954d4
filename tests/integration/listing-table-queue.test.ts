// The filters of the staff's table are the queue's: what the queue of places to check again counts, the table finds.
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { reportCorrection } from "@/lib/corrections/mutations";
import { listReChecks } from "@/lib/desk/queries";
import type { ReCheckReason } from "@/lib/desk/types";
import { findIds } from "@/lib/listing-table/admin-queries";
import { NO_FILTERS, type ListingFilters } from "@/lib/listing-table/schema";
import { db } from "@/lib/server/db";
import { formSender, staffSession } from "../support/actors";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

const staff = staffSession({ role: "editor" });

/** What has a filter of its own; the others are asked for in the queue alone. */
const QUEUED: Record<Exclude<ReCheckReason, "maybeMoved" | "disputed">, Partial<ListingFilters>> = {
  reported: { reports: "open" },
  licenseEnded: { license: "ended" },
  licenseEnds: { license: "ending" },
  leftOut: { directory: "left_out" },
  probableMatch: { match: "doubtful" },
  checkedLongAgo: { checked: "long_ago" },
};

/** A place of the directory's first edition alone, and one with a report. */
beforeAll(async () => {
  const [reported, leftOut] = await db.listing.findMany({
    where: { status: "published", factSheets: { some: { source: "samhsa" } } },
    orderBy: { slug: "asc" },
    select: { id: true },
    take: 2,
  });
  const words = { wrong: "A word", right: undefined, evidence: undefined, email: undefined };
  const input = { topic: "other", grounds: "other", ...words } as const;
  await reportCorrection(formSender(), { input, listingId: reported!.id, locale: "en", spam: "clear" });
  await db.factSheet.updateMany({
    where: { listingId: leftOut!.id, source: "samhsa" },
    data: { asOf: new Date("2001-01-01") },
  });
});

afterEach(() => vi.useRealTimers());

async function queuedIds(reason: ReCheckReason): Promise<string[]> {
  const { rows, pages } = await listReChecks(staff, { reason, page: 1 });
  for (let page = 2; page <= pages; page += 1) rows.push(...(await listReChecks(staff, { reason, page })).rows);
  return rows.map(({ id }) => id).toSorted();
}

test.each(["2026-08-22", "2026-12-15", "2028-03-01"])("they find on %s what it has", async (day) => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T20:00:00Z`) });
  for (const [reason, filters] of Object.entries(QUEUED)) {
    const ids = await findIds(staff, { ...NO_FILTERS, ...filters, status: "published" }, null);
    expect([reason, ids.length > 0]).toEqual([reason, true]);
    expect([reason, ids.toSorted()]).toEqual([reason, await queuedIds(reason as ReCheckReason)]);
  }
});
