// What is kept no longer than we said: by the worker's daily run, and by `npm run retention`.
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { viewCorrection } from "@/lib/corrections/admin-queries";
import { reportCorrection } from "@/lib/corrections/mutations";
import { listLog } from "@/lib/corrections/queries";
import { workInquiry } from "@/lib/desk/mutations";
import { eraseDueInquiry } from "@/lib/receipts/mutations";
import { RETENTION_SCHEDULE, retentionTasks } from "@/lib/retention/jobs";
import { eraseDue } from "@/lib/retention/mutations";
import { findDue, findLastRetention, inquiriesDue } from "@/lib/retention/queries";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import { utcMoment } from "@/lib/shared/dates";
import type { SpamVerdict } from "@/lib/shared/spam";
import { formSender } from "../support/actors";
import { runCommand, startCommandWith } from "../support/command";
import { testEnvironment } from "../support/environment";
import { eventually } from "../support/eventually";
import { accept } from "../support/corrections";
import { testDatabase } from "../support/database";
import { newInquiry, newListing, outreachStaff as sam } from "../support/inquiry";
import { startWorking } from "../support/working";

testDatabase();

const DAY = 24 * 3600 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);
/** An inquiry closed almost exactly so many days ago: a second longer. */
async function closed(days: number, status: "done" | "spam" = "done"): Promise<string> {
  const { id } = await newInquiry();
  const closedAt = new Date(daysAgo(days).getTime() - 1000);
  await db.inquiry.update({ where: { id }, data: { status, closedAt, dueAt: null } });
  return id;
}
const isErased = async (id: string) => (await db.inquiry.findUniqueOrThrow({ where: { id } })).erasedAt !== null;

let listingId = "";
async function corrected(days: number, spam: SpamVerdict = "clear"): Promise<string> {
  const words = { wrong: `Wrong ${randomUUID()}`, right: "Right", evidence: "I called", email: "ana@example.org" };
  const input = { topic: "contact", grounds: "asked_them", ...words } as const;
  const { reference } = await reportCorrection(formSender(), { input, listingId, locale: "en", spam });
  const { id } = await db.correction.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  if (spam === "clear") await accept(sam, id, 1, { publicNote: "A new number.", locale: "es" });
  const moment = new Date(daysAgo(days).getTime() - 1000);
  const data = spam === "clear" ? { decidedAt: moment } : { createdAt: moment };
  await db.correction.update({ where: { id }, data });
  return id;
}

beforeAll(async () => {
  await ensureQueue();
  listingId = await newListing();
});
beforeEach(async () => {
  await db.correction.deleteMany();
  await db.inquiry.deleteMany();
});

const erase = (now?: Date, batch?: number) => eraseDue(system("retention"), now, batch);

