// One act on many listings: what was shown is what happens, all at once or not at all, and it can be taken back exactly.
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { declareInterest } from "@/lib/interests/mutations";
import { changeManyAction, undoManyAction } from "@/lib/listing-table/actions";
import { getBulk, listAreas, previewBulk } from "@/lib/listing-table/admin-queries";
import { changeMany, undoMany } from "@/lib/listing-table/mutations";
import { MAX_BULK, readSelection } from "@/lib/listing-table/schema";
import { type BulkAct } from "@/lib/listing-table/types";
import { findListing } from "@/lib/listings/queries";
import { db } from "@/lib/server/db";
import { paramsOf } from "@/lib/shared/search-params";
import { newStaffKey } from "@/lib/staff/staff-form-key";
import type { StaffSession } from "@/lib/staff/types";
import { signInAdministrator } from "../support/administrator";
import { testDatabase } from "../support/database";
import { newListing, outreachStaff as colleague } from "../support/inquiry";
import { formOf, outcomeOf, revalidated } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

let sam: StaffSession;
beforeAll(async () => {
  sam = await signInAdministrator();
  const { staffId: id, name, email, role } = colleague;
  await db.staffMember.create({ data: { id, name, email, role } });
});

const STATUSES = ["published", "draft", "archived", "published"] as const;
let ids: string[] = [];
beforeEach(async () => {
  await db.interest.deleteMany();
  await db.listing.deleteMany();
  revalidated.length = 0;
  ids = [];
  for (const status of STATUSES) ids.push(await newListing({ slug: `place-${randomUUID()}`, status }));
  await db.listing.update({ where: { id: ids[0] }, data: { staffFields: ["name"] } });
});

const queryOf = (act: BulkAct, chosen: readonly string[] = ids) =>
  new URLSearchParams([["act", act], ...chosen.map((id) => ["id", id])]).toString();
const selected = async (query: string) => readSelection(paramsOf(query), await listAreas(sam));
const preview = async (query: string, staff = sam) => (await previewBulk(staff, (await selected(query))!))!;
const change = async (query: string, shown: string, staff = sam) => changeMany(staff, (await selected(query))!, shown);
const done = async (query: string, staff = sam): Promise<string> => {
  const made = await change(query, (await preview(query, staff)).shown, staff);
  if (made.outcome !== "done") throw new Error(made.outcome);
  return made.id;
};
const rows = () =>
  db.listing.findMany({ orderBy: { id: "asc" }, select: { id: true, status: true, staffFields: true, version: true } });
const statuses = async () => {
  const found = new Map((await rows()).map(({ id, status }) => [id, status]));
  return ids.map((id) => found.get(id));
};

