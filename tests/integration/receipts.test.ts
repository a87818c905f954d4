import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { recordOutreach } from "@/lib/outreach/mutations";
import { narrowConsent, withdrawOwnConsent } from "@/lib/consents/mutations";
import { copyAction, eraseAction, narrowAction, withdrawAction } from "@/lib/receipts/actions";
import { openReceipt } from "@/lib/receipts/access";
import { findReceipt } from "@/lib/receipts/queries";
import { receiptHash } from "@/lib/inquiries/receipt-token";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { openDatabase } from "../support/database-prompt";
import { newInquiry, newListing, outreachStaff as staff, receiptHolder, receiptTokenOf } from "../support/inquiry";
import { browser } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

let place = "";
let other = "";
beforeAll(async () => {
  place = await newListing({ slug: "place-one" });
  other = await newListing({ slug: "place-two" });
});
beforeEach(async () => {
  browser.headers.set("x-socket-ip", "203.0.113.1");
  await db.rateLimit.deleteMany();
});

async function newReceipt(submission: Parameters<typeof newInquiry>[0] = {}) {
  const { id, reference } = await newInquiry(submission);
  return { id, reference, token: await receiptTokenOf(reference) };
}
const contact = (inquiryId: string, listingId = place) =>
  recordOutreach(staff, { inquiryId, listingId, way: "call", shared: ["needs"] });
const opened = async (token: string) => {
  const found = await findReceipt(token);
  if (found.state !== "open") throw new Error(found.state);
  return found.receipt;
};

