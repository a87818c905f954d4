// A withdrawal and a contact at the same moment, in both orders: no contact slips past, and history keeps its order.
import type pg from "pg";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { recordOutreach } from "@/lib/outreach/mutations";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { openDatabase, OUTREACH_ROW } from "../support/database-prompt";
import { newInquiry, newListing, outreachStaff as staff } from "../support/inquiry";

testDatabase();

let place = "";
beforeAll(async () => {
  place = await newListing();
});

const consentOf = (inquiryId: string) => db.consent.findFirstOrThrow({ where: { inquiryId }, select: { id: true } });
const contact = (inquiryId: string) =>
  recordOutreach(staff, { inquiryId, listingId: place, way: "call", shared: ["needs"] });

let one: pg.Client;
let two: pg.Client;
beforeEach(async () => {
  [one, two] = [await openDatabase(), await openDatabase()];
});
const WITHDRAW = `UPDATE "Consent" SET "ending" = 'withdrawn', "endedAt" = now() WHERE "inquiryId" = $1 AND "endedAt" IS NULL`;

test.each(["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])(
  "a contact waits for a withdrawal under way and is then refused (%s)",
  async (level) => {
    const { id } = await newInquiry();
    const { id: consentId } = await consentOf(id);
    await one.query("BEGIN");
    await one.query(WITHDRAW, [id]);
    await two.query(`BEGIN ISOLATION LEVEL ${level}`);
    const contacted = two.query(OUTREACH_ROW, [id, consentId, place, ["needs"]]).catch((error: unknown) => error);
    await expectBlocked(two);
    await one.query("COMMIT");
    expect(String(await contacted)).toMatch(/has ended|could not serialize/);
    await two.query("ROLLBACK");
    expect(await db.outreach.count({ where: { inquiryId: id } })).toBe(0);
  },
);

test("a withdrawal that is taken back lets the waiting contact through", async () => {
  const { id } = await newInquiry();
  const { id: consentId } = await consentOf(id);
  await one.query("BEGIN");
  await one.query(WITHDRAW, [id]);
  const contacted = two.query(OUTREACH_ROW, [id, consentId, place, ["needs"]]);
  await expectBlocked(two);
  await one.query("ROLLBACK");
  await contacted;
  expect(await db.outreach.count({ where: { inquiryId: id } })).toBe(1);
});

test("a withdrawal waits for a contact under way, and its time is later than the contact's", async () => {
  const { id } = await newInquiry();
  const { id: consentId } = await consentOf(id);
  await one.query("BEGIN");
  await one.query(OUTREACH_ROW, [id, consentId, place, ["needs"]]);
  const withdrawn = two.query(WITHDRAW, [id]);
  await expectBlocked(two);
  await one.query("COMMIT");
  await withdrawn;
  const { contactedAt } = await db.outreach.findFirstOrThrow({ where: { inquiryId: id } });
  const { endedAt } = await db.consent.findFirstOrThrow({ where: { inquiryId: id } });
  expect(endedAt!.getTime()).toBeGreaterThanOrEqual(contactedAt.getTime());
  await expect(one.query(OUTREACH_ROW, [id, consentId, place, ["needs"]])).rejects.toThrow("has ended");
});

test("a transaction that looked before the withdrawal does not slip past it", async () => {
  const { id } = await newInquiry();
  const { id: consentId } = await consentOf(id);
  await two.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  await two.query(`SELECT count(*) FROM "Consent"`);
  await one.query(WITHDRAW, [id]);
  await expect(two.query(OUTREACH_ROW, [id, consentId, place, ["needs"]])).rejects.toThrow(
    /has ended|could not serialize/,
  );
});

const CLOSE = `UPDATE "Listing" SET "closedOn" = '2026-11-20', "closedReason" = 'Closed.' WHERE "id" = $1`;

test.each(["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])(
  "a contact waits for a closing of the place under way and is then refused (%s)",
  async (level) => {
    const [listingId, { id }] = [await newListing(), await newInquiry()];
    const { id: consentId } = await consentOf(id);
    await one.query("BEGIN");
    await one.query(CLOSE, [listingId]);
    await two.query(`BEGIN ISOLATION LEVEL ${level}`);
    const contacted = two.query(OUTREACH_ROW, [id, consentId, listingId, ["needs"]]).catch((error: unknown) => error);
    await expectBlocked(two);
    await one.query("COMMIT");
    expect(String(await contacted)).toMatch(/the place is closed|could not serialize/);
    await two.query("ROLLBACK");
    expect(await db.outreach.count({ where: { inquiryId: id } })).toBe(0);
  },
);

test("a closing waits for a contact under way, which was made before", async () => {
  const [listingId, { id }] = [await newListing(), await newInquiry()];
  const { id: consentId } = await consentOf(id);
  await one.query("BEGIN");
  await one.query(OUTREACH_ROW, [id, consentId, listingId, ["needs"]]);
  const closed = two.query(CLOSE, [listingId]);
  await expectBlocked(two);
  await one.query("COMMIT");
  await closed;
  await expect(one.query(OUTREACH_ROW, [id, consentId, listingId, ["needs"]])).rejects.toThrow("the place is closed");
});

test("forty contacts and a withdrawal together: none is written after it", async () => {
  const { id } = await newInquiry();
  const answers = await Promise.all([
    ...Array.from({ length: 20 }, () => contact(id)),
    db.$executeRawUnsafe(WITHDRAW.replace("$1", "$1::uuid"), id),
    ...Array.from({ length: 20 }, () => contact(id)),
  ]);
  expect(answers).toHaveLength(41);
  const { endedAt } = await db.consent.findFirstOrThrow({ where: { inquiryId: id } });
  const rows = await db.outreach.findMany({ where: { inquiryId: id }, select: { contactedAt: true } });
  expect(rows.filter(({ contactedAt }) => contactedAt > endedAt!)).toEqual([]);
  expect(await contact(id)).toEqual({ status: "refused", code: "withdrawn" });
});

async function expectBlocked(client: pg.Client) {
  const pid = (client as pg.Client & { processID: number }).processID;
  await expect
    .poll(async () => {
      const [row] = await db.$queryRaw<{ blocked: boolean }[]>`
        SELECT cardinality(pg_blocking_pids(${pid}::int)) > 0 AS blocked`;
      return row?.blocked;
    })
    .toBe(true);
}
