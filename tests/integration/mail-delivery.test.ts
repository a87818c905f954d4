// A mail's way when it does not arrive: its pauses, its end, who is told, and how it is tried again.
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { currentConsent } from "@/lib/inquiries/consent";
import { submitInquiry } from "@/lib/inquiries/mutations";
import { listUndelivered } from "@/lib/mails/admin-queries";
import { recordBounce } from "@/lib/mails/mutations";
import { retryMails } from "@/lib/outreach/mutations";
import { findMailDelay } from "@/lib/mails/queries";
import { mailWatch } from "@/lib/mails/watch";
import { db } from "@/lib/server/db";
import { saveSetting } from "@/lib/settings/mutations";
import { startSmtp } from "../../scripts/mailbox/smtp";
import { formSender, staffSession } from "../support/actors";
import { eventually } from "../support/eventually";
import { testDatabase } from "../support/database";
import { METRICS_TOKEN, readMetrics } from "../support/metrics";
import { tasksOfMails } from "../support/mail-tasks";
import { startWorking } from "../support/working";

const staff = staffSession({ role: "outreach" });
const written: string[] = [];
let output: { mockRestore: () => void };
let refusal: { responseCode: number } | undefined;
let taken = 0;

testDatabase();

beforeAll(async () => {
  const server = await startSmtp(0, async () => {
    if (refusal) throw Object.assign(new Error("No"), refusal);
    taken += 1;
  });
  Object.assign(process.env, {
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    LOG_LEVEL: "info",
    METRICS_TOKEN,
  });
  await saveSetting(
    system("seed"),
    "crisisNumbers",
    [
      { key: "emergency", number: "911" },
      { key: "lifeline", number: "988" },
      { key: "samhsa", number: "1-800-662-4357" },
    ],
    "2026-11-22",
  );
  await saveSetting(system("seed"), "teamContact", { email: "hello@example.com", phone: null }, "2026-11-22");
  await saveSetting(system("seed"), "footerCredits", { crafted: "A", polished: "B", evaluated: "C" }, "2026-11-22");
  return () => server.stop();
});

beforeEach(async () => {
  output = vi.spyOn(process.stdout, "write").mockImplementation((line) => written.push(String(line)) > 0);
  await db.inquiry.deleteMany();
  written.length = 0;
  taken = 0;
  refusal = undefined;
});

let stopWorker = async () => {};
afterEach(async () => {
  await stopWorker();
  stopWorker = async () => {};
  output.mockRestore();
});

function startWorker(watch?: () => Promise<void>) {
  stopWorker = startWorking({ tasks: tasksOfMails, ...(watch && { watch }) });
}

const bounce = (id: string, code: string) => recordBounce(system("bounces"), id, code);

let forms = 0;
/** One inquiry with one mail, to the team. */
async function submit(): Promise<string> {
  forms += 1;
  const { reference } = await submitInquiry(formSender(), {
    input: { name: "Ana", email: "ana@example.org", phone: undefined, message: `Form ${forms}`, consent: true },
    locale: "en",
    consent: currentConsent("en"),
    spam: "certain",
  });
  const mail = await db.mail.findFirstOrThrow({ where: { inquiry: { reference } }, select: { id: true } });
  return mail.id;
}

const stateOf = (id: string) =>
  db.mail.findUniqueOrThrow({ where: { id }, select: { status: true, attempts: true, lastError: true } });

async function jobOf(id: string) {
  const [job] = await db.$queryRaw<{ attempts: number; wait: number; locked: boolean; payload: unknown }[]>`
    SELECT attempts, extract(epoch FROM run_at - now())::float8 AS wait, locked_at IS NOT NULL AS locked, payload
    FROM graphile_worker._private_jobs WHERE key = ${`mail:${id}`}`;
  return job;
}

