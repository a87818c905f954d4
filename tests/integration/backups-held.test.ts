// After a restore all mail waits until a person decides: it may have left since the backup, or be unwanted by now.
import { randomUUID } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { createElement } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { HeldNotice } from "@/components/admin/backups/held";
import { Restorations } from "@/components/admin/backups/restorations";
import { system } from "@/lib/audit/actor";
import { listRestorations } from "@/lib/backups/admin-queries";
import { dropHeldMails, releaseHeldMails, settleRestored } from "@/lib/backups/mutations";
import { findHeldMails } from "@/lib/backups/queries";
import { correctionTasks } from "@/lib/corrections/jobs";
import { decideCorrection, reportCorrection } from "@/lib/corrections/mutations";
import { listUndelivered } from "@/lib/mails/admin-queries";
import { retryMails } from "@/lib/outreach/mutations";
import { withdrawAction } from "@/lib/receipts/actions";
import { db, type Prisma } from "@/lib/server/db";
import { formatMoment } from "@/lib/shared/dates";
import { formSender, staffSession } from "../support/actors";
import { runOn } from "../support/backups";
import { testDatabase } from "../support/database";
import { desk, mailOf, person, press, useDesk, work } from "../support/outreach-mail";
import { tasksOfMails } from "../support/mail-tasks";
import { patience } from "../support/patience.mjs";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

// Whole commands run here.
vi.setConfig({ testTimeout: patience(120_000) });
testDatabase();
useDesk();

