import { beforeAll, describe, expect, test } from "vitest";
import { findNextInquiry, getDeskFigures, listAssignable, listNotes } from "@/lib/desk/admin-queries";
import { addNote, workInquiry } from "@/lib/desk/mutations";
import type { WorkChoice } from "@/lib/desk/types";
import { listInquiries } from "@/lib/inquiries/admin-queries";
import { db } from "@/lib/server/db";
import type { StaffRole } from "@/lib/staff/types";
import { testDatabase } from "../support/database";
import { newInquiry, outreachStaff as sam } from "../support/inquiry";

testDatabase();

const HOUR = 60 * 60 * 1000;
const choice = (changes: Partial<WorkChoice>): WorkChoice => {
  return { status: "new", assigneeId: null, dueOn: null, answered: false, ...changes };
};
const stateOf = (id: string) => db.inquiry.findUniqueOrThrow({ where: { id } });
/** A moment so many hours from now, give or take a minute. */
const inHours = (hours: number) => ({
  asymmetricMatch: (moment: unknown) =>
    moment instanceof Date && Math.abs(moment.getTime() - Date.now() - hours * HOUR) < 60_000,
});
/** What the database says to a statement it refuses. */
const refusal = (statement: string) =>
  db.$executeRawUnsafe(statement).then(
    () => "nothing",
    (error: Error) => error.message,
  );

beforeAll(async () => {
  const member = (id: string, role: StaffRole) => ({ id, name: id, email: `${id}@example.com`, role });
  await db.staffMember.createMany({
    data: [member("sam", "outreach"), member("alex", "admin"), member("ed", "editor")],
  });
});

