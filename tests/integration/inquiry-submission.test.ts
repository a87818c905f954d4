import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { currentConsent } from "@/lib/inquiries/consent";
import type { FormSender } from "@/lib/audit/actor";
import { submitInquiry, type Submission } from "@/lib/inquiries/mutations";
import { findKeptInquiry, findSameInquiry, findSent } from "@/lib/inquiries/queries";
import type { InquiryInput } from "@/lib/inquiries/schema";
import { openPerson } from "@/lib/inquiries/sealed";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import { testDatabase } from "../support/database";

testDatabase();
beforeEach(async () => {
  await db.inquiry.deleteMany();
  await db.rateLimit.deleteMany();
});

type Sent = Submission & FormSender;
const submit = ({ formRandom, ...sent }: Sent) => submitInquiry({ formRandom }, sent);

let forms = 0;
const ana: InquiryInput = {
  name: "Ana Quetzal",
  email: "ana.quetzal@example.org",
  phone: "+12135550123",
  message: "Looking for methadone near Boyle Heights",
  consent: true,
};

function submission(changes: Partial<InquiryInput> = {}, rest: Partial<Submission> = {}): Sent {
  forms += 1;
  const input = { ...ana, ...changes };
  return { input, locale: "en", consent: currentConsent("en"), formRandom: `form ${forms}`, spam: "clear", ...rest };
}

