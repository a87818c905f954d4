import { setTimeout as pause } from "node:timers/promises";
import { simpleParser, type ParsedMail } from "mailparser";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { currentConsent } from "@/lib/inquiries/consent";
import { submitInquiry, type Submission } from "@/lib/inquiries/mutations";
import { findKeptInquiry } from "@/lib/inquiries/queries";
import { db } from "@/lib/server/db";
import { saveSetting } from "@/lib/settings/mutations";
import { formatMoment } from "@/lib/shared/dates";
import { startSmtp } from "../../scripts/mailbox/smtp";
import { formSender } from "../support/actors";
import { eventually } from "../support/eventually";
import { testDatabase } from "../support/database";
import { tasksOfMails } from "../support/mail-tasks";
import { startWorking } from "../support/working";

const received: ParsedMail[] = [];
/** Each mail as it came over the wire. */
const sources: string[] = [];
/** What the server answers instead of taking a mail. */
let refuse: (mail: ParsedMail) => Error | undefined = () => undefined;
let mailServer: Awaited<ReturnType<typeof startSmtp>>;
let port = 0;
const written: string[] = [];
let output: { mockRestore: () => void };

testDatabase();

beforeAll(async () => {
  await startMailServer();
  Object.assign(process.env, {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_TO: "Team <team@example.com>, second@example.com",
    LOG_LEVEL: "debug",
    // Ten seconds' pause is a tenth of one.
    RETRY_PAUSE_SCALE: "0.01",
  });
  await saveSetting(system("seed"), "crisisNumbers", crisisNumbers, "2026-11-22");
  await saveSetting(system("seed"), "teamContact", { email: "hello@example.com", phone: null }, "2026-11-22");
  await saveSetting(system("seed"), "footerCredits", { crafted: "A", polished: "B", evaluated: "C" }, "2026-11-22");
  return () => mailServer.stop();
});

beforeEach(async () => {
  output = vi.spyOn(process.stdout, "write").mockImplementation((line) => written.push(String(line)) > 0);
  await db.inquiry.deleteMany();
  await db.rateLimit.deleteMany();
  received.length = 0;
  sources.length = 0;
  written.length = 0;
  refuse = () => undefined;
});

let stopWorker = async () => {};
afterEach(async () => {
  await stopWorker();
  output.mockRestore();
});

const crisisNumbers = [
  { key: "emergency" as const, number: "911" },
  { key: "lifeline" as const, number: "988" },
  { key: "samhsa" as const, number: "1-800-662-4357" },
];

async function startMailServer() {
  mailServer = await startSmtp(port, async (source) => {
    const mail = await simpleParser(source);
    const refusal = refuse(mail);
    if (refusal) throw refusal;
    received.push(mail);
    sources.push(source.toString("latin1"));
  });
  port = mailServer.port;
}

function startWorker() {
  stopWorker = startWorking({ tasks: tasksOfMails });
}

let forms = 0;
function submit(rest: Partial<Submission> = {}) {
  forms += 1;
  return submitInquiry(formSender(), {
    input: {
      name: "Ana Quetzal",
      email: "ana.quetzal@example.org",
      phone: "+12135550123",
      message: "Looking for methadone near Boyle Heights",
      consent: true,
    },
    locale: "en",
    consent: currentConsent("en"),
    spam: "clear",
    ...rest,
  });
}

const statuses = async () =>
  (await db.mail.findMany({ select: { kind: true, status: true, attempts: true, lastError: true } })).toSorted(
    (one, other) => one.kind.localeCompare(other.kind),
  );
/** Waits for what a worker brings about, and lets it look for jobs as a new one does: idle, it looks once a second. */
const until = (isSo: () => Promise<unknown>) =>
  eventually(async () => {
    await db.$executeRaw`SELECT 1 FROM pg_notify('jobs:insert', '{"count":1}')`;
    await isSo();
  });
const allSent = () =>
  until(async () => expect((await statuses()).map(({ status }) => status)).toEqual(["sent", "sent"]));