describe("work", () => {
  test("comes in due within a day, and each state gives its own time", async () => {
    const { id } = await newInquiry();
    expect((await stateOf(id)).dueAt).toEqual(inHours(24));
    await workInquiry(sam, id, 1, choice({ status: "in_progress", assigneeId: "sam" }));
    expect(await stateOf(id)).toMatchObject({ dueAt: inHours(72), assigneeId: "sam", firstAnsweredAt: null });
    await workInquiry(sam, id, 2, choice({ status: "waiting", assigneeId: "sam" }));
    const waiting = await stateOf(id);
    expect(waiting).toMatchObject({ dueAt: inHours(168), closedAt: null });
    expect(waiting.firstAnsweredAt).toEqual(inHours(0));
    await workInquiry(sam, id, 3, choice({ status: "done" }));
    expect(await stateOf(id)).toMatchObject({ dueAt: null, closedAt: inHours(0), assigneeId: null });
    await workInquiry(sam, id, 4, choice({ status: "in_progress" }));
    expect(await stateOf(id)).toMatchObject({ closedAt: null, firstAnsweredAt: waiting.firstAnsweredAt });
  });

  test("is due on the day staff set, by its end in Los Angeles", async () => {
    const { id } = await newInquiry();
    await workInquiry(sam, id, 1, choice({ dueOn: "2026-12-24" }));
    expect((await stateOf(id)).dueAt).toEqual(new Date("2026-12-25T07:59:59Z"));
  });

  test("leaves an audit event of what changed, and none when nothing did", async () => {
    const { id } = await newInquiry();
    await workInquiry(sam, id, 1, choice({}));
    await workInquiry(sam, id, 2, choice({ assigneeId: "alex" }));
    expect(await db.auditEvent.findMany({ where: { subjectId: id } })).toMatchObject([
      { actorId: "sam", action: "inquiry.worked", before: { assigneeId: null }, after: { assigneeId: "alex" } },
    ]);
  });

  test("of two at once, one is taken and the other is told how it stands", async () => {
    const { id } = await newInquiry();
    const outcomes = await Promise.all([
      workInquiry(sam, id, 1, choice({ status: "done" })),
      workInquiry(sam, id, 1, choice({ status: "spam" })),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["conflict", "ok"]);
    const { status } = await stateOf(id);
    expect(outcomes).toContainEqual({ status: "conflict", current: { status, version: 2 } });
  });

  test("goes only to those who may work on inquiries", async () => {
    const { id } = await newInquiry();
    expect(await listAssignable(sam)).toEqual([
      { id: "alex", name: "alex" },
      { id: "sam", name: "sam" },
    ]);
    for (const assigneeId of ["ed", "nobody"])
      expect(await workInquiry(sam, id, 1, choice({ assigneeId }))).toEqual({ status: "unassignable" });
    const none = "00000000-0000-4000-8000-000000000000";
    expect(await workInquiry(sam, none, 1, choice({}))).toEqual({ status: "gone" });
  });
});

describe("the queue", () => {
  test("is narrowed to mine, to nobody's and to what is late; the next one is the most urgent of those", async () => {
    await db.inquiry.updateMany({ data: { status: "done", dueAt: null } });
    const [late, mine, others] = [await newInquiry(), await newInquiry(), await newInquiry()];
    await db.inquiry.update({ where: { id: late.id }, data: { dueAt: new Date(Date.now() - HOUR) } });
    await workInquiry(sam, mine.id, 1, choice({ assigneeId: "sam" }));
    await workInquiry(sam, others.id, 1, choice({ assigneeId: "alex" }));
    const idsOf = async (filter: Parameters<typeof listInquiries>[1]) =>
      (await listInquiries(sam, filter)).rows.map(({ id }) => id);
    expect(await idsOf({ assignee: "mine" })).toEqual([mine.id]);
    expect(await idsOf({ assignee: "nobody" })).toEqual([late.id]);
    expect(await idsOf({ overdue: true })).toEqual([late.id]);
    expect((await idsOf({}))[0]).toBe(late.id);
    expect(await findNextInquiry(sam, mine.id)).toBe(late.id);
    expect(await findNextInquiry(sam, late.id)).toBe(mine.id);
  });

  test("is counted by the database: late, with nobody, and the median time to a first answer", async () => {
    const { id } = await newInquiry();
    await db.inquiry.updateMany({ data: { firstAnsweredAt: null, dueAt: null } });
    await db.inquiry.update({
      where: { id },
      data: { dueAt: new Date(Date.now() - HOUR), firstAnsweredAt: new Date(Date.now() + 2 * HOUR) },
    });
    const figures = await getDeskFigures(sam);
    expect(figures).toMatchObject({ overdue: 1, unassigned: 1, quarantined: 0 });
    expect(figures.medianFirstAnswerMinutes).toBeGreaterThan(119);
    expect(figures.medianFirstAnswerMinutes).toBeLessThan(121);
    expect(figures.byStatus.new).toBe(await db.inquiry.count({ where: { status: "new" } }));
  });
});

describe("notes", () => {
  test("are kept sealed, shown in order with who wrote them, and written down without their words", async () => {
    const { id } = await newInquiry();
    expect(await addNote(sam, id, "Called Ana's sister")).toBe(true);
    expect(await addNote(sam, id, "No answer")).toBe(true);
    expect(await listNotes(sam, id)).toMatchObject([
      { author: "sam", text: "Called Ana's sister" },
      { author: "sam", text: "No answer" },
    ]);
    const rows = await db.inquiryNote.findMany({ where: { inquiryId: id } });
    expect(JSON.stringify(rows)).not.toMatch(/Ana|answer/);
    expect(JSON.stringify(await db.auditEvent.findMany({ where: { subjectId: id } }))).not.toMatch(/Ana|sister/);
  });

  test("cannot be changed, moved or emptied, whoever asks the database", async () => {
    const { id } = await newInquiry();
    const other = await newInquiry();
    await addNote(sam, id, "As it was");
    for (const statement of [
      `UPDATE "InquiryNote" SET "text" = 'otherwise' WHERE "inquiryId" = '${id}'`,
      `UPDATE "InquiryNote" SET "writtenAt" = now() - interval '1 day' WHERE "inquiryId" = '${id}'`,
      `UPDATE "InquiryNote" SET "inquiryId" = '${other.id}' WHERE "inquiryId" = '${id}'`,
      `TRUNCATE "InquiryNote"`,
    ])
      expect(await refusal(statement)).toContain("frozen");
  });

  test("go with the person, whatever path erases them, and none can be added after", async () => {
    const { id } = await newInquiry();
    await addNote(sam, id, "Something personal");
    await db.$executeRaw`
      UPDATE "Inquiry" SET "erasedAt" = now(), "name" = NULL, "email" = NULL, "phone" = NULL, "message" = NULL,
        "emailHash" = NULL, "phoneHash" = NULL, "mayAnswerSince" = NULL, "preferredWay" = NULL, "preferredTime" = NULL,
        "mayLeaveMessage" = false, "idempotencyKey" = 'erased ' || "id" WHERE "id" = ${id}::uuid`;
    expect(await db.inquiryNote.count({ where: { inquiryId: id } })).toBe(0);
    expect(await addNote(sam, id, "Too late")).toBe(false);
    expect(await workInquiry(sam, id, 1, choice({ status: "done" }))).toEqual({ status: "gone" });
    expect(
      await refusal(
        `INSERT INTO "InquiryNote" ("id", "inquiryId", "text") VALUES (gen_random_uuid(), '${id}', 'v1.x')`,
      ),
    ).toContain("erased");
  });
});