describe("a run", () => {
  test("erases what was done 180 days ago, or judged spam 30 days ago, and nothing a day younger", async () => {
    const [due, young, spam, youngSpam] = await Promise.all([
      closed(180),
      closed(179),
      closed(30, "spam"),
      closed(29, "spam"),
    ]);
    expect(await erase()).toEqual({
      erased: { closed: 1, spam: 1, corrections: 0 },
      failed: 0,
      left: 0,
    });
    expect(await Promise.all([due, young, spam, youngSpam].map(isErased))).toEqual([true, false, true, false]);
  });

  test("leaves the same tombstone as the person's own deletion, written down, and no mail to anybody", async () => {
    const id = await closed(180);
    await erase();
    const kept = await db.inquiry.findUniqueOrThrow({ where: { id } });
    const nobody = { name: null, email: null, phone: null, message: null, emailHash: null, phoneHash: null };
    expect(kept).toMatchObject({ ...nobody, status: "done", idempotencyKey: `erased ${id}` });
    expect(await db.consent.findMany({ where: { inquiryId: id } })).toMatchObject([{ ending: "erased" }]);
    expect(await db.mail.count({ where: { inquiryId: id } })).toBe(0);
    expect(await db.auditEvent.findMany({ where: { subjectId: id } })).toMatchObject([
      { actorId: null, actorName: "retention", action: "inquiry.erased", after: { asked: "retention" } },
    ]);
  });

  test("never takes what is open, or suspected to be spam and judged by nobody", async () => {
    const open = await newInquiry();
    const suspected = await newInquiry({ spam: "certain" });
    await db.inquiry.updateMany({ data: { createdAt: daysAgo(800) } });
    await erase();
    expect(await Promise.all([open.id, suspected.id].map(isErased))).toEqual([false, false]);
  });

  test("lets stay what a colleague opens again, also at that very moment", async () => {
    const [reopened, racing] = [await closed(200), await closed(200)];
    const { version } = await db.inquiry.findUniqueOrThrow({ where: { id: reopened } });
    const choice = { status: "in_progress", assigneeId: null, dueOn: null, answered: false } as const;
    await workInquiry(sam, reopened, version, choice);
    let run: Promise<unknown> = Promise.resolve();
    await db.$transaction(async (tx) => {
      await tx.inquiry.update({ where: { id: racing }, data: { status: "waiting" } });
      run = erase();
      await eventually(async () => {
        const rows = await db.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'
          AND datname = current_database()`;
        expect(rows).toHaveLength(1);
      });
    });
    expect(await run).toEqual({ erased: { closed: 0, spam: 0, corrections: 0 }, failed: 0, left: 0 });
    expect(await Promise.all([reopened, racing].map(isErased))).toEqual([false, false]);
    expect(await eraseDueInquiry(system("retention"), racing, inquiriesDue("closed", new Date()))).toBe(false);
  });

  test("counts spam from when it was judged, not from an earlier closing", async () => {
    const id = await closed(100);
    await db.inquiry.update({ where: { id }, data: { status: "spam" } });
    await erase();
    expect(await isErased(id)).toBe(false);
  });

  test("erases nothing twice, whether run again or twice at once", async () => {
    const ids = [await closed(200), await closed(200), await closed(200)];
    const runs = await Promise.all([erase(), erase()]);
    expect(runs.map(({ erased }) => erased.closed).reduce((a, b) => a + b)).toBe(3);
    expect((await erase()).erased.closed).toBe(0);
    expect(await db.auditEvent.count({ where: { action: "inquiry.erased", subjectId: { in: ids } } })).toBe(3);
  });

  test("takes no more than its batch, the oldest first, and says how many are left", async () => {
    const [younger, oldest] = [await closed(190), await closed(300)];
    expect(await erase(new Date(), 1)).toMatchObject({ erased: { closed: 1 }, left: 1 });
    expect(await Promise.all([younger, oldest].map(isErased))).toEqual([false, true]);
  });

  test("goes on past one that cannot be erased, and counts it", async () => {
    const [stuck, next] = [await closed(300), await closed(200)];
    await db.$executeRawUnsafe(`CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW."id" = '${stuck}' THEN RAISE 'stuck'; END IF; RETURN NEW; END $$`);
    await db.$executeRaw`CREATE TRIGGER refuse_one BEFORE UPDATE ON "Inquiry" FOR EACH ROW EXECUTE FUNCTION refuse_one()`;
    try {
      expect(await erase()).toMatchObject({ erased: { closed: 1 }, failed: 1, left: 1 });
    } finally {
      await db.$executeRaw`DROP FUNCTION refuse_one CASCADE`;
    }
    expect(await isErased(next)).toBe(true);
    expect(await findLastRetention()).toMatchObject({ erased: { closed: 1 }, failed: 1, at: expect.any(Date) });
  });
});

describe("a correction", () => {
  test("loses what its reporter wrote 180 days after its decision, and keeps our note in the log", async () => {
    const [due, young] = [await corrected(180), await corrected(179)];
    expect((await erase()).erased.corrections).toBe(1);
    const nothing = { wrong: null, right: null, evidence: null, email: null };
    expect(await viewCorrection(sam, due)).toMatchObject({
      ...nothing,
      erasedAt: expect.any(Date),
      status: "accepted",
    });
    expect(await viewCorrection(sam, young)).toMatchObject({ right: "Right", erasedAt: null });
    expect((await listLog()).corrections).toMatchObject([
      { publicNote: "A new number.", publicNoteLocale: "es" },
      { publicNote: "A new number." },
    ]);
  });

  test("in quarantine loses it 180 days after it came", async () => {
    const [due, young] = [await corrected(180, "certain"), await corrected(179, "certain")];
    expect((await erase()).erased.corrections).toBe(1);
    const erased = await db.correction.findMany({ where: { erasedAt: { not: null } }, select: { id: true } });
    expect(erased).toEqual([{ id: due }]);
    expect(young).not.toBe(due);
  });

  test("stays erased, whoever asks the database", async () => {
    const id = await corrected(180);
    await erase();
    await expect(db.correction.update({ where: { id }, data: { wrong: "v1.x" } })).rejects.toThrow("whole_or_erased");
    const restored = db.$executeRaw`UPDATE "Correction" SET "wrong" = 'v1.x', "erasedAt" = NULL WHERE "id" = ${id}::uuid`;
    await expect(restored).rejects.toThrow("erased for good");
  });
});

describe("npm run retention", () => {
  // What is erased is written into the journal, which names nobody without it.
  const { APP_SECRET } = testEnvironment;
  const runRetention = (words: string[], settings?: Record<string, string>) =>
    runCommand("scripts/retention.ts", words, { APP_SECRET, ...settings });
  const everything = () => db.$queryRaw`
    SELECT (SELECT jsonb_agg(i ORDER BY id) FROM "Inquiry" AS i), (SELECT jsonb_agg(c ORDER BY id) FROM "Correction" AS c),
      (SELECT count(*)::int FROM "AuditEvent")`;

  test("erases and says how many; told again, there is nothing left", async () => {
    await Promise.all([closed(200), closed(31, "spam")]);
    const { code, output, errors } = await startCommandWith({ APP_SECRET }, "scripts/retention.ts");
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toContain(
      "erased: 1 inquiry done, 1 inquiry judged spam, 0 corrections' words; 0 left for the next run",
    );
    expect(await runRetention([])).toMatchObject({
      code: 0,
      output: expect.stringContaining(
        "erased: 0 inquiries done, 0 inquiries judged spam, 0 corrections' words; 0 left",
      ),
    });
  });

  test("says with --dry-run what would go, by the periods of the environment, and changes nothing", async () => {
    await Promise.all([closed(200), closed(11), closed(12, "spam"), corrected(200)]);
    const before = await everything();
    const periods = { RETENTION_CLOSED_DAYS: "10", RETENTION_SPAM_DAYS: "13" };
    const { code, output, errors } = await runRetention(["--dry-run"], periods);
    const oldest = utcMoment((await findDue()).closed.oldestAt!);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toContain(`inquiries done, kept 10 days: 2 to erase, the oldest since ${oldest}\n`);
    expect(output).toContain("inquiries judged spam, kept 13 days: 0 to erase\n");
    expect(output).toMatch(
      /corrections' words, kept 180 days: 1 to erase, the oldest since \d{4}-\d\d-\d\d \d\d:\d\d UTC\n/,
    );
    expect(output).not.toMatch(/Ana|example\.org|BHR-|COR-/);
    expect(await everything()).toEqual(before);
    expect((await findDue()).closed.count).toBe(1);
  });

  // What is no period is in lib/server/env.test.ts.
  test("refuses to run with a wrong period, in words without a stack, and erases nothing", async () => {
    const id = await closed(200);
    const { code, output, errors } = await runRetention([], { RETENTION_CLOSED_DAYS: "0" });
    expect({ code, output }).toEqual({ code: 1, output: "" });
    expect(errors).toMatch(/^These settings are missing or wrong.*\n {2}RETENTION_CLOSED_DAYS: /);
    expect(errors).not.toMatch(/ at .*:\d+:\d+/);
    expect(await isErased(id)).toBe(false);
  });
});

test("the worker has it on its schedule, and does it", async () => {
  const id = await closed(200);
  startWorking({ tasks: retentionTasks, schedule: RETENTION_SCHEDULE });
  await eventually(async () => {
    const known = await db.$queryRaw`SELECT identifier FROM graphile_worker._private_known_crontabs`;
    expect(known).toEqual([{ identifier: "eraseDue" }]);
  });
  await db.$executeRaw`SELECT graphile_worker.add_job('eraseDue', '{"_cron":{"ts":"2026-11-25T11:17:00Z"}}'::json)`;
  await eventually(async () => expect(await isErased(id)).toBe(true));
});