const jobKeys = () => db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs ORDER BY key`;

describe("one transaction", () => {
  test("an inquiry is kept with its consent, its mails and a job for each, even where no worker ever ran", async () => {
    const before = Date.now();
    const { reference } = await submit(submission());
    const kept = await db.inquiry.findUniqueOrThrow({
      where: { reference },
      include: { consents: { include: { wording: true } }, mails: true },
    });
    expect(kept).toMatchObject({ status: "new", version: 1, locale: "en", suspectedSpam: false });
    expect(openPerson(kept.id, kept)).toEqual({
      name: ana.name,
      email: ana.email,
      phone: ana.phone,
      message: ana.message,
    });
    const [consent] = kept.consents;
    expect(kept.consents).toMatchObject([
      {
        wording: { text: "I give permission to Best Heroin Rehab to reach out to firms on my behalf." },
        textVersion: "2026-11-22.1",
        locale: "en",
        scope: "any_listed",
        mayShare: ["needs"],
        endedAt: null,
      },
    ]);
    expect(consent!.givenAt.getTime()).toBeGreaterThanOrEqual(before);
    expect(consent!.expiresAt.getTime() - consent!.givenAt.getTime()).toBe(90 * 24 * 3600 * 1000);
    expect(new Set(kept.mails.map(({ kind, status }) => `${kind} ${status}`))).toEqual(
      new Set(["acknowledgement queued", "team_notice queued"]),
    );
    const keys = (await jobKeys()).map(({ key }) => key);
    for (const mail of kept.mails) expect(keys).toContain(`mail:${mail.id}`);
  });

  test("where the job cannot be queued, nothing is kept and the sender is not told that it was", async () => {
    await ensureQueue();
    await db.$executeRaw`ALTER FUNCTION graphile_worker.add_job RENAME TO add_job_away`;
    try {
      await expect(submit(submission())).rejects.toThrow("add_job");
      expect([await db.inquiry.count(), await db.consent.count(), await db.mail.count()]).toEqual([0, 0, 0]);
    } finally {
      await db.$executeRaw`ALTER FUNCTION graphile_worker.add_job_away RENAME TO add_job`;
    }
  });

  test("a person without an e-mail address gets no mail", async () => {
    const { reference } = await submit(submission({ email: undefined }));
    expect(await findKeptInquiry(reference)).toEqual({ reference, confirmation: null });
  });
});

describe("sent again", () => {
  test("twenty sends of one form at the same moment are one inquiry with one reference", async () => {
    const same = submission();
    const sent = await Promise.all(Array.from({ length: 20 }, () => submit(same)));
    expect(new Set(sent.map(({ reference }) => reference)).size).toBe(1);
    expect([await db.inquiry.count(), await db.mail.count()]).toEqual([1, 2]);
  });

  test("whoever asks for what a form sent, while it is just being kept, is told of their own inquiry or of none", async () => {
    const { formRandom, ...same } = submission();
    const sender = { formRandom };
    const kept = submitInquiry(sender, same);
    const answers: Awaited<ReturnType<typeof findSent>>[] = [];
    const ask = async () => {
      while (answers.filter((answer) => "reference" in answer).length < 8) answers.push(await findSent(sender, same));
    };
    await Promise.all([ask(), ask(), ask(), ask()]);
    const own = await kept;
    expect(own.isOwn).toBe(true);
    expect(answers.filter((answer) => "reference" in answer)).toContainEqual(own);
    expect(answers.filter((answer) => "reference" in answer && !answer.isOwn)).toEqual([]);
  });

  test("one form with other content is another inquiry", async () => {
    const first = submission();
    const second = { ...first, input: { ...ana, message: "And for my brother" } };
    const references = [await submit(first), await submit(second)].map(({ reference }) => reference);
    expect(new Set(references).size).toBe(2);
  });

  test("one form sent again once its consent has ended is a new inquiry with a new consent, and that is one", async () => {
    const same = submission();
    const first = await submit(same);
    for (const ending of ["withdrawn", "narrowed"] as const) {
      await db.consent.updateMany({ where: { endedAt: null }, data: { ending, endedAt: new Date() } });
      const sent = await Promise.all([submit(same), submit(same), submit(same)]);
      expect(new Set(sent.map(({ reference }) => reference)).size).toBe(1);
      expect(sent[0]).not.toEqual(first);
      expect(await db.consent.count({ where: { endedAt: null } })).toBe(1);
    }
    expect(await db.inquiry.count()).toBe(3);
  });

  test("the same content from a newly rendered form is recognised for an hour, other content is not", async () => {
    const { reference } = await submit(submission());
    expect(await findSameInquiry({ input: ana })).toBe(reference);
    expect(await findSameInquiry({ input: { ...ana, message: "Other words" } })).toBeNull();
    expect(await findSameInquiry({ input: { ...ana, phone: undefined } })).toBeNull();
    await db.inquiry.updateMany({ data: { createdAt: new Date(Date.now() - 61 * 60 * 1000) } });
    expect(await findSameInquiry({ input: ana })).toBeNull();
  });
});

test("an inquiry that no longer opens does not keep its sender from writing again", async () => {
  const first = await submit(submission());
  await db.inquiry.updateMany({ data: { message: "v1.lost.AAAA.AAAA" } });
  expect(await findSameInquiry({ input: ana })).toBeNull();
  expect(await submit(submission())).not.toEqual(first);
  expect(await db.inquiry.count()).toBe(2);
});

describe("suspected spam", () => {
  test.each(["suspected", "certain"] as const)(
    "(%s) is kept in quarantine with a mail to the team, and sends nothing to the email it names",
    async (spam) => {
      const { reference } = await submit(submission({}, { spam }));
      const kept = await db.inquiry.findUniqueOrThrow({ where: { reference }, include: { mails: true } });
      expect([kept.suspectedSpam, kept.mails.map(({ kind }) => kind)]).toEqual([true, ["team_notice"]]);
    },
  );
});

describe("at rest", () => {
  beforeAll(() => ensureQueue());

  test("no table of any schema holds a word the person wrote, nor their contact", async () => {
    await submit(submission());
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
    const rows = await Promise.all(
      tables.map(({ name }) => db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} AS t`)),
    );
    const dump = rows.flat().map(({ row }) => row);
    expect(tables.map(({ name }) => name)).toContain('public."Inquiry"');
    expect(dump.some((row) => row.includes("BHR-"))).toBe(true);
    for (const word of ["Quetzal", "ana.quetzal", "example.org", "2135550123", "methadone", "Boyle"]) {
      expect(dump.filter((row) => row.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    }
  });

  test("a value moved into another row does not open", async () => {
    const { reference } = await submit(submission());
    const other = await submit(submission({ message: "Other words" }));
    const [one, two] = await Promise.all(
      [reference, other.reference].map((each) => db.inquiry.findUniqueOrThrow({ where: { reference: each } })),
    );
    expect(() => openPerson(one!.id, { ...one!, message: two!.message })).toThrow("altered or belongs to another cell");
  });

  test.each(["en", "es"] as const)("the sentence we ask in %s is the one the database holds", async (locale) => {
    const { version, text } = currentConsent(locale);
    expect(await db.consentText.findMany({ where: { version, locale } })).toEqual([{ version, locale, text }]);
  });
});