/** As if so many tries had failed and the next were due. */
const setAttempts = (id: string, attempts: number) =>
  db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = ${attempts}, run_at = now() WHERE key = ${`mail:${id}`}`;

async function giveUp(id: string): Promise<void> {
  await setAttempts(id, 11);
  startWorker();
  await eventually(async () => expect((await stateOf(id)).status).toBe("failed"));
  await stopWorker();
}

describe("a failed try", () => {
  test("is followed by another after a pause that grows with the tries there were before", async () => {
    refusal = { responseCode: 451 };
    const PAUSES = [
      { before: 0, least: 8, most: 12 },
      { before: 4, least: 4 * 60, most: 6 * 60 },
      { before: 9, least: 4.8 * 3600, most: 7.2 * 3600 },
      { before: 10, least: 8 * 3600, most: 12 * 3600 },
    ];
    const mails = await Promise.all(PAUSES.map(async (pause) => ({ ...pause, id: await submit() })));
    for (const { id, before } of mails) await setAttempts(id, before);
    startWorker();
    await eventually(async () => {
      for (const { id, before, least, most } of mails) {
        const job = await jobOf(id);
        expect(job).toMatchObject({ attempts: before + 1, locked: false, payload: { mailId: id } });
        expect(job?.wait).toBeGreaterThan(least - 6);
        expect(job?.wait).toBeLessThan(most);
      }
    });
  });

  test("that was the twelfth is the last: the mail is given up, in the log, in the list and in the figures", async () => {
    refusal = { responseCode: 451 };
    const id = await submit();
    await giveUp(id);
    expect(await jobOf(id)).toMatchObject({ attempts: 12 });
    expect(written.join("")).toMatch(/"level":"warn".*"lastError":"SMTP 451".*"event":"mail\.given_up"/);
    expect((await listUndelivered(staff)).mails).toMatchObject([
      { id, state: "failed", code: "SMTP 451", nextTryAt: null },
    ]);
    expect(await readMetrics()).toContain('mails{kind="team_notice",status="failed"} 1');
  });
});

describe("try again", () => {
  test("sends a mail that was given up, from the first try on, and writes down who asked for it", async () => {
    refusal = { responseCode: 550 };
    const id = await submit();
    await giveUp(id);
    refusal = undefined;
    expect(await retryMails(staff, [id])).toBe(1);
    expect(await jobOf(id)).toMatchObject({ attempts: 0, payload: { mailId: id } });
    startWorker();
    await eventually(async () => expect(await stateOf(id)).toMatchObject({ status: "sent", lastError: null }));
    expect(taken).toBe(1);
    expect(await db.auditEvent.findMany({ where: { subjectId: id } })).toMatchObject([
      {
        actorId: "staff-1",
        action: "mail.retried",
        before: { status: "failed", lastError: "SMTP 550" },
        after: { status: "queued" },
      },
    ]);
  });

  test("asked for by two at once is done once, and never for a mail that waits, was sent or is gone", async () => {
    const id = await submit();
    expect(await retryMails(staff, [id, "0190c3a1-1111-7222-8333-0123456789ab"])).toBe(0);
    await db.mail.update({ where: { id }, data: { status: "failed", lastError: "SMTP 451" } });
    expect((await Promise.all([retryMails(staff, [id]), retryMails(staff, [id])])).toSorted()).toEqual([0, 1]);
    startWorker();
    await eventually(async () => expect((await stateOf(id)).status).toBe("sent"));
    expect(await retryMails(staff, [id])).toBe(0);
    expect(taken).toBe(1);
  });
});

describe("a report that came back", () => {
  test("marks a sent mail as refused with its code, once, and staff see it", async () => {
    const id = await submit();
    startWorker();
    await eventually(async () => expect((await stateOf(id)).status).toBe("sent"));
    expect([await bounce(id, "DSN 5.1.1"), await bounce(id, "DSN 5.1.1")]).toEqual([true, true]);
    expect(await stateOf(id)).toMatchObject({ status: "bounced", lastError: "DSN 5.1.1" });
    expect((await listUndelivered(staff)).mails).toMatchObject([{ id, state: "bounced" }]);
    expect(await db.auditEvent.count({ where: { subjectId: id, action: "mail.bounced", actorName: "bounces" } })).toBe(
      1,
    );
    expect(await bounce("0190c3a1-1111-7222-8333-0123456789ab", "DSN 5.1.1")).toBe(false);
  });

  test("cannot put a server's words into the database", async () => {
    const id = await submit();
    await expect(bounce(id, "550 ana@example.org unknown")).rejects.toThrow("Mail_error_is_a_code");
  });
});

describe("a mail that nobody will try", () => {
  const abandoned = () => written.filter((line) => line.includes("mail.abandoned"));
  const old = (id: string) =>
    db.mail.update({ where: { id }, data: { createdAt: new Date(Date.now() - 11 * 60_000) } });

  test("because the worker was killed in the last try, or its job is gone, is given up, and staff can have it tried", async () => {
    const [killed, lost, waits, held] = [await submit(), await submit(), await submit(), await submit()];
    for (const id of [killed, lost, waits, held]) await old(id);
    await setAttempts(killed, 12);
    await setAttempts(waits, 11);
    await setAttempts(held, 12);
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'x' WHERE key = ${`mail:${held}`}`;
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE key = ${`mail:${lost}`}`;
    const look = mailWatch();
    await look();
    await look();
    expect(abandoned()).toHaveLength(1);
    expect(JSON.parse(abandoned()[0]!)).toMatchObject({ level: "error", count: 2 });
    for (const id of [killed, lost])
      expect(await stateOf(id)).toMatchObject({ status: "failed", lastError: "EUNKNOWN" });
    for (const id of [waits, held]) expect(await stateOf(id)).toMatchObject({ status: "queued" });
    expect(await retryMails(staff, [killed, lost])).toBe(2);
    startWorker();
    await eventually(async () => expect((await stateOf(lost)).status).toBe("sent"));
    await eventually(async () => expect((await stateOf(killed)).status).toBe("sent"));
  });
});

test("a worker that cannot note that a job is done, because the database is away, does not end: it begins again", async () => {
  const refuse = `CREATE OR REPLACE FUNCTION refuse_note() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'terminating connection' USING ERRCODE = '57P01'; END $$`;
  const [first, second] = [await submit(), await submit()];
  await setAttempts(second, 0);
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() + interval '1 hour' WHERE key = ${`mail:${second}`}`;
  await db.$executeRawUnsafe(refuse);
  await db.$executeRawUnsafe(
    "CREATE TRIGGER refuse_note BEFORE DELETE ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION refuse_note()",
  );
  startWorker();
  await eventually(async () => expect((await stateOf(first)).status).toBe("sent"));
  await eventually(() => expect(written.join("").split("worker.started").length).toBeGreaterThan(2));
  await db.$executeRawUnsafe("DROP TRIGGER refuse_note ON graphile_worker._private_jobs");
  await setAttempts(second, 0);
  await eventually(async () => expect((await stateOf(second)).status).toBe("sent"));
});

