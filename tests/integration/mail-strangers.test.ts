// Whoever fills the form can type anybody's email: what we then write to that person, and what we never say of it.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { workInquiry } from "@/lib/desk/mutations";
import { getDashboard } from "@/lib/desk/admin-queries";
import { findKeptInquiry } from "@/lib/inquiries/queries";
import { listUndelivered } from "@/lib/mails/admin-queries";
import { findMailDelay } from "@/lib/mails/queries";
import { eraseOwnInquiry } from "@/lib/receipts/mutations";
import { findReceipt } from "@/lib/receipts/queries";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import type { SpamVerdict } from "@/lib/shared/spam";
import type { InquiryStatus } from "@/lib/inquiries/types";
import { startSmtp } from "../../scripts/mailbox/smtp";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newInquiry, outreachStaff, receiptHolder, receiptTokenOf } from "../support/inquiry";
import { METRICS_TOKEN, readMetrics } from "../support/metrics";
import { tasksOfMails } from "../support/mail-tasks";
import { saveMailSettings } from "../support/mail-settings";

let taken = 0;
testDatabase();
beforeAll(async () => {
  const server = await startSmtp(0, async () => void (taken += 1));
  Object.assign(process.env, {
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    METRICS_TOKEN,
    CONFIRMATIONS_PER_HOUR: "2",
  });
  await saveMailSettings();
  await db.staffMember.create({
    data: { id: outreachStaff.staffId, name: "Sam", email: "sam@example.com", role: "outreach" },
  });
  await ensureQueue();
  return () => server.stop();
});
beforeEach(async () => {
  await db.inquiry.deleteMany();
  await db.rateLimit.deleteMany();
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  taken = 0;
});

const inquiry = (email: string, spam: SpamVerdict = "clear") =>
  newInquiry({ spam, input: { name: "Ana", email, phone: undefined, message: crypto.randomUUID(), consent: true } });
const kindsOf = async (inquiryId: string) =>
  (await db.mail.findMany({ where: { inquiryId }, select: { kind: true } })).map(({ kind }) => kind).toSorted();
const confirmation = (inquiryId: string) =>
  db.mail.findFirstOrThrow({ where: { inquiryId, kind: { not: "team_notice" } } });
const send = (mailId: string, number = 1) =>
  tasksOfMails.sendInquiryMail!({ mailId }, { number, isLast: false }).then(() =>
    db.mail.findUniqueOrThrow({ where: { id: mailId } }),
  );
const jobOf = async (mailId: string) =>
  (
    await db.$queryRaw<{ wait: number; attempts: number }[]>`
      SELECT extract(epoch FROM run_at - now())::float8 AS wait, attempts FROM graphile_worker.jobs
      WHERE key = ${`mail:${mailId}`}`
  )[0];

describe("one mailbox", () => {
  test("gets three mails a day, however it is written; what is more is kept all the same, with its mail to the team", async () => {
    const written = ["a.b@gmail.com", "ab+x@gmail.com", "AB@googlemail.com", "a.b+y@gmail.com", "ab@gmail.com"];
    const kept = [];
    for (const email of written) kept.push(await inquiry(email));
    const kinds = await Promise.all(kept.map(({ id }) => kindsOf(id)));
    const both = ["acknowledgement", "team_notice"];
    expect(kinds).toEqual([both, both, both, ["team_notice"], ["team_notice"]]);
    expect(await kindsOf((await inquiry("cd@gmail.com")).id)).toEqual(both);
    expect((await db.mail.findMany({ select: { address: true } })).every(({ address }) => address === null)).toBe(true);
  });

  test("is not counted for an inquiry that was not kept", async () => {
    const input = { name: "Ana", email: "ana@example.org", phone: undefined, message: "once", consent: true as const };
    for (let times = 1; times <= 5; times += 1) await newInquiry({ input, formRandom: "one form" });
    expect(await kindsOf((await inquiry("ana@example.org")).id)).toEqual(["acknowledgement", "team_notice"]);
    expect(await kindsOf((await inquiry("ana@example.org")).id)).toEqual(["acknowledgement", "team_notice"]);
    expect(await kindsOf((await inquiry("ana@example.org")).id)).toEqual(["team_notice"]);
  });

  test("confirmations of deletions are of the same three", async () => {
    const kept = [
      await inquiry("ana@example.org"),
      await inquiry("ana+b@example.org"),
      await inquiry("ana@example.org"),
    ];
    for (const { id, reference } of kept) {
      await eraseOwnInquiry(await receiptHolder(reference));
      expect(await db.mail.count({ where: { inquiryId: id, kind: "erasure" } })).toBe(0);
    }
    const other = await inquiry("ben@example.org");
    await eraseOwnInquiry(await receiptHolder(other.reference));
    expect(await kindsOf(other.id)).toEqual(["erasure"]);
  });

  test("no page says whether it had enough: not the thanks, nor the receipt of what was deleted", async () => {
    const kept = [];
    for (let times = 1; times <= 4; times += 1) kept.push(await inquiry("ana@example.org"));
    kept.push(await inquiry("new@example.org"), await inquiry("bot@example.org", "suspected"));
    const shown = await Promise.all(kept.map(({ reference }) => findKeptInquiry(reference)));
    expect(new Set(shown.map((each) => each?.confirmation))).toEqual(new Set(["usual"]));
    const { id } = await confirmation(kept[2]!.id);
    await db.mail.update({ where: { id }, data: { status: "bounced", lastError: "SMTP 550" } });
    for (const { reference } of kept.slice(2, 4))
      expect(await findKeptInquiry(reference)).toMatchObject({ confirmation: "bounced" });
    const erased = [];
    for (const { reference } of [kept[3]!, kept[4]!]) {
      const token = await receiptTokenOf(reference);
      await eraseOwnInquiry(await receiptHolder(reference));
      const { erasedAt: _, reference: __, ...rest } = (await findReceipt(token)) as Record<string, unknown>;
      erased.push(rest);
    }
    expect(erased[0]).toEqual(erased[1]);
  });
});

