import { randomUUID } from "node:crypto";
import { simpleParser, type ParsedMail } from "mailparser";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { listCorrections, viewCorrection } from "@/lib/corrections/admin-queries";
import { correctionTasks } from "@/lib/corrections/jobs";
import {
  decideCorrection,
  eraseDueEmails,
  reportCorrection,
  SEND_ANSWER_TASK,
  SEND_NOTICE_TASK,
} from "@/lib/corrections/mutations";
import { listLog } from "@/lib/corrections/queries";
import { db } from "@/lib/server/db";
import type { Locale } from "@/lib/shared/i18n";
import type { SpamVerdict } from "@/lib/shared/spam";
import { startSmtp } from "../../scripts/mailbox/smtp";
import { formSender, staffSession } from "../support/actors";
import { accept } from "../support/corrections";
import { testDatabase } from "../support/database";
import { saveMailSettings } from "../support/mail-settings";

testDatabase();

const staff = staffSession({ role: "editor" });
const place = { street: "1 Main St", city: "Covina", state: "CA", zip: "91724", kind: "outpatient" } as const;
const received: ParsedMail[] = [];
let listingId = "";

beforeAll(async () => {
  const server = await startSmtp(0, async (source) => void received.push(await simpleParser(source)));
  await saveMailSettings();
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_TO: "team@example.com" });
  const listing = await db.listing.create({
    data: { ...place, slug: "a-place", name: "A Place", status: "published" },
  });
  listingId = listing.id;
  return () => server.stop();
});
beforeEach(async () => {
  await db.correction.deleteMany();
  await db.listing.update({ where: { id: listingId }, data: { status: "published" } });
  received.length = 0;
});

async function report(
  wrong: string,
  spam: SpamVerdict = "clear",
  { email = "ana@example.org", locale = "en" }: { email?: string | undefined; locale?: Locale } = {},
): Promise<string> {
  const input = {
    topic: "contact",
    grounds: "asked_them",
    wrong,
    right: undefined,
    evidence: undefined,
    email: email || undefined,
  } as const;
  const { reference } = await reportCorrection(formSender(), { input, listingId, locale, spam });
  return (await db.correction.findUniqueOrThrow({ where: { reference }, select: { id: true } })).id;
}
const decide = (id: string, version: number, status: "new" | "accepted" | "declined" | "spam") =>
  status === "accepted"
    ? accept(staff, id, version)
    : decideCorrection(staff, id, version, { status, declineReason: status === "declined" ? "It rings." : "" });
const eventsOf = (subjectId: string) => db.auditEvent.findMany({ where: { subjectId }, orderBy: { at: "asc" } });

describe("the queue", () => {
  test("is paged, newest first, narrowed by state, and holds nothing the reporter wrote", async () => {
    for (let count = 1; count <= 26; count += 1) await report(`Mistake ${count}`, count === 1 ? "suspected" : "clear");
    const first = await listCorrections(staff, { status: "new", page: 1 });
    expect(first).toMatchObject({ total: 25, page: 1, pageCount: 1 });
    expect(JSON.stringify(first)).not.toMatch(/Mistake|example\.org|v1\./);
    expect((await listCorrections(staff, { status: "spam", page: 1 })).total).toBe(1);
    expect((await listCorrections(staff, { status: "all", page: 99 })).rows).toHaveLength(1);
  });

  test("opens a correction with its words, and who opened it is written down without them", async () => {
    const id = await report("The number is wrong");
    expect(await viewCorrection(staff, id)).toMatchObject({
      wrong: "The number is wrong",
      email: "ana@example.org",
      version: 1,
    });
    expect(await eventsOf(id)).toMatchObject([
      { actorId: "staff-1", action: "correction.viewed", before: null, after: null },
    ]);
    expect(await viewCorrection(staff, "nonsense")).toBeNull();
  });

  test("shows nothing when its opening cannot be written down", async () => {
    const id = await report("The number is wrong");
    await db.$executeRaw`ALTER TABLE "AuditEvent" RENAME TO "AuditEventAway"`;
    try {
      await expect(viewCorrection(staff, id)).rejects.toThrow("AuditEvent");
    } finally {
      await db.$executeRaw`ALTER TABLE "AuditEventAway" RENAME TO "AuditEvent"`;
    }
  });
});

