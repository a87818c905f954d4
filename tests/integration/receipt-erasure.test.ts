import { simpleParser, type ParsedMail } from "mailparser";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { addNote } from "@/lib/desk/mutations";
import { listInquiries, viewInquiry } from "@/lib/inquiries/admin-queries";
import { retryMails } from "@/lib/outreach/mutations";
import { noteOutcome, recordOutreach } from "@/lib/outreach/mutations";
import { eraseAction, narrowAction, withdrawAction } from "@/lib/receipts/actions";
import { eraseOwnInquiry } from "@/lib/receipts/mutations";
import { findReceipt } from "@/lib/receipts/queries";
import { receiptTokenOf } from "../support/inquiry";
import { db } from "@/lib/server/db";
import { startSmtp } from "../../scripts/mailbox/smtp";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newInquiry, newListing, outreachStaff as staff, receiptHolder } from "../support/inquiry";
import { tasksOfMails } from "../support/mail-tasks";
import { saveMailSettings } from "../support/mail-settings";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const received: ParsedMail[] = [];
let refusal: Error | undefined;
let place = "";
beforeAll(async () => {
  const server = await startSmtp(0, async (source) => {
    if (refusal) throw refusal;
    received.push(await simpleParser(source));
  });
  process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}`;
  await saveMailSettings();
  place = await newListing();
  return () => server.stop();
});
beforeEach(async () => {
  await db.rateLimit.deleteMany();
  received.length = 0;
  refusal = undefined;
});
afterEach(() => db.$executeRaw`DELETE FROM graphile_worker._private_jobs`);

const MARKED = { name: "Quetzal", email: "quetzal@example.org", phone: "+12135550199", message: "marked story" };

async function marked(rest: Parameters<typeof newInquiry>[0] = {}) {
  const { id, reference } = await newInquiry({ input: { ...MARKED, consent: true }, ...rest });
  return { id, reference, token: await receiptTokenOf(reference) };
}
const mailsOf = (inquiryId: string) =>
  db.mail.findMany({ where: { inquiryId }, select: { id: true, kind: true, status: true, address: true } });
const jobKeys = async () =>
  (await db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`).map(({ key }) => key);
const send = (mailId: string, attempt = { number: 1, isLast: false }) =>
  tasksOfMails.sendInquiryMail!({ mailId }, attempt);