describe("an inquiry that looks automated", () => {
  const judge = async (id: string, ...states: InquiryStatus[]) => {
    for (const status of states) {
      const { version } = await db.inquiry.findUniqueOrThrow({ where: { id } });
      await workInquiry(outreachStaff, id, version, { status, assigneeId: null, dueOn: null, answered: false });
    }
  };

  test.each<[string, InquiryStatus[], boolean]>([
    ["taken into work", ["in_progress"], true],
    ["called spam and taken into work after all", ["spam", "waiting"], true],
    ["taken into work twice", ["in_progress", "new", "in_progress"], true],
    ["called spam", ["spam"], false],
    ["closed", ["done"], false],
  ])("%s", async (_, states, isConfirmed) => {
    const { id } = await inquiry("ana@example.org", "suspected");
    await judge(id, ...states);
    const confirmed = isConfirmed ? ["acknowledgement", "team_notice"] : ["team_notice"];
    expect(await kindsOf(id)).toEqual(confirmed);
  });

  test("is confirmed to nobody whose permission has ended, or who gave no email", async () => {
    const { id } = await inquiry("ana@example.org", "suspected");
    await db.consent.updateMany({ where: { inquiryId: id }, data: { endedAt: new Date(), ending: "withdrawn" } });
    await judge(id, "in_progress");
    expect(await kindsOf(id)).toEqual(["team_notice"]);
  });

  test("or not: once staff call it spam, a confirmation that still waits goes to nobody", async () => {
    const { id } = await inquiry("ana@example.org");
    const { id: mailId } = await confirmation(id);
    await judge(id, "spam");
    expect(await kindsOf(id)).toEqual(["team_notice"]);
    expect(await jobOf(mailId)).toBeUndefined();
  });
});

describe("the brake over all confirmations", () => {
  test("lets those above it wait for the next hour, unlost; the team is told of each, and staff see that they wait", async () => {
    const kept = [];
    for (const name of ["a", "b", "c"]) kept.push(await inquiry(`${name}@example.org`));
    const mails = await Promise.all(kept.map(({ id }) => confirmation(id)));
    for (const { id } of mails) await send(id);
    expect(taken).toBe(2);
    const held = await db.mail.findUniqueOrThrow({ where: { id: mails[2]!.id } });
    expect(held).toMatchObject({ status: "queued", attempts: 0, pacedUntil: expect.any(Date) });
    expect(await jobOf(held.id)).toMatchObject({ attempts: 0 });
    expect((await jobOf(held.id))!.wait).toBeGreaterThan(3_000);
    expect((await jobOf(held.id))!.wait).toBeLessThanOrEqual(3_601);

    const notices = await db.mail.findMany({ where: { kind: "team_notice" } });
    for (const { id } of notices) expect(await send(id)).toMatchObject({ status: "sent" });

    const staff = staffSession({ role: "admin" });
    expect(await getDashboard(staff)).toMatchObject({ pacedConfirmations: 1 });
    expect((await listUndelivered(staff)).mails).toMatchObject([{ id: held.id, state: "paced" }]);
    expect(await readMetrics()).toContain("confirmations_paced 1");
    // Nobody is alarmed about what waits on purpose.
    const inHalfAnHour = new Date(Date.now() + 30 * 60_000);
    expect(await findMailDelay(inHalfAnHour)).toBeNull();
    expect(await findMailDelay(new Date(Date.now() + 2 * 3600_000))).toMatchObject({ count: 1 });

    await db.rateLimit.deleteMany();
    expect(await send(held.id)).toMatchObject({ status: "sent" });
  });

  test("counts a confirmation once, however often it is tried", async () => {
    const kept = [await inquiry("a@example.org"), await inquiry("b@example.org")];
    const mails = await Promise.all(kept.map(({ id }) => confirmation(id)));
    await send(mails[0]!.id);
    await db.mail.update({ where: { id: mails[0]!.id }, data: { status: "queued" } });
    for (const number of [2, 3, 4]) {
      await send(mails[0]!.id, number);
      await db.mail.update({ where: { id: mails[0]!.id }, data: { status: "queued" } });
    }
    expect(await send(mails[1]!.id)).toMatchObject({ status: "sent" });
  });

  test("sends nothing that it cannot count, and the queue tries again", async () => {
    const { id } = await confirmation((await inquiry("a@example.org")).id);
    await db.$executeRaw`ALTER TABLE "rate_limit" RENAME TO "rate_limit_away"`;
    try {
      await expect(send(id)).rejects.toThrow("rate_limit");
    } finally {
      await db.$executeRaw`ALTER TABLE "rate_limit_away" RENAME TO "rate_limit"`;
    }
    expect(taken).toBe(0);
    expect(await send(id)).toMatchObject({ status: "sent" });
  });

  test("never holds a mail to the team, also where the database is asked", async () => {
    const { id } = await inquiry("a@example.org");
    const held = db.mail.updateMany({
      where: { inquiryId: id, kind: "team_notice" },
      data: { pacedUntil: new Date() },
    });
    await expect(held).rejects.toThrow("Mail_paced_is_confirmation");
  });
});