describe("a receipt", () => {
  test("shows what was agreed, word for word, the state, and each place contacted with what was shared", async () => {
    const { id, token, reference } = await newReceipt();
    await contact(id);
    expect(await opened(token)).toMatchObject({
      reference,
      status: "new",
      consents: [
        {
          text: "I give permission to Best Heroin Rehab to reach out to firms on my behalf.",
          textVersion: "2026-11-22.1",
          scope: "any_listed",
          endedAt: null,
        },
      ],
      contacts: [{ place: { slug: "place-one" }, way: "call", shared: ["needs"], contactedAt: expect.any(Date) }],
    });
  });

  test("says nothing of who the person is", async () => {
    const { token } = await newReceipt();
    expect(JSON.stringify(await findReceipt(token))).not.toMatch(/Ana|ana@|v1\./);
  });

  test("is kept as a hash and sealed: no column of any table holds the token", async () => {
    const { token, reference } = await newReceipt();
    const { receiptHash: kept } = await db.inquiry.findUniqueOrThrow({ where: { reference } });
    expect(kept).toBe(receiptHash(token));
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
    for (const { name } of tables) {
      const rows = await db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} AS t`);
      expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
    }
  });

  test("has a token of 256 bits that no two inquiries share", async () => {
    const tokens = await Promise.all(Array.from({ length: 5 }, () => newReceipt().then(({ token }) => token)));
    expect(new Set(tokens).size).toBe(5);
    for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
  });

  test("expires 180 days after the last thing that happened, and then cannot be used", async () => {
    const { id, token } = await newReceipt();
    const { createdAt, expiresAt } = await opened(token);
    expect(expiresAt.getTime() - createdAt.getTime()).toBeGreaterThanOrEqual(180 * 24 * 3600 * 1000 - 1000);
    vi.useFakeTimers({ toFake: ["Date"], now: expiresAt });
    try {
      expect(await findReceipt(token)).toEqual({ state: "expired" });
      expect([await withdrawAction(token), await eraseAction(token), await copyAction(token)]).toEqual([
        null,
        null,
        null,
      ]);
    } finally {
      vi.useRealTimers();
    }
    expect(await db.consent.count({ where: { inquiryId: id, endedAt: null } })).toBe(1);
  });

  test.each([
    ["", 0],
    ["x", 0],
    ["../admin", 0],
    ["A".repeat(43), 1],
    ["%00", 0],
    ["A".repeat(5000), 0],
  ])("a token that is wrong, %j, opens nothing and changes nothing", async (token) => {
    expect(await findReceipt(token)).toEqual({ state: "unknown" });
    expect([await withdrawAction(token), await narrowAction(token, ["a"]), await eraseAction(token)]).toEqual(
      Array(3).fill(null),
    );
    expect(await copyAction(token)).toBeNull();
  });

  test("thirty wrong tokens from one IP close that IP for a while, and no other", async () => {
    const { token } = await newReceipt();
    for (let count = 0; count < 30; count += 1) await openReceipt(`${count}`.padEnd(43, "A"));
    expect(await openReceipt(token)).toEqual({ state: "unknown" });
    browser.headers.set("x-socket-ip", "203.0.113.2");
    for (let count = 0; count < 40; count += 1) expect(await openReceipt(token)).toMatchObject({ state: "open" });
  });
});

describe("withdrawing", () => {
  test("stops contacts at once; pressed again it has been done", async () => {
    const { id, token } = await newReceipt();
    await contact(id);
    expect(await withdrawAction(token)).toBe("withdrawn");
    expect(await contact(id)).toEqual({ status: "refused", code: "withdrawn" });
    expect(await withdrawAction(token)).toBe("already_withdrawn");
    expect(await opened(token)).toMatchObject({ consents: [{ ending: "withdrawn" }], contacts: [{ way: "call" }] });
    expect(await db.auditEvent.findMany({ where: { subjectId: id, actorName: "visitor" } })).toMatchObject([
      { action: "inquiry.consent_withdrawn" },
    ]);
  });

  test("twice at the same moment is one withdrawal", async () => {
    const { token } = await newReceipt();
    const outcomes = await Promise.all([withdrawAction(token), withdrawAction(token)]);
    expect(outcomes.toSorted()).toEqual(["already_withdrawn", "withdrawn"]);
  });
});

describe("limiting to some places", () => {
  test("ends the wide consent and gives a narrow one with the same words and the same last day", async () => {
    const { id, token } = await newReceipt();
    await contact(id, other);
    expect(await narrowAction(token, ["place-one", "no-such-place"])).toBe("narrowed");
    const { consents, contacts } = await opened(token);
    const [now, before] = consents;
    expect(consents).toHaveLength(2);
    expect(now).toMatchObject({ scope: "named", places: [{ slug: "place-one" }], endedAt: null, text: before!.text });
    expect(before).toMatchObject({ scope: "any_listed", ending: "narrowed" });
    expect(now!.expiresAt).toEqual(before!.expiresAt);
    expect(contacts).toMatchObject([{ place: { slug: "place-two" } }]);
    expect(await contact(id, other)).toEqual({ status: "refused", code: "out_of_scope" });
    expect(await contact(id, place)).toMatchObject({ status: "ok" });
  });

  test("named places can be dropped, and none can be added", async () => {
    const { id, token } = await newReceipt({ places: [place, other] });
    expect(await narrowAction(token, ["place-one", "place-two"])).toBe("not_narrowed");
    expect(await narrowAction(token, ["place-two", await slugOf(await newListing())])).toBe("narrowed");
    expect(await narrowAction(token, ["place-one"])).toBe("none_chosen");
    expect(await contact(id, place)).toEqual({ status: "refused", code: "out_of_scope" });
    expect(await contact(id, other)).toMatchObject({ status: "ok" });
  });

  const slugOf = async (id: string) => (await db.listing.findUniqueOrThrow({ where: { id } })).slug;

  test.each([[[]], [[null, 1, { a: 1 }]], [["<b>", ""]], [Array(10_000).fill("x")]])(
    "what names no place, such as %j, changes nothing",
    async (sent) => {
      const { id, token } = await newReceipt();
      expect(await narrowAction(token, sent as unknown[])).toBe("none_chosen");
      expect(await db.consent.count({ where: { inquiryId: id } })).toBe(1);
    },
  );

  test("after a withdrawal there is nothing to limit, and in two tabs at once one wins", async () => {
    const { id, token, reference } = await newReceipt();
    const holder = await receiptHolder(reference);
    const outcomes = await Promise.all([narrowConsent(holder, ["place-one"]), withdrawOwnConsent(holder)]);
    expect(["narrowed", "not_narrowed"]).toContain(outcomes[0]);
    expect(await narrowAction(token, ["place-one"])).toBe("not_narrowed");
    expect(await db.consent.count({ where: { inquiryId: id, endedAt: null } })).toBeLessThanOrEqual(1);
  });

  test("a database prompt cannot widen by way of narrowing", async () => {
    const { id, token } = await newReceipt({ places: [place, other] });
    await narrowAction(token, ["place-one"]);
    const client = await openDatabase();
    const widen = `INSERT INTO "Consent" ("id", "inquiryId", "textVersion", "locale", "scope", "placeCount", "givenAt", "expiresAt", "replacesId")
      SELECT gen_random_uuid(), "inquiryId", "textVersion", "locale", 'named', 1, "givenAt", "expiresAt", "id" FROM "Consent"
      WHERE "inquiryId" = $1 AND "endedAt" IS NOT NULL`;
    await expect(client.query(widen, [id])).rejects.toThrow(/Consent_replacesId_key|Consent_open_of_inquiry_key/);
    await client.query("BEGIN");
    await client.query(
      `UPDATE "Consent" SET "ending" = 'narrowed', "endedAt" = now() WHERE "inquiryId" = $1 AND "endedAt" IS NULL`,
      [id],
    );
    const { rows } = await client.query<{ id: string }>(
      widen.replace(
        `"endedAt" IS NOT NULL`,
        `NOT EXISTS (SELECT FROM "Consent" AS c WHERE c."replacesId" = "Consent"."id") RETURNING "id"`,
      ),
      [id],
    );
    const add = client.query(`INSERT INTO "ConsentPlace" VALUES ($1, $2)`, [rows[0]!.id, other]);
    await expect(add).rejects.toThrow("by a narrower one only");
  });
});

describe("taking a copy", () => {
  test("gives what was sent and what was done, and is written down", async () => {
    const { id, token, reference } = await newReceipt();
    await contact(id);
    const copy = await copyAction(token);
    if (copy === null || copy === "unavailable") throw new Error("no copy");
    expect(copy.fileName).toBe(`${reference}.json`);
    expect(JSON.parse(copy.json)).toMatchObject({
      reference,
      sent: { name: "Ana", email: "ana@example.org", phone: null },
      consents: [{ scope: "any_listed" }],
      contacts: [{ place: { slug: "place-one" } }],
    });
    expect(
      await db.auditEvent.count({ where: { subjectId: id, action: "inquiry.copied", actorName: "visitor" } }),
    ).toBe(1);
  });
});

test("when the database is away, nothing is done by half and nobody is told that it was done", async () => {
  const { id, token } = await newReceipt();
  await db.$executeRaw`ALTER TABLE "AuditEvent" RENAME TO "AuditEventAway"`;
  try {
    const outcomes = [await withdrawAction(token), await narrowAction(token, ["place-one"]), await eraseAction(token)];
    expect([...outcomes, await copyAction(token)]).toEqual(Array(4).fill("unavailable"));
  } finally {
    await db.$executeRaw`ALTER TABLE "AuditEventAway" RENAME TO "AuditEvent"`;
  }
  expect(await db.consent.findMany({ where: { inquiryId: id }, select: { endedAt: true } })).toEqual([
    { endedAt: null },
  ]);
  expect(await db.inquiry.findUnique({ where: { id }, select: { erasedAt: true } })).toEqual({ erasedAt: null });
});
