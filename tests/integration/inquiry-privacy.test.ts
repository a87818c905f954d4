// A marked person's words, looked for in every output but the two that are for them: what staff open, and their own form.
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { submitInquiryAction } from "@/lib/inquiries/actions";
import { newFormKey } from "@/lib/inquiries/inquiry-form-key";
import { encrypt } from "@/lib/server/crypto";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import { startSmtp } from "../../scripts/mailbox/smtp";
import { patience } from "../support/patience.mjs";
import { eventually } from "../support/eventually";
import { testDatabase } from "../support/database";
import { dump } from "../support/dump";
import { METRICS_TOKEN, readMetrics } from "../support/metrics";
import { formsOf, marked, tracesIn } from "../support/traces";
import { tasksOfMails } from "../support/mail-tasks";
import { startWorking } from "../support/working";

vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve({ get: () => undefined, set: () => undefined }),
  headers: () => Promise.resolve(new Headers({ "x-socket-ip": "203.0.113.87" })),
}));

testDatabase();

const written: string[] = [];
let answer: { responseCode: number } | undefined;

beforeAll(async () => {
  const server = await startSmtp(0, async (source) => {
    // A server that quotes whom it refuses.
    if (answer) throw Object.assign(new Error(`No <${marked.email}> ${source.toString("utf8")}`), answer);
  });
  Object.assign(process.env, {
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    LOG_LEVEL: "debug",
    METRICS_TOKEN,
    RETRY_PAUSE_SCALE: "0.001",
  });
  await ensureQueue();
  for (const [key, value] of Object.entries(SETTINGS))
    await db.setting.create({ data: { key, value, checkedOn: new Date("2026-11-22") } });
  return () => server.stop();
});

const SETTINGS = {
  crisisNumbers: [
    { key: "emergency", number: "911" },
    { key: "lifeline", number: "988" },
    { key: "samhsa", number: "1-800-662-4357" },
  ],
  teamContact: { email: "hello@example.com", phone: null },
  footerCredits: { crafted: "A", polished: "B", evaluated: "C" },
};

beforeEach(async () => {
  const output = vi.spyOn(process.stdout, "write").mockImplementation((line) => written.push(String(line)) > 0);
  const errors = vi.spyOn(process.stderr, "write").mockImplementation((line) => written.push(String(line)) > 0);
  return () => {
    output.mockRestore();
    errors.mockRestore();
  };
});

async function send(changes: Record<string, string> = {}): Promise<string> {
  const form = new FormData();
  const fields = {
    ...marked,
    consent: "on",
    locale: "en",
    form: newFormKey("2026-11-22.1", Date.now() - 60_000),
  };
  for (const [name, value] of Object.entries({ ...fields, ...changes })) form.set(name, value);
  try {
    return JSON.stringify(await submitInquiryAction({ status: "idle" }, form));
  } catch (error) {
    return String((error as { digest?: string }).digest);
  }
}

async function work(until: () => Promise<void>): Promise<void> {
  const stop = startWorking({ tasks: tasksOfMails });
  await eventually(async () => {
    // As a new job does; by itself an idle worker looks once a second.
    await db.$executeRaw`SELECT 1 FROM pg_notify('jobs:insert', '{"count":1}')`;
    await until();
  });
  await stop();
}

const mails = () => db.mail.findMany({ select: { status: true, attempts: true } });

describe("what a marked person sends", () => {
  test(
    "is in no dump, log, metric, job, URL or error, whether all goes well or everything fails",
    async () => {
      // All goes well.
      const leadsTo = await send();
      expect(leadsTo).toContain("/contact/thank-you?reference=BHR-");
      await work(async () => expect((await mails()).map(({ status }) => status)).toEqual(["sent", "sent"]));

      // The mail server refuses and quotes.
      answer = { responseCode: 451 };
      await send({ message: `${marked.message} 2` });
      await work(async () => expect((await mails()).filter(({ attempts }) => attempts >= 3)).toHaveLength(2));
      const jobs = await db.$queryRaw<{ job: string }[]>`SELECT j::text AS job FROM graphile_worker._private_jobs AS j`;
      expect(jobs).toHaveLength(2);
      answer = { responseCode: 550 };
      await send({ message: `${marked.message} 3` });
      await work(async () =>
        expect((await mails()).filter(({ status }) => status === "bounced").length).toBeGreaterThan(0),
      );

      // What is stored does not open.
      await db.inquiry.updateMany({ data: { email: encrypt("x", { model: "Other", column: "x", row: "x" }) } });
      await send({ message: `${marked.message} 4` });

      // The database refuses, in the middle and from the start.
      for (const table of ["Mail", "Inquiry"]) {
        await db.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "Away"`);
        expect(await send({ message: `${marked.message} ${table}` })).toContain('"code":"unavailable"');
        await db.$executeRawUnsafe(`ALTER TABLE "Away" RENAME TO "${table}"`);
      }

      const log = written.join("");
      for (const event of ["inquiry.received", "mail.sent", "mail.delayed", "mail.bounced", "inquiry.not_taken"])
        expect(log).toContain(event);
      expect({
        url: tracesIn(leadsTo),
        log: tracesIn(log),
        dump: tracesIn(await dump()),
        metrics: tracesIn(await readMetrics()),
      }).toEqual({ url: [], log: [], dump: [], metrics: [] });
    },
    patience(60_000),
  );

  test("would be found, in whatever form it were there", async () => {
    for (const form of formsOf("Xochiquetzal"))
      expect(tracesIn(Buffer.concat([Buffer.from("a?"), form]))).not.toEqual([]);
    for (const before of ["", "a", "ab", "abc"]) {
      const text = Buffer.from(`${before}${marked.message} and more`);
      expect(tracesIn(text.toString("base64"))).not.toEqual([]);
      expect(tracesIn(text.toString("base64url"))).not.toEqual([]);
      expect(tracesIn(`\\x${text.toString("hex")}`)).not.toEqual([]);
      expect(tracesIn(Buffer.from(text.toString(), "utf16le"))).not.toEqual([]);
    }
    expect(tracesIn(encodeURIComponent(marked.message))).not.toEqual([]);
    await db.setting.create({ data: { key: "leak", value: [marked.email], checkedOn: new Date() } });
    expect(tracesIn(await dump())).not.toEqual([]);
  });
});
