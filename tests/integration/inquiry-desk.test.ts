import { beforeAll, describe, expect, test, vi } from "vitest";
import { findInquiries } from "@/lib/desk/admin-queries";
import { listInquiries, viewInquiry } from "@/lib/inquiries/admin-queries";
import { currentConsent } from "@/lib/inquiries/consent";
import { submitInquiry } from "@/lib/inquiries/mutations";
import type { SpamVerdict } from "@/lib/shared/spam";
import { db } from "@/lib/server/db";
import { formSender, staffSession } from "../support/actors";
import { testDatabase } from "../support/database";

testDatabase();

const staff = staffSession({ role: "outreach" });

async function submit(message: string, spam: SpamVerdict = "clear", phone?: string) {
  const { reference } = await submitInquiry(formSender(), {
    input: { name: "Ana", email: "ana@example.org", phone, message, consent: true },
    locale: "en",
    consent: currentConsent("en"),
    spam,
  });
  return db.inquiry.findUniqueOrThrow({ where: { reference }, select: { id: true, reference: true } });
}

describe("the list", () => {
  beforeAll(async () => {
    for (let count = 1; count <= 27; count += 1) await submit(`Story ${count}`, count === 1 ? "suspected" : "clear");
  });

  test("is paged, what is due first at the top, and holds nothing personal", async () => {
    const first = await listInquiries(staff, {});
    expect(first).toMatchObject({ total: 27, page: 1, pageCount: 2 });
    expect(first.rows).toHaveLength(25);
    expect(first.rows[0]).toMatchObject({ status: "new", hasEmail: true, hasPhone: false, teamNotice: "queued" });
    expect(JSON.stringify(first)).not.toMatch(/Ana|example\.org|Story|v1\./);
    expect((await listInquiries(staff, { page: 99 })).rows).toHaveLength(2);
    expect((await listInquiries(staff, { page: Number.NaN })).page).toBe(1);
  });

  test("is narrowed to a state or to the quarantine", async () => {
    expect((await listInquiries(staff, { status: "done" })).total).toBe(0);
    expect((await listInquiries(staff, { status: "suspected" })).total).toBe(1);
  });

  test("finds inquiries by reference, email or number, however they are written", async () => {
    const [first] = (await listInquiries(staff, {})).rows;
    expect(await findInquiries(staff, ` ${first!.reference.toLowerCase()} `)).toMatchObject([{ id: first!.id }]);
    expect(await findInquiries(staff, "ANA@example.org")).toHaveLength(27);
    const { id } = await submit("By phone", "clear", "+12135550123");
    expect(await findInquiries(staff, "(213) 555-0123")).toMatchObject([{ id }]);
    expect(await findInquiries(staff, "BHR-")).toEqual([]);
    expect(await findInquiries(staff, "%")).toEqual([]);
  });
});

describe("one inquiry", () => {
  test("opens with what the person wrote, and who opened it is written down without it", async () => {
    const { id } = await submit("My story");
    expect(await viewInquiry(staff, id)).toMatchObject({
      name: "Ana",
      email: "ana@example.org",
      phone: null,
      message: "My story",
      consents: [{ textVersion: "2026-11-22.1", scope: "any_listed", places: [], endedAt: null }],
    });
    const events = await db.auditEvent.findMany({ where: { subjectId: id } });
    expect(events).toMatchObject([{ actorId: "staff-1", action: "inquiry.viewed", before: null, after: null }]);
  });

  test("opened again within ten minutes is one viewing, by another member or later another one", async () => {
    const { id } = await submit("Looked at often");
    const other = staffSession({ staffId: "staff-2", role: "outreach" });
    const views = () => db.auditEvent.count({ where: { subjectId: id, action: "inquiry.viewed" } });
    for (const each of [staff, staff, other, staff]) await viewInquiry(each, id);
    expect(await views()).toBe(2);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11 * 60_000 });
    await viewInquiry(staff, id);
    vi.useRealTimers();
    expect(await views()).toBe(3);
  });

  test.each(["00000000-0000-4000-8000-000000000000", "nonsense"])("%s is none", async (id) => {
    expect(await viewInquiry(staff, id)).toBeNull();
  });

  test("is not shown when its opening cannot be written down", async () => {
    const { id } = await submit("Another story");
    await db.$executeRaw`ALTER TABLE "AuditEvent" RENAME TO "AuditEventAway"`;
    try {
      await expect(viewInquiry(staff, id)).rejects.toThrow("AuditEvent");
    } finally {
      await db.$executeRaw`ALTER TABLE "AuditEventAway" RENAME TO "AuditEvent"`;
    }
  });
});