describe("a decision", () => {
  test("to accept puts the note, and nothing of the reporter, into the public log, and is written down", async () => {
    const id = await report("The number is wrong");
    expect(await decide(id, 1, "accepted")).toEqual({ outcome: "saved", slugs: ["a-place"] });
    const log = await listLog();
    expect(log.corrections).toEqual([
      {
        reference: expect.stringMatching(/^COR-/) as string,
        topic: "contact",
        receivedAt: expect.any(Date) as Date,
        decidedAt: expect.any(Date) as Date,
        changes: [],
        publicNote: "Now 213-555-0199, as they told us.",
        publicNoteLocale: "en",
        listing: expect.objectContaining({ name: "A Place", slug: "a-place", presence: "open" }) as object,
      },
    ]);
    expect(JSON.stringify(log)).not.toMatch(/ana@|number is wrong|v1\./);
    expect(await eventsOf(id)).toMatchObject([
      {
        action: "correction.accepted",
        before: { status: "new", publicNote: null },
        after: { status: "accepted", publicNote: "Now 213-555-0199, as they told us.", declineReason: null },
      },
    ]);
  });

  test.each(["declined", "spam", "new"] as const)(
    "%s is not in the log, also after it was accepted",
    async (status) => {
      const id = await report("The number is wrong");
      await decide(id, 1, "accepted");
      await decide(id, 2, status);
      expect((await listLog()).total).toBe(0);
      const { publicNote, declineReason } = await db.correction.findUniqueOrThrow({ where: { id } });
      expect([publicNote, declineReason]).toEqual([null, status === "declined" ? "It rings." : null]);
    },
  );

  test("of two at once, one wins and the other is told what it is now", async () => {
    const id = await report("The number is wrong");
    const written = await Promise.all([decide(id, 1, "accepted"), decide(id, 1, "declined")]);
    const [saved, other] = written
      .map(({ outcome }) => outcome)
      .toSorted((a, b) => (a === "saved" ? -1 : b === "saved" ? 1 : 0));
    expect([saved, other]).toEqual(["saved", expect.stringMatching(/^(conflict|decided)$/)]);
    expect(await eventsOf(id)).toHaveLength(1);
    expect(await decide("00000000-0000-4000-8000-000000000000", 1, "spam")).toEqual({ outcome: "gone" });
  });

  test("without its words or its date is refused by the database itself", async () => {
    const id = await report("The number is wrong");
    const write = (data: object) => db.correction.update({ where: { id }, data });
    const decidedAt = new Date();
    await expect(write({ status: "accepted", decidedAt })).rejects.toThrow("Correction_accepted_has_note");
    await expect(write({ status: "accepted", publicNote: "Words", publicNoteLocale: "en" })).rejects.toThrow(
      "Correction_decided_has_date",
    );
    await expect(write({ status: "declined", decidedAt, declineReason: "" })).rejects.toThrow(
      "Correction_declined_has_reason",
    );
    await expect(write({ publicNote: "Words", publicNoteLocale: "en" })).rejects.toThrow(
      "Correction_accepted_has_note",
    );
    await expect(write({ status: "accepted", decidedAt, publicNote: "Words", publicNoteLocale: null })).rejects.toThrow(
      "Correction_note_has_language",
    );
  });
});

describe("the log", () => {
  test("names a place that was taken down without a link, and none that is a draft", async () => {
    await decide(await report("The number is wrong"), 1, "accepted");
    await db.listing.update({ where: { id: listingId }, data: { status: "archived" } });
    expect((await listLog()).corrections[0]?.listing).toMatchObject({ name: "A Place", presence: "gone", slug: null });
    await db.listing.update({ where: { id: listingId }, data: { status: "draft" } });
    expect((await listLog()).total).toBe(0);
  });

  test("is paged, the newest decision first", async () => {
    for (let count = 1; count <= 26; count += 1) await decide(await report(`Mistake ${count}`), 1, "accepted");
    const [first, second] = [await listLog(1), await listLog(2)];
    expect([first.corrections.length, second.corrections.length, first.pageCount]).toEqual([25, 1, 2]);
    expect(second.corrections[0]!.decidedAt.getTime()).toBeLessThanOrEqual(first.corrections[24]!.decidedAt.getTime());
    expect((await listLog(9)).page).toBe(2);
  });
});