const restore = system("restore");
const doneAgain = { actsDoneAgain: 3, linesMissing: 2, linesDamaged: 1, passwordsVoided: 1 };
const restored = { fileName: "a.tar", backupMadeAt: new Date("2026-11-30T12:07:00Z"), doneAgain };
const settle = () => settleRestored(restore, restored);
const administrator = staffSession();
const attempt = { number: 1, isLast: false };
const jobs = async () => {
  const rows = await db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs ORDER BY key`;
  return rows.map(({ key }) => key);
};
const statuses = async (inquiryId: string) => {
  const mails = await db.mail.findMany({ where: { inquiryId }, orderBy: { kind: "asc" }, select: { status: true } });
  return mails.map(({ status }) => status);
};

async function correction(): Promise<string> {
  const words = { wrong: randomUUID(), right: "R", evidence: "E", email: "ana@example.org" };
  const input = { topic: "contact", grounds: "asked_them", ...words } as const;
  const report = { input, listingId: desk.place, locale: "en", spam: "clear" } as const;
  const { reference } = await reportCorrection(formSender(), report);
  return (await db.correction.findUniqueOrThrow({ where: { reference }, select: { id: true } })).id;
}

let logins: Prisma.StaffLoginGetPayload<object>[] = [];

beforeEach(async () => {
  // Each restore ends the sign-in of the member who writes to places.
  if (logins.length === 0) logins = await db.staffLogin.findMany();
  await db.staffLogin.createMany({ data: logins, skipDuplicates: true });
  // Each person here has the same mailbox, which would have had enough for today.
  await db.rateLimit.deleteMany();
  await releaseHeldMails(restore);
  await db.mail.updateMany({ where: { status: "queued" }, data: { status: "sent", sentAt: new Date() } });
  await db.correction.updateMany({ where: { notice: "queued" }, data: { notice: "sent" } });
  await db.$executeRaw`SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs`;
});

/** A person with a mail to the team, one to them, and one to a place; and a correction. */
async function waiting() {
  const who = await person();
  await press(who.id);
  return { ...who, correction: await correction() };
}

describe("when a database was brought back", () => {
  test("every mail is held, has no job, and is not sent whoever tries", async () => {
    const { id, correction: correctionId } = await waiting();
    expect(await statuses(id)).toEqual(["queued", "queued", "queued"]);
    expect(await settle()).toEqual({ mails: 3, notices: 1 });
    expect(await statuses(id)).toEqual(["held", "held", "held"]);
    expect(await jobs()).toEqual([]);
    await work(id);
    for (const mail of await db.mail.findMany({ where: { inquiryId: id }, select: { id: true } }))
      await tasksOfMails.sendInquiryMail!({ mailId: mail.id }, attempt);
    await correctionTasks.sendCorrectionNotice!({ correctionId }, attempt);
    expect(desk.toPlaces()).toEqual([]);
    expect(await statuses(id)).toEqual(["held", "held", "held"]);
    expect(await db.correction.findUniqueOrThrow({ where: { id: correctionId } })).toMatchObject({ notice: "held" });
  });

  test("nobody is signed in any more, and staff stay staff", async () => {
    expect(await db.staffLogin.count()).toBeGreaterThan(0);
    const members = await db.staffMember.count();
    await settle();
    expect(await db.staffLogin.count()).toBe(0);
    expect(await db.staffMember.count()).toBe(members);
  });

  test("staff see what waits, and cannot send single mails past the decision", async () => {
    const { id } = await waiting();
    await settle();
    expect(await findHeldMails()).toMatchObject({ mails: 3, notices: 1, backupMadeAt: restored.backupMadeAt });
    const { mails } = await listUndelivered(desk.staff);
    const ours = mails.filter(({ inquiryId }) => inquiryId === id);
    expect(ours.map(({ state }) => state)).toEqual(["held", "held", "held"]);
    expect(
      await retryMails(
        desk.staff,
        ours.map((mail) => mail.id),
      ),
    ).toBe(0);
    const page = renderToStaticMarkup(createElement(HeldNotice, { locale: "en", held: (await findHeldMails())! }));
    expect(page).toContain("4 mails wait for you");
    expect(page.match(/<form/g)).toHaveLength(2);
  });
});

test("what tells a reporter our decision waits, leaves and is dropped as every mail", async () => {
  const answerOf = async (id: string) => (await db.correction.findUniqueOrThrow({ where: { id } })).answer;
  const id = await correction();
  await db.correction.updateMany({ data: { notice: "sent" } });
  await decideCorrection(administrator, id, 1, { status: "declined", declineReason: "It is right." });
  expect(await settle()).toEqual({ mails: 1, notices: 0 });
  expect([await answerOf(id), await jobs()]).toEqual(["held", []]);
  await correctionTasks.sendCorrectionAnswer!({ correctionId: id }, attempt);
  expect(await findHeldMails()).toMatchObject({ mails: 1, notices: 0 });
  expect(await releaseHeldMails(administrator)).toMatchObject({ mails: 1, notices: 0 });
  expect([await answerOf(id), (await jobs()).length]).toEqual(["queued", 1]);
  await settle();
  expect(await dropHeldMails(administrator)).toMatchObject({ mails: 1 });
  expect(await answerOf(id)).toBe("failed");
});

describe("released", () => {
  test("they are queued again, once, and it is written down who did it", async () => {
    const { id, correction: correctionId } = await waiting();
    await settle();
    const [first, second] = await Promise.all([releaseHeldMails(administrator), releaseHeldMails(administrator)]);
    expect([first, second].map(({ mails }) => mails).toSorted()).toEqual([0, 3]);
    expect(await statuses(id)).toEqual(["queued", "queued", "queued"]);
    expect(await jobs()).toHaveLength(4);
    expect(await findHeldMails()).toBeNull();
    await work(id);
    expect(desk.toPlaces()).toHaveLength(1);
    expect(await db.correction.findUniqueOrThrow({ where: { id: correctionId } })).toMatchObject({ notice: "queued" });
    const newest = await db.restoration.findFirstOrThrow({ orderBy: { at: "desc" } });
    expect(newest).toMatchObject({ releasedById: administrator.staffId, heldMails: 3, heldNotices: 1 });
    const events = { subjectId: newest.id, action: "restoration.mails_released" };
    expect(await db.auditEvent.count({ where: events })).toBe(1);
  });

  test("but for a mail to a place whose permission ended while it waited", async () => {
    const { id, token } = await waiting();
    await settle();
    await withdrawAction(token);
    expect((await mailOf(id)).status).toBe("cancelled");
    await releaseHeldMails(administrator);
    expect((await mailOf(id)).status).toBe("cancelled");
    await work(id);
    expect(desk.toPlaces()).toEqual([]);
  });

  test("but for a mail to a place whose permission had run out, or that has another address", async () => {
    const [late, moved] = [await waiting(), await waiting()];
    await settle();
    // As time would: nobody may move this moment.
    await db.$transaction([
      db.$executeRaw`ALTER TABLE "Consent" DISABLE TRIGGER USER`,
      db.$executeRaw`UPDATE "Consent" SET "givenAt" = utc_clock() - interval '91 days', "expiresAt" = utc_clock() - interval '1 day'
        WHERE "inquiryId" = ${late.id}::uuid`,
      db.$executeRaw`ALTER TABLE "Consent" ENABLE TRIGGER USER`,
    ]);
    expect(await releaseHeldMails(administrator)).toMatchObject({ stopped: 1, mails: 5, notices: 2 });
    expect((await mailOf(late.id)).status).toBe("cancelled");
    await settle();
    await db.listing.update({ where: { id: desk.place }, data: { outreachEmail: "other@place.example" } });
    expect(await releaseHeldMails(administrator)).toMatchObject({ stopped: 1 });
    expect((await mailOf(moved.id)).status).toBe("cancelled");
  });

  test("by the command too", async () => {
    const { id } = await waiting();
    await settle();
    const { code, output } = await runOn(process.env.DATABASE_URL ?? "", ["scripts/restore.ts", "--release"]);
    expect(code).toBe(0);
    expect(output).toContain("released: 3 mails and 1 notice to the team; 0 stopped");
    expect(await statuses(id)).toEqual(["queued", "queued", "queued"]);
  });
});

describe("staff see each restore:", () => {
  const newest = async () => {
    const restorations = (await listRestorations(administrator)).slice(0, 1);
    const page = renderToStaticMarkup(createElement(Restorations, { locale: "en", restorations }));
    return { entry: restorations[0], words: page.replaceAll(/<[^>]+>/g, " ") };
  };

  test("from which backup, what was done again, and that no mail waited", async () => {
    await settle();
    const { entry, words } = await newest();
    expect(entry).toMatchObject({ ...restored, at: expect.any(Date) as Date, held: 0, decision: null });
    for (const said of [
      `From the backup of ${formatMoment("en", restored.backupMadeAt)}`,
      " a.tar ",
      "3 acts done again",
      "1 member needs a new password.",
      "2 lines of the journal were missing",
      "1 line of the journal could not be read",
      "No mail waited.",
    ])
      expect(words).toContain(said);
  });

  test("what was decided about its mails, and by whom", async () => {
    await waiting();
    await settle();
    expect((await newest()).words).toContain("4 mails wait for a decision.");
    await releaseHeldMails(desk.staff);
    expect((await newest()).entry?.decision).toMatchObject({ outcome: "released", by: "Sam" });
    expect((await newest()).words).toMatch(/4 mails were released on .* by Sam\./);
    await waiting();
    await settle();
    await dropHeldMails(restore);
    expect((await newest()).words).toContain("mails were dropped on");
    expect((await newest()).entry?.decision).toMatchObject({ outcome: "dropped", by: null });
  });

  test("one from before it was written down says so", async () => {
    await db.restoration.create({
      data: { fileName: "old.tar", backupMadeAt: new Date(), heldMails: 0, heldNotices: 0 },
    });
    expect((await newest()).entry).toMatchObject({ fileName: "old.tar", doneAgain: null });
    expect((await newest()).words).toContain("Not recorded");
  });
});

test("dropped, nobody gets them, and staff may still have one to a person tried again", async () => {
  const { id } = await waiting();
  await settle();
  expect(await dropHeldMails(administrator)).toEqual({ mails: 3, notices: 1, stopped: 0 });
  expect(await jobs()).toEqual([]);
  expect((await mailOf(id)).status).toBe("cancelled");
  expect((await statuses(id)).toSorted()).toEqual(["cancelled", "failed", "failed"]);
  expect(await findHeldMails()).toBeNull();
  const [mail] = await db.mail.findMany({ where: { inquiryId: id, kind: "acknowledgement" }, select: { id: true } });
  expect(await retryMails(desk.staff, [mail?.id ?? ""])).toBe(1);
});

test("the last letter to an erased person keeps its address while it is held, and loses it when it is dropped", async () => {
  const { id, token } = await waiting();
  const { eraseAction } = await import("@/lib/receipts/actions");
  await eraseAction(token);
  await settle();
  const letter = { inquiryId: id, kind: "erasure" } as const;
  expect(await db.mail.findFirstOrThrow({ where: letter })).toMatchObject({
    status: "held",
    address: expect.stringMatching(/^v1/),
  });
  await dropHeldMails(administrator);
  expect(await db.mail.findFirstOrThrow({ where: letter })).toMatchObject({ status: "failed", address: null });
});