const answer = (responseCode: number) => Object.assign(new Error("No, ana.quetzal@example.org"), { responseCode });
const emailsOf = (mail: ParsedMail) => [mail.to].flat().flatMap((to) => to?.value.map(({ address }) => address));
const toTeam = (mail: ParsedMail) => emailsOf(mail).includes("team@example.com");

describe("what is sent", () => {
  test("the team gets the reference and a link and nothing of the person; the person a confirmation", async () => {
    const { reference } = await submit();
    startWorker();
    await allSent();
    const { id } = await db.inquiry.findUniqueOrThrow({ where: { reference } });
    const notice = received.find(toTeam)!;
    const confirmation = received.find((mail) => !toTeam(mail))!;

    expect(emailsOf(notice)).toEqual(["team@example.com", "second@example.com"]);
    expect(notice.subject).toBe(`New inquiry ${reference}`);
    expect(notice.text).toContain(`http://localhost:3000/admin/inquiries/${id}`);
    expect(JSON.stringify(notice)).not.toMatch(/Ana|Quetzal|555.?0123|methadone|Boyle/);

    expect(emailsOf(confirmation)).toEqual(["ana.quetzal@example.org"]);
    expect(confirmation.replyTo?.value[0]?.address).toBe("hello@example.com");
    expect(confirmation.headers.get("auto-submitted")).toBe("auto-generated");
    expect(confirmation.text).toContain("1-800-662-4357");
    expect(confirmation.text).not.toMatch(/methadone|Boyle|555.?0123/);
    expect(confirmation.html).toContain(reference);
    expect(await findKeptInquiry(reference)).toEqual({ reference, confirmation: "usual" });
  });

  test("the last day of a consent is the one that the receipt names: that of Los Angeles", async () => {
    // Evening in Los Angeles, the next day in Greenwich.
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-20T05:30:00Z") });
    const { reference } = await submit().finally(() => vi.useRealTimers());
    const { consents } = await db.inquiry.findUniqueOrThrow({ where: { reference }, select: { consents: true } });
    const shown = formatMoment("en", consents[0]!.expiresAt);
    startWorker();
    await allSent();
    const [, written] = /ends on ([A-Z][a-z]+ \d+, \d+)/.exec(received.find((mail) => !toTeam(mail))!.text ?? "") ?? [];
    expect(Date.parse(written ?? "")).toBe(Date.parse(shown.replace(/, [^,]+$/, "")));
  });

  test("the person is answered in the language they wrote in", async () => {
    await submit({ locale: "es", consent: currentConsent("es") });
    startWorker();
    await allSent();
    expect(received.find((mail) => !toTeam(mail))!.subject).toMatch(/^Recibimos su mensaje/);
    expect(received.find(toTeam)!.subject).toMatch(/^New inquiry/);
  });

  test("every mail program can read it: both forms, in ASCII over the wire, in lines that any server passes on", async () => {
    await submit({ locale: "es", consent: currentConsent("es") });
    startWorker();
    await allSent();
    for (const source of sources) {
      // oxlint-disable-next-line no-control-regex
      expect(source).toMatch(/^[\x00-\x7F]*$/);
      // 998 is the longest line a server must pass on (RFC 5322).
      expect(source.split("\r\n").every((line) => line.length <= 998)).toBe(true);
      expect(source).toMatch(/multipart\/alternative[^]*text\/plain; charset=utf-8[^]*text\/html; charset=utf-8/i);
    }
    const confirmation = received.find((mail) => !toTeam(mail))!;
    expect(confirmation.text).toContain("número");
    expect(confirmation.html).toContain('<html lang="es">');
  });

  test("a sent mail is not sent again, whatever runs its job once more", async () => {
    await submit();
    startWorker();
    await allSent();
    const sent = await db.mail.findMany({ select: { id: true } });
    for (const { id } of sent) await tasksOfMails.sendInquiryMail!({ mailId: id }, { number: 1, isLast: false });
    expect(received).toHaveLength(2);
  });
});