describe("an act", () => {
  test("is shown before: how many, which, and what is left alone", async () => {
    const before = await rows();
    const shown = await preview(queryOf("archive"));
    expect(shown).toMatchObject({
      total: 3,
      moves: [
        { from: "published", to: "archived", count: 2 },
        { from: "draft", to: "archived", count: 1 },
      ],
      refused: [{ id: ids[2], why: "status" }],
    });
    expect(shown.sample.map(({ id }) => id)).toEqual([ids[0], ids[1], ids[3]]);
    expect(await rows()).toEqual(before);
  });

  test("happens to all of them, each written down, and pages and search follow", async () => {
    const slugs = await db.listing.findMany({ where: { id: { in: ids } }, select: { slug: true } });
    await done(queryOf("archive"));
    expect(await statuses()).toEqual(["archived", "archived", "archived", "archived"]);
    const events = await db.auditEvent.findMany({ where: { action: "listing.archived", subjectId: { in: ids } } });
    expect(events.map(({ subjectId, before }) => [subjectId, before])).toEqual(
      expect.arrayContaining([
        [ids[0], { status: "published" }],
        [ids[1], { status: "draft" }],
      ]),
    );
    expect(events).toHaveLength(3);
    expect(
      await db.auditEvent.count({
        where: { action: "listing_table.changed", after: { path: ["listings"], equals: 3 } },
      }),
    ).toBeGreaterThan(0);
    expect(await findListing(slugs[0]!.slug)).toMatchObject({ state: "archived" });
    expect(await db.searchEntry.count()).toBe(0);
    expect(await db.searchStale.count()).toBe(0);
    expect((await rows())[0]!.staffFields).toEqual(["name", "status"]);
  });

  test("restores each to the status it was archived from; what no member archived becomes a draft", async () => {
    await done(queryOf("archive"));
    await done(queryOf("restore"));
    expect(await statuses()).toEqual(["published", "draft", "draft", "published"]);
    expect(await db.searchEntry.count()).toBe(2);
  });

  test("never brings back what is one place with another listing", async () => {
    const { slug } = await db.listing.findUniqueOrThrow({ where: { id: ids[2] }, select: { slug: true } });
    await db.slugRedirect.create({ data: { subject: "listing", fromSlug: slug, subjectId: ids[0]! } });
    expect(await preview(queryOf("restore"))).toMatchObject({
      total: 0,
      refused: [{}, {}, { id: ids[2], why: "merged" }, {}],
    });
  });

  test("is for all that the filter finds, and not for a filter that cannot be read", async () => {
    const all = await preview("act=archive&scope=all&status=published");
    expect(all.sample.map(({ id }) => id).toSorted()).toEqual([ids[0], ids[3]].toSorted());
    expect(await selected("act=archive&scope=all&status=publishd")).toBeNull();
    expect(await selected("act=archive")).toBeNull();
    expect(await selected(`act=publish&id=${ids[0]}`)).toBeNull();
    expect(await selected(`act=archive&id=${"x".repeat(36)}`)).toBeNull();
    expect(
      await selected(
        queryOf(
          "archive",
          Array.from({ length: MAX_BULK + 1 }, () => randomUUID()),
        ),
      ),
    ).toBeNull();
  });

  test("is for no more than one transaction can do, and says so", async () => {
    await db.$executeRaw`INSERT INTO "Listing" ("id", "slug", "name", "street", "city", "state", "zip", "kind", "intakePhones", "updatedAt")
      SELECT gen_random_uuid(), 'many-' || i, 'Many', '', 'X', 'CA', '90012', 'outpatient', '{}', now() FROM generate_series(1, ${MAX_BULK}::int) AS i`;
    expect(await previewBulk(sam, (await selected("act=archive&scope=all"))!)).toBeNull();
    expect(await change("act=archive&scope=all", "")).toEqual({ outcome: "changed" });
    expect(await previewBulk(sam, (await selected("act=archive&scope=all&status=published"))!)).toMatchObject({
      total: 2,
    });
  });

  test.each<[string, () => Promise<unknown>]>([
    ["a listing was saved", () => db.listing.update({ where: { id: ids[0] }, data: { version: { increment: 1 } } })],
    ["a status", () => db.listing.update({ where: { id: ids[1] }, data: { status: "archived" } })],
    ["an interest", async () => declareInterest(sam, await slugOf(ids[3]!), "owns_part")],
    ["a listing is gone", () => db.listing.delete({ where: { id: ids[0] } })],
  ])("does nothing when anything has changed since it was shown: %s", async (_, meanwhile) => {
    const query = queryOf("archive");
    const { shown } = await preview(query);
    await meanwhile();
    const before = await rows();
    expect(await change(query, shown)).toEqual({ outcome: "changed" });
    expect(await rows()).toEqual(before);
  });

  test("leaves alone, and names, what whoever acts has an interest in; a colleague does it", async () => {
    await declareInterest(sam, await slugOf(ids[0]!), "family");
    const query = queryOf("archive", [ids[0]!, ids[3]!]);
    expect(await preview(query)).toMatchObject({ total: 1, refused: [{ id: ids[0], why: "interested" }] });
    const id = await done(query);
    expect(await statuses()).toEqual(["published", "draft", "archived", "archived"]);
    expect(await getBulk(sam, id)).toMatchObject({ total: 1, refused: [{ id: ids[0], why: "interested" }] });
    await done(queryOf("archive", [ids[0]!]), colleague);
    expect(await statuses()).toEqual(["archived", "draft", "archived", "archived"]);
    // The database itself refuses the member, whatever the code thinks.
    const write = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('house.staff', ${sam.staffId}, true)`;
      await tx.$executeRaw`UPDATE "Listing" SET "status" = 'draft' WHERE "id" = ANY (${ids}::uuid[])`;
    });
    await expect(write).rejects.toMatchObject({ code: "P2010" });
  });
});

const slugOf = async (id: string) =>
  (await db.listing.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug;

describe("taking back", () => {
  test("gives each exactly its status, and whether imports leave it, once", async () => {
    const before = await rows();
    const id = await done(queryOf("archive"));
    expect(await undoMany(sam, id)).not.toBeNull();
    const after = await rows();
    expect(after.map(({ version: _version, ...row }) => row)).toEqual(
      before.map(({ version: _version, ...row }) => row),
    );
    expect(await db.searchEntry.count()).toBe(2);
    expect(await undoMany(sam, id)).toEqual({ slugs: [] });
    expect(await rows()).toEqual(after);
    expect(await getBulk(sam, id)).toMatchObject({ mayUndo: false, undone: { kept: [] } });
    expect(await db.auditEvent.count({ where: { action: "listing_table.undone", subjectId: id } })).toBe(1);
  });

  test("overwrites nothing that somebody changed since, and names it", async () => {
    const id = await done(queryOf("archive"));
    await db.listing.update({ where: { id: ids[0] }, data: { status: "draft", version: { increment: 1 } } });
    await db.listing.delete({ where: { id: ids[1] } });
    await declareInterest(sam, await slugOf(ids[3]!), "family");
    await undoMany(sam, id);
    expect(await statuses()).toEqual(["draft", undefined, "archived", "archived"]);
    expect((await getBulk(sam, id))?.undone?.kept).toMatchObject([
      { id: ids[0], why: "changed" },
      { id: ids[1], why: "gone", title: null },
      { id: ids[3], why: "interested" },
    ]);
  });

  test("ends after a day", async () => {
    const id = await done(queryOf("archive"));
    await db.bulkAct.update({ where: { id }, data: { doneAt: new Date(Date.now() - 25 * 60 * 60 * 1000) } });
    expect(await undoMany(sam, id)).toBeNull();
    expect(await getBulk(sam, id)).toMatchObject({ mayUndo: false, undone: null });
    expect(await statuses()).toEqual(["archived", "archived", "archived", "archived"]);
  });
});

describe("the buttons", () => {
  const press = (query: string, shown: string, key = newStaffKey(sam)) =>
    outcomeOf(() => changeManyAction(formOf({ asked: query, shown, $key: key, $form: "bulk" })));

  test("pressed twice, or in two tabs, act once", async () => {
    const query = queryOf("archive");
    const { shown } = await preview(query);
    const key = newStaffKey(sam);
    const [one, two] = await Promise.all([press(query, shown, key), press(query, shown, key)]);
    expect(one).toEqual(two);
    expect(one).toMatchObject({
      redirect: expect.stringMatching(/^\/admin\/listings\/bulk\/[0-9a-f-]{36}\?done=bulk_done$/),
    });
    // The other tab shows what was so before.
    expect(await press(query, shown)).toEqual({ redirect: `/admin/listings/bulk?${query}&done=bulk_changed` });
    expect(await db.bulkAct.count({ where: { rows: { path: ["0", "id"], equals: ids[0] } } })).toBe(1);
    expect(revalidated.length).toBeGreaterThan(0);
    const { redirect } = one as { redirect: string };
    const id = /bulk\/([^?]+)/.exec(redirect)![1]!;
    const undo = () => outcomeOf(() => undoManyAction(formOf({ id })));
    expect(await undo()).toEqual({ redirect: `/admin/listings/bulk/${id}?done=bulk_undone` });
    expect(await undo()).toEqual({ redirect: `/admin/listings/bulk/${id}?done=bulk_undone` });
    expect(await statuses()).toEqual([...STATUSES]);
  });

  test("a forged preview does nothing", async () => {
    const query = queryOf("archive");
    expect(await press(query, "0".repeat(64))).toMatchObject({ redirect: expect.stringContaining("bulk_changed") });
    expect(await press("act=archive&scope=all&status=%25", "x")).toMatchObject({
      redirect: expect.stringContaining("bulk_changed"),
    });
    expect(await statuses()).toEqual([...STATUSES]);
  });
});