describe("the worker", () => {
  const run = (task: string, correctionId: string) =>
    correctionTasks[task]!({ correctionId }, { number: 1, isLast: false });

  test("tells the team once, with a reference and a link only", async () => {
    const id = await report("The number is wrong");
    await run(SEND_NOTICE_TASK, id);
    await run(SEND_NOTICE_TASK, id);
    expect(received).toHaveLength(1);
    const { reference, notice } = await db.correction.findUniqueOrThrow({ where: { id } });
    expect(notice).toBe("sent");
    expect(received[0]!.text).toContain(`http://localhost:3000/admin/corrections/${id}`);
    expect(`${received[0]!.subject} ${received[0]!.text}`).toContain(reference);
    expect(JSON.stringify(received[0])).not.toMatch(/number is wrong|ana@|A Place/);
  });

  test("erases the reporter's email a month after a decision that stands, and not before", async () => {
    const id = await report("The number is wrong");
    const email = async () => (await db.correction.findUniqueOrThrow({ where: { id } })).email;
    await decide(id, 1, "declined");
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    await eraseDueEmails(system("retention"), inDays(29));
    expect(await email()).not.toBeNull();
    await decide(id, 2, "new");
    await eraseDueEmails(system("retention"), inDays(31));
    expect(await email()).not.toBeNull();
    await decide(id, 3, "declined");
    expect(await eraseDueEmails(system("retention"), inDays(31))).toBe(1);
    expect(await email()).toBeNull();
    expect(await viewCorrection(staff, id)).toMatchObject({ wrong: "The number is wrong", email: null });
  });
});

describe("the reporter", () => {
  const tell = (correctionId: string) =>
    correctionTasks[SEND_ANSWER_TASK]!({ correctionId }, { number: 1, isLast: true });
  const stateOf = async (id: string) => (await db.correction.findUniqueOrThrow({ where: { id } })).answer;
  const reported = (locale: Locale = "en", email = `${randomUUID()}@example.org`) =>
    report("The number is wrong", "clear", { locale, email });

  test.each<[Locale, string, string]>([
    ["en", "accepted it", "/corrections"],
    ["es", "lo aceptamos", "/es/corrections"],
  ])("who left an email is told once, in %s, without the place and the words", async (locale, words, path) => {
    const id = await reported(locale);
    await decide(id, 1, "accepted");
    expect(await stateOf(id)).toBe("queued");
    await tell(id);
    await tell(id);
    expect(await stateOf(id)).toBe("sent");
    expect(received).toHaveLength(1);
    const { subject, text, html } = received[0]!;
    expect(text).toContain(words);
    expect(text).toContain(`http://localhost:3000${path}\n`);
    expect(subject).toContain((await db.correction.findUniqueOrThrow({ where: { id } })).reference);
    expect(`${subject} ${text} ${String(html)}`).not.toMatch(/number is wrong|A Place|a-place|0199|heroína/);
  });

  test("is told of a refusal without its reason, and not again of what is decided later", async () => {
    const id = await reported();
    await decide(id, 1, "declined");
    await tell(id);
    await decide(id, 2, "new");
    await decide(id, 3, "accepted");
    await tell(id);
    expect(received.map(({ text }) => text?.includes("changed nothing"))).toEqual([true]);
    expect(received[0]!.text).not.toContain("It rings");
  });

  test("is not told of a decision that was taken back, but of the next one", async () => {
    const id = await reported();
    await decide(id, 1, "declined");
    await decide(id, 2, "new");
    await tell(id);
    expect([await stateOf(id), received.length]).toEqual(["cancelled", 0]);
    await decide(id, 3, "accepted");
    await tell(id);
    expect(received.map(({ text }) => text?.includes("accepted it"))).toEqual([true]);
  });

  test("without an email, of spam, or from before the form told of it, hears nothing", async () => {
    const [silent, spam, former] = [await reported("en", ""), await reported(), await reported()];
    await decide(silent, 1, "declined");
    await decide(spam, 1, "spam");
    await db.correction.update({ where: { id: former }, data: { mayAnswer: false } });
    await decide(former, 1, "declined");
    expect([await stateOf(silent), await stateOf(spam), await stateOf(former)]).toEqual([null, null, null]);
  });

  test("gets no more mails in a day than visitors may cause", async () => {
    const email = `${randomUUID()}@example.org`;
    const answers: (string | null)[] = [];
    for (let count = 1; count <= 4; count += 1) {
      const id = await report(`Mistake ${count}`, "clear", { email });
      await decide(id, 1, "declined");
      answers.push(await stateOf(id));
    }
    expect(answers).toEqual(["queued", "queued", "queued", null]);
  });
});