describe("deleting everything", () => {
  test("leaves a tombstone: the reference, the times and the places, and nothing of the person", async () => {
    const { id, token, reference } = await marked();
    await addNote(await realStaff(), id, "a note about Quetzal");
    await recordOutreach(staff, { inquiryId: id, listingId: place, way: "call", shared: ["needs"] });
    expect(await eraseAction(token)).toBe("erased");
    const { createdAt, erasedAt, ...kept } = await db.inquiry.findUniqueOrThrow({ where: { id } });
    expect([createdAt, erasedAt]).toEqual([expect.any(Date), expect.any(Date)]);
    const nobody = { reference, name: null, email: null, phone: null, message: null, emailHash: null, phoneHash: null };
    const closed = {
      status: "done",
      mayAnswerSince: null,
      dueAt: null,
      assigneeId: null,
      idempotencyKey: `erased ${id}`,
    };
    expect(kept).toMatchObject({ ...nobody, ...closed });
    expect(await db.consent.findMany({ where: { inquiryId: id } })).toMatchObject([{ ending: "erased" }]);
    expect(await db.outreach.count({ where: { inquiryId: id, listingId: place } })).toBe(1);
    expect(await db.inquiryNote.count({ where: { inquiryId: id } })).toBe(0);
    expect(await recordOutreach(staff, { inquiryId: id, listingId: place, way: "call", shared: [] })).toEqual({
      status: "refused",
      code: "erased",
    });
  });

  async function realStaff() {
    const { password: _, ...member } = { email: "sam@example.com", name: "Sam", password: "correct horse battery" };
    const found = await db.staffMember.findUnique({ where: { email: member.email }, select: { id: true } });
    const id = found?.id ?? (await db.staffMember.create({ data: { id: "sam", ...member, role: "outreach" } })).id;
    return staffSession({ staffId: id, role: "outreach" });
  }

  test("takes every mail that waits, and its job, and confirms with one last mail in the person's language", async () => {
    const { id, token } = await marked({ locale: "es" });
    const waiting = (await mailsOf(id)).map((mail) => mail.id);
    expect(waiting).toHaveLength(2);
    await eraseAction(token);
    const [confirmation, ...others] = await mailsOf(id);
    expect(others).toEqual([]);
    expect(confirmation).toMatchObject({ kind: "erasure", status: "queued", address: expect.stringMatching(/^v1\./) });
    expect(await jobKeys()).toEqual([`mail:${confirmation!.id}`]);
    for (const mailId of waiting) await send(mailId);
    expect(received).toEqual([]);
    await send(confirmation!.id);
    expect(received).toHaveLength(1);
    const [mail] = received;
    expect([mail!.to].flat()[0]?.text).toBe(MARKED.email);
    expect(mail!.subject).toMatch(/^Borrado \(BHR-/);
    expect(mail!.text).not.toMatch(/Quetzal|marked story|2135550199/);
    expect(await mailsOf(id)).toMatchObject([{ status: "sent", address: null }]);
  });

  test.each([
    ["is given up after the last try", 451, { number: 12, isLast: true }],
    ["is refused for good", 550, { number: 1, isLast: false }],
  ])("forgets the email when the confirmation %s", async (_, responseCode, attempt) => {
    const { id, token } = await marked();
    await eraseAction(token);
    const [confirmation] = await mailsOf(id);
    refusal = Object.assign(new Error("No"), { responseCode });
    await send(confirmation!.id, attempt).catch(() => undefined);
    const [after] = await mailsOf(id);
    expect(after).toMatchObject({ address: null });
    expect(after!.status).not.toBe("queued");
    expect(await retryMails(staff, [confirmation!.id])).toBe(0);
  });

  test("leaves no word of the person in any column of any table once the confirmation has left", async () => {
    const { id, token } = await marked();
    const fingerprints = await db.inquiry.findUniqueOrThrow({ where: { id } });
    await eraseAction(token);
    for (const { id: mailId } of await mailsOf(id)) await send(mailId);
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
    const gone = [...Object.values(MARKED), fingerprints.emailHash!, fingerprints.phoneHash!, fingerprints.name!];
    for (const { name } of tables) {
      const rows = await db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} AS t`);
      for (const word of gone) expect(rows.filter(({ row }) => row.includes(word))).toEqual([]);
    }
  });

  test("is confirmed by the page alone when no email address was given, or none that we ever wrote to", async () => {
    const byPhone = await marked({ input: { ...MARKED, email: undefined, consent: true } });
    const stranger = await marked({ spam: "certain" });
    for (const { token, id } of [byPhone, stranger]) {
      await eraseAction(token);
      expect(await mailsOf(id)).toEqual([]);
      expect(await findReceipt(token)).toMatchObject({ state: "erased" });
    }
  });

  test("works when the key that sealed the person's words is lost", async () => {
    const { id, token } = await marked();
    await db.inquiry.update({ where: { id }, data: { email: "v1.lost.AAAA.AAAA" } });
    expect(await eraseAction(token)).toBe("erased");
    expect(await mailsOf(id)).toEqual([]);
  });
});

test("what came of a contact is not noted afterward, by staff or by whoever asks the database", async () => {
  const { id, token } = await marked();
  const recorded = await recordOutreach(staff, { inquiryId: id, listingId: place, way: "call", shared: ["needs"] });
  if (recorded.status !== "ok") throw new Error(recorded.code);
  await eraseAction(token);
  expect(await noteOutcome(staff, recorded.id, { outcome: "has_room", nextStep: "none" })).toEqual({ status: "gone" });
  const raw = db.$executeRaw`UPDATE "Outreach" SET "outcome" = 'has_room' WHERE "id" = ${recorded.id}::uuid`;
  await expect(raw).rejects.toThrow("The inquiry is erased");
});

describe("pressed again, or from another tab", () => {
  test("everything answers that it is deleted, and one mail confirms it", async () => {
    const { id, token, reference } = await marked();
    const holder = await receiptHolder(reference);
    const first = await Promise.all([eraseAction(token), eraseAction(token), withdrawAction(token)]);
    expect(first.slice(0, 2)).toEqual(["erased", "erased"]);
    expect(await withdrawAction(token)).toBe("erased");
    expect(await narrowAction(token, ["place-1"])).toBe("erased");
    expect(await eraseOwnInquiry(holder)).toBe(false);
    expect((await mailsOf(id)).map(({ kind }) => kind)).toEqual(["erasure"]);
  });

  test("the receipt says so for thirty days, and then opens nothing", async () => {
    const { token, reference } = await marked();
    await eraseAction(token);
    expect(await findReceipt(token)).toMatchObject({ state: "erased", reference });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31 * 24 * 3600 * 1000 });
    expect(await findReceipt(token)).toEqual({ state: "unknown" });
    vi.useRealTimers();
  });

  test("the same form sent again is a new inquiry", async () => {
    const form = { formRandom: "one form", input: { ...MARKED, consent: true as const } };
    const { reference, token } = await marked(form);
    await eraseAction(token);
    expect((await newInquiry(form)).reference).not.toBe(reference);
  });
});

test("staff see the tombstone as one", async () => {
  const { id, token } = await marked();
  await eraseAction(token);
  const seen = await viewInquiry(staff, id);
  expect(seen).toMatchObject({
    erasedAt: expect.any(Date),
    name: null,
    message: null,
    consents: [{ ending: "erased" }],
  });
  expect((await listInquiries(staff, {})).rows.find((row) => row.id === id)).toMatchObject({ hasEmail: false });
});

test("a tombstone stays one, whoever asks", async () => {
  const { id, token } = await marked();
  await eraseAction(token);
  await expect(db.$executeRaw`UPDATE "Inquiry" SET "erasedAt" = NULL WHERE "id" = ${id}::uuid`).rejects.toThrow(
    /erased for good|constraint/i,
  );
  await expect(db.$executeRaw`UPDATE "Inquiry" SET "name" = 'Ana' WHERE "id" = ${id}::uuid`).rejects.toThrow(
    "Inquiry_is_whole_or_erased",
  );
});
