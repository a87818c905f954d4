// A rotation of both rings, from the first start with new keys to the last with the old ones gone, while people are in
// the middle of things: they notice nothing.
import { randomUUID } from "node:crypto";
import { simpleParser, type ParsedMail } from "mailparser";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { startSmtp } from "../../scripts/mailbox/smtp";
import { runCommand } from "../support/command";
import { testDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { patience } from "../support/patience.mjs";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

// Whole commands run here.
vi.setConfig({ testTimeout: patience(120_000) });
testDatabase();

const OLD = { APP_SECRET: testEnvironment.APP_SECRET, ENCRYPTION_KEYS: testEnvironment.ENCRYPTION_KEYS };
const NEW = {
  APP_SECRET: "s2:this is another secret of 32 or more",
  ENCRYPTION_KEYS: "k2:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=",
};
const BOTH = {
  APP_SECRET: `${NEW.APP_SECRET},s1:${OLD.APP_SECRET}`,
  ENCRYPTION_KEYS: `${NEW.ENCRYPTION_KEYS},${OLD.ENCRYPTION_KEYS}`,
};
const ADMINISTRATOR = { email: "admin@example.org", password: "correct horse battery" };
const DAY_MS = 24 * 60 * 60 * 1000;

const received: ParsedMail[] = [];
beforeAll(async () => {
  const server = await startSmtp(0, async (source) => void received.push(await simpleParser(source)));
  process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}`;
  return () => server.stop();
});

async function staffCookie(): Promise<string | undefined> {
  const { cookies } = await import("next/headers");
  return (await cookies()).get("staff")?.value;
}

afterEach(async () => {
  const { db } = await import("@/lib/server/db");
  await db.inquiry.deleteMany();
  await db.correction.deleteMany();
  await db.keyFingerprint.deleteMany();
});

/** Starts site and worker anew with these keys. The browsers of staff stay as they are. */
async function start(settings: typeof OLD) {
  const cookie = await staffCookie();
  Object.assign(process.env, settings);
  vi.resetModules();
  const [{ admitKeys }, session, keys, inquiryForms, support, inquiries, admin, receipts, mails, corrections, db] =
    await Promise.all([
      import("@/lib/keys/jobs"),
      import("@/lib/staff/session"),
      import("@/lib/staff/staff-form-key"),
      import("@/lib/inquiries/inquiry-form-key"),
      import("../support/inquiry"),
      import("@/lib/inquiries/queries"),
      import("@/lib/inquiries/admin-queries"),
      import("@/lib/receipts/queries"),
      import("../support/mail-tasks"),
      import("@/lib/corrections/mutations"),
      import("@/lib/server/db"),
    ]);
  if (cookie !== undefined) (await import("next/headers").then(({ cookies }) => cookies())).set("staff", cookie);
  expect(await admitKeys()).toEqual([]);
  return {
    ...session,
    ...keys,
    ...support,
    ...inquiries,
    ...admin,
    ...receipts,
    ...mails,
    ...corrections,
    ...db,
    newInquiryForm: inquiryForms.newFormKey,
    readInquiryForm: inquiryForms.readFormKey,
  };
}
type House = Awaited<ReturnType<typeof start>>;

const ana = { name: "Ana", email: "ana@example.org", phone: "+12135550123", message: "help", consent: true as const };
const wrong = { wrong: "Dead phone", right: "213", evidence: undefined, email: undefined };
const report = { ...wrong, topic: "contact", grounds: "asked_them" } as const;

test("staff, people with a form, a receipt or a mail on its way notice nothing of a rotation", async () => {
  const before = await start(OLD);
  await settle(before);
  const people = await inTheMiddle(before);
  await noticeNothing(await start(BOTH), people);

  const said = await runCommand("scripts/reencrypt.ts", [], { ...BOTH, DATABASE_URL: process.env.DATABASE_URL ?? "" });
  expect(said).toMatchObject({ code: 0, errors: "" });
  expect(said.output).toMatch(/ENCRYPTION_KEYS: k2 is the newest; may be removed: test\n/);
  expect(said.output).toMatch(/APP_SECRET: s2 is the newest; may be removed: s1\n/);
  expect(said.output).toMatch(
    /Older backups need what you remove .* until \d{4}-\d\d-\d\d \d\d:\d\d UTC \(BACKUP_KEEP_DAYS: 30\)/,
  );
  await noticeNothing(await start(BOTH), people);

  // The member has pressed a button since, as in every week: the browser has a cookie that the new secret signed.
  await pressButton(await start(BOTH));
  const after = await start(NEW);
  expect(await after.currentStaff()).toMatchObject({ email: ADMINISTRATOR.email });
  await peopleAreKnown(after, people);
  // Forms that the dropped secret signed are none of ours any more, and are treated as those always were.
  expect(after.readInquiryForm(people.form)).toBeNull();
  expect(after.openedBy(people.press)).toBeNull();
});

test("a mail that was written before a rotation has the right link when it leaves after it", async () => {
  const before = await start(OLD);
  const { id, reference } = await before.newInquiry({ input: { ...ana, email: "later@example.org" } });
  const token = await before.receiptTokenOf(reference);
  for (const settings of [BOTH, NEW] as const) {
    const house = await start(settings);
    received.length = 0;
    const mail = await house.db.mail.findFirstOrThrow({ where: { inquiryId: id, kind: "acknowledgement" } });
    await house.db.mail.update({ where: { id: mail.id }, data: { status: "queued", sentAt: null } });
    await Object.values(house.tasksOfMails)[0]!({ mailId: mail.id }, { number: 1, isLast: false });
    expect(received.map(({ text }) => text?.includes(`/inquiry/${token}`))).toEqual([true]);
    if (settings === BOTH)
      await runCommand("scripts/reencrypt.ts", [], { ...BOTH, DATABASE_URL: process.env.DATABASE_URL ?? "" });
  }
});

async function settle({ db }: House): Promise<void> {
  const { seedSettings } = await import("@/prisma/seed/settings");
  const { system } = await import("@/lib/audit/actor");
  const { ensureFirstAdministrator } = await import("@/lib/staff/mutations");
  await seedSettings();
  await ensureFirstAdministrator(system("administrator"), ADMINISTRATOR);
  expect(await db.staffMember.count()).toBe(1);
  const { signInAction } = await import("@/lib/staff/actions");
  const { formOf, outcomeOf } = await import("../support/staff-request");
  expect(await outcomeOf(() => signInAction(null, formOf({ ...ADMINISTRATOR, next: "/admin" })))).toEqual({
    redirect: "/admin",
  });
}

/** What people have open or underway at the moment of the rotation. */
async function inTheMiddle(house: House) {
  const staff = await house.currentStaff();
  const press = new FormData();
  press.set(house.KEY_FIELD, house.newStaffKey({ staffId: staff?.staffId ?? "" }));
  press.set(house.NAME_FIELD, "note");
  press.set("text", "Called back");
  const form = house.newInquiryForm("2026-11-22.1", Date.now() - DAY_MS);
  const sent = { input: ana, formRandom: house.readInquiryForm(form)?.random ?? "" };
  const { reference } = await house.newInquiry(sent);
  // Older than the time in which the same words are one inquiry: only the form can know it.
  await house.db
    .$executeRaw`UPDATE "Inquiry" SET "createdAt" = now() - interval '2 days' WHERE "reference" = ${reference}`;
  const listingId = await house.newListing();
  const correction = { input: report, listingId, locale: "en", spam: "clear" } as const;
  const reported = await house.reportCorrection({ formRandom: randomUUID() }, correction);
  const token = await house.receiptTokenOf(reference);
  const [act, password] = [house.actOf(press), house.passwordFor(press)];
  return { staffId: staff?.staffId, press, act, password, form, sent, reference, token, correction, reported };
}
type People = Awaited<ReturnType<typeof inTheMiddle>>;

async function noticeNothing(house: House, people: People): Promise<void> {
  expect(await house.currentStaff()).toMatchObject({ staffId: people.staffId });
  // The button was pressed before, and is pressed again: one act, and the password that it showed.
  expect(house.openedBy(people.press)).toMatchObject({ staffId: people.staffId, name: "note" });
  expect([house.actOf(people.press), house.passwordFor(people.press)]).toEqual([people.act, people.password]);
  // The form is still ours, and its second send is no second inquiry.
  expect(house.readInquiryForm(people.form)).toMatchObject({ random: people.sent.formRandom });
  expect(await house.newInquiry(people.sent)).toMatchObject({ reference: people.reference });
  await peopleAreKnown(house, people);
}

/** By what is stored of them. */
async function peopleAreKnown(house: House, { token, reference, correction, reported }: People): Promise<void> {
  expect(await house.findReceipt(token)).toMatchObject({ state: "open", receipt: { reference } });
  expect(await house.reportCorrection({ formRandom: randomUUID() }, correction)).toEqual(reported);
  const staff = (await house.currentStaff())!;
  for (const sought of ["ANA@example.org", "(213) 555-0123"])
    expect((await house.findInquiriesBy(staff, sought, [])).map((row) => row.reference)).toEqual([reference]);
  const { id } = await house.db.inquiry.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  expect(await house.viewInquiry(staff, id)).toMatchObject({ name: "Ana", email: "ana@example.org", message: "help" });
}

async function pressButton({ requireStaff }: House): Promise<void> {
  const before = await staffCookie();
  await requireStaff("admin", new FormData());
  expect(await staffCookie()).not.toBe(before);
}