describe("a mail server in trouble", () => {
  test("that is down loses nothing: the person is told the truth, and when it is back each mail goes out once", async () => {
    await mailServer.stop();
    const { reference } = await submit();
    startWorker();
    await until(async () => {
      expect((await statuses()).map(({ status, lastError }) => [status, lastError])).toEqual([
        ["queued", "ECONNECTION"],
        ["queued", "ECONNECTION"],
      ]);
    });
    expect(await findKeptInquiry(reference)).toEqual({ reference, confirmation: "usual" });
    await startMailServer();
    await allSent();
    const mails = (await db.mail.findMany({ select: { id: true } })).map(({ id }) => id);
    const keys = mails.map((id) => `mail:${id}`);
    // No job is left that could send one again.
    const jobs = () => db.$queryRaw`SELECT 1 FROM graphile_worker._private_jobs WHERE key = ANY(${keys})`;
    await until(async () => expect(await jobs()).toEqual([]));
    expect(received).toHaveLength(2);
    const ids = mails.map((id) => `<${id}@localhost>`);
    expect(new Set(received.map(({ messageId }) => messageId))).toEqual(new Set(ids));
  });

  test("that is busy (451) is asked again, with the same Message-ID", async () => {
    const asked: (string | undefined)[] = [];
    let isBusy = true;
    refuse = (mail) => {
      asked.push(mail.messageId);
      return isBusy ? answer(451) : undefined;
    };
    await submit({ spam: "certain" });
    startWorker();
    await until(async () => {
      expect(asked.length).toBeGreaterThanOrEqual(2);
      expect(await statuses()).toMatchObject([{ status: "queued", lastError: "SMTP 451" }]);
    });
    isBusy = false;
    await until(async () => expect(await statuses()).toMatchObject([{ status: "sent", lastError: null }]));
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(new Set(asked).size).toBe(1);
  });

  test("that refuses a person's email for good (550) is not asked again, and they are told", async () => {
    refuse = (mail) => (toTeam(mail) ? undefined : answer(550));
    const { reference } = await submit();
    startWorker();
    await until(async () => {
      expect(await statuses()).toEqual([
        { kind: "acknowledgement", status: "bounced", attempts: 1, lastError: "SMTP 550" },
        { kind: "team_notice", status: "sent", attempts: 1, lastError: null },
      ]);
    });
    expect(await findKeptInquiry(reference)).toEqual({ reference, confirmation: "bounced" });
  });

  test("is given up after the last try, and a team's mail then shows as failed", async () => {
    refuse = () => answer(550);
    await submit({ spam: "certain" });
    const { id } = await db.mail.findFirstOrThrow({ select: { id: true } });
    const lastTry = tasksOfMails.sendInquiryMail!({ mailId: id }, { number: 12, isLast: true });
    await expect(lastTry).rejects.toThrow("SMTP 550");
    expect(await statuses()).toMatchObject([{ status: "failed", lastError: "SMTP 550" }]);
  });
});

describe("the worker", () => {
  test("lives through a database that drops every connection", async () => {
    startWorker();
    await eventually(async () => expect(await db.workerHeartbeat.count()).toBe(1));
    const drop = () =>
      db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                   WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    for (let times = 0; times < 3; times += 1) {
      await drop();
      await pause(200);
    }
    await submit();
    await allSent();
    expect(received).toHaveLength(2);
  });

  test("frees what a killed worker held, once that cannot be at work any more", async () => {
    await submit();
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'dead', locked_at = now() - interval '4 minutes'`;
    startWorker();
    await allSent();
    expect(received).toHaveLength(2);
  });
});

test("nothing written to the log, nor kept by the queue, says who the person is", async () => {
  refuse = () => answer(550);
  await submit();
  startWorker();
  await eventually(async () => expect((await statuses()).every(({ attempts }) => attempts > 0)).toBe(true));
  await stopWorker();
  const kept = await db.$queryRaw<{ job: string }[]>`SELECT j::text AS job FROM graphile_worker._private_jobs AS j`;
  const said = [...written, ...kept.map(({ job }) => job)].join("\n");
  expect(said).toContain("mail.bounced");
  expect(said).toContain("SMTP 550");
  expect(said).not.toMatch(/quetzal|example\.org|2135550123|methadone|boyle/i);
});
