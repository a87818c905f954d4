// A mail's way when it does not arrive: its pauses, its end, who is told, and how it is tried again.
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as metrics } from "@/app/api/metrics/route";
import { currentConsent } from "@/lib/inquiries/consent";
import { inquiryTasks } from "@/lib/inquiries/jobs";
import { submitInquiry } from "@/lib/inquiries/mutations";
import { listUndelivered } from "@/lib/mails/admin-queries";
import { recordBounce, retryMails } from "@/lib/mails/mutations";
import { findMailDelay } from "@/lib/mails/queries";
import { mailWatch } from "@/lib/mails/watch";
import { db } from "@/lib/server/db";
import { runWorker } from "@/lib/server/queue";
import { saveSetting } from "@/lib/settings/mutations";
import type { StaffSession } from "@/lib/staff/types";
import { startSmtp } from "../../scripts/mailbox/smtp";
import { testDatabase } from "../support/database";

const staff = { staffId: "staff-1", name: "Sam", email: "sam@example.com", role: "outreach" } as StaffSession;
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
    METRICS_TOKEN: "a token that only tests know",
  });
  await saveSetting(
    "crisisNumbers",
    [
      { key: "emergency", number: "911" },
      { key: "lifeline", number: "988" },
      { key: "samhsa", number: "1-800-662-4357" },
    ],
    "2026-11-22",
  );
  await saveSetting("teamContact", { email: "hello@example.com", phone: null }, "2026-11-22");
  await saveSetting("footerCredits", { crafted: "A", polished: "B", evaluated: "C" }, "2026-11-22");
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
  const stopping = new AbortController();
  const running = runWorker({ signal: stopping.signal, tasks: inquiryTasks, ...(watch && { watch }) });
  stopWorker = async () => {
    stopping.abort();
    await running;
  };
}

let forms = 0;
/** One inquiry with one mail, to the team. */
async function submit(): Promise<string> {
  forms += 1;
  const { reference } = await submitInquiry({
    input: { name: "Ana", email: "ana@example.org", phone: undefined, message: `Form ${forms}`, consent: true },
    locale: "en",
    consent: currentConsent("en"),
    formRandom: `form ${forms}`,
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
  await vi.waitFor(async () => expect((await stateOf(id)).status).toBe("failed"), 10_000);
  await stopWorker();
}

describe("a failed try", () => {
  test.each([
    [0, 8, 12],
    [4, 4 * 60, 6 * 60],
    [9, 4.8 * 3600, 7.2 * 3600],
    [10, 8 * 3600, 12 * 3600],
  ])("after %i others is followed by another between %i and %i seconds later", async (before, least, most) => {
    refusal = { responseCode: 451 };
    const id = await submit();
    await setAttempts(id, before);
    startWorker();
    await vi.waitFor(async () => {
      const job = await jobOf(id);
      expect(job).toMatchObject({ attempts: before + 1, locked: false, payload: { mailId: id } });
      expect(job?.wait).toBeGreaterThan(least - 6);
      expect(job?.wait).toBeLessThan(most);
    }, 10_000);
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
    expect(await read()).toContain('mails{kind="team_notice",status="failed"} 1');
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
    await vi.waitFor(async () => expect(await stateOf(id)).toMatchObject({ status: "sent", lastError: null }), 10_000);
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
    await vi.waitFor(async () => expect((await stateOf(id)).status).toBe("sent"), 10_000);
    expect(await retryMails(staff, [id])).toBe(0);
    expect(taken).toBe(1);
  });
});

describe("a report that came back", () => {
  test("marks a sent mail as refused with its code, once, and staff see it", async () => {
    const id = await submit();
    startWorker();
    await vi.waitFor(async () => expect((await stateOf(id)).status).toBe("sent"), 10_000);
    expect([await recordBounce(id, "DSN 5.1.1"), await recordBounce(id, "DSN 5.1.1")]).toEqual([true, true]);
    expect(await stateOf(id)).toMatchObject({ status: "bounced", lastError: "DSN 5.1.1" });
    expect((await listUndelivered(staff)).mails).toMatchObject([{ id, state: "bounced" }]);
    expect(await db.auditEvent.count({ where: { subjectId: id, action: "mail.bounced", actorId: null } })).toBe(1);
    expect(await recordBounce("0190c3a1-1111-7222-8333-0123456789ab", "DSN 5.1.1")).toBe(false);
  });

  test("cannot put a server's words into the database", async () => {
    const id = await submit();
    await expect(recordBounce(id, "550 ana@example.org unknown")).rejects.toThrow("Mail_error_is_a_code");
  });
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
    expect(await read()).toContain("mails_delayed 0");

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
    const figures = await read();
    expect(figures).toContain("mails_delayed 1");
    expect(Number(/^mail_oldest_queued_seconds (.+)$/m.exec(figures)?.[1])).toBeGreaterThan(950);
  });

  test("and then leaves is told too", async () => {
    const id = await submit();
    await age(id, 20);
    startWorker(mailWatch());
    await vi.waitFor(() => expect(written.join("")).toContain("mail.undelivered"), 10_000);
    await vi.waitFor(async () => expect((await stateOf(id)).status).toBe("sent"), 10_000);
    expect(await findMailDelay()).toBeNull();
  });
});

describe("the metrics", () => {
  test.each([
    ["no token", {}],
    ["a wrong token", { authorization: "Bearer a token that only tests knew" }],
    ["a token that is no bearer's", { authorization: "Basic a token that only tests know" }],
  ])("are not for whoever sends %s", async (_, headers) => {
    const answer = await metrics(new Request("http://localhost/api/metrics", { headers }));
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain("mails");
  });

  test("say what this process uses, and when the database is away", async () => {
    await submit();
    expect(await read()).toMatch(
      /process_resident_memory_bytes \d+[^]*database_up 1[^]*inquiries\{status="new",quarantine="true"\} 1/,
    );
    await db.$executeRaw`ALTER TABLE "Mail" RENAME TO "MailAway"`;
    try {
      const figures = await read();
      expect(figures).toContain("database_up 0");
      expect(figures).toContain("process_resident_memory_bytes");
    } finally {
      await db.$executeRaw`ALTER TABLE "MailAway" RENAME TO "Mail"`;
    }
  });
});

async function read(): Promise<string> {
  const headers = { authorization: "Bearer a token that only tests know" };
  const answer = await metrics(new Request("http://localhost/api/metrics", { headers }));
  expect(answer.status).toBe(200);
  return answer.text();
}