describe("a mail that waits too long", () => {
  const age = (id: string, minutes: number) =>
    db.mail.update({ where: { id }, data: { createdAt: new Date(Date.now() - minutes * 60_000) } });

  test("is told after a quarter of an hour, in the log once, in the figures, and to staff on every page", async () => {
    const id = await submit();
    const look = mailWatch();
    await age(id, 14);
    written.length = 0;
    await look();
    expect([await findMailDelay(), written]).toEqual([null, []]);
    expect(await readMetrics()).toContain("mails_delayed 0");

    await age(id, 16);
    await look();
    await look();
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0]!)).toMatchObject({
      level: "error",
      event: "mail.undelivered",
      count: 1,
      oldestMinutes: 16,
    });
    expect(await findMailDelay()).toMatchObject({ count: 1 });
    const figures = await readMetrics();
    expect(figures).toContain("mails_delayed 1");
    expect(Number(/^mail_oldest_queued_seconds (.+)$/m.exec(figures)?.[1])).toBeGreaterThan(950);
  });

  test("is told too when it was given up, for three days", async () => {
    refusal = { responseCode: 451 };
    const id = await submit();
    await giveUp(id);
    await age(id, 16);
    expect(await findMailDelay()).toMatchObject({ count: 1 });
    await age(id, 3 * 24 * 60 + 1);
    expect(await findMailDelay()).toBeNull();
    expect((await listUndelivered(staff)).total).toBe(1);
  });

  test("and then leaves is told too", async () => {
    const id = await submit();
    await age(id, 20);
    startWorker(mailWatch());
    await eventually(() => expect(written.join("")).toContain("mail.undelivered"));
    await eventually(async () => expect((await stateOf(id)).status).toBe("sent"));
    expect(await findMailDelay()).toBeNull();
  });
});
