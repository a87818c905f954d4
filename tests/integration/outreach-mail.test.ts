// A mail to a place: staff read it before, it tells what was allowed, leaves once, and the person sees it.
import { describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { findInquiries } from "@/lib/desk/admin-queries";
import { listUndelivered } from "@/lib/mails/admin-queries";
import { recordBounce } from "@/lib/mails/mutations";
import { retryMails } from "@/lib/outreach/mutations";
import { getOutreachDesk } from "@/lib/outreach/admin-queries";
import { listContacts } from "@/lib/outreach/queries";
import { withdrawAction } from "@/lib/receipts/actions";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { MAILBOX, newInquiry } from "../support/inquiry";
import {
  ANA,
  ASK,
  desk,
  INTRODUCE,
  mailOf,
  person,
  press,
  preview,
  read,
  send,
  TOLD,
  useDesk,
  work,
} from "../support/outreach-mail";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();
useDesk();

test("whoever at the place names its number, the desk finds the inquiry by it, and by no other", async () => {
  const [one, other] = [await person(), await person()];
  for (const { id } of [one, other]) {
    await press(id);
    await work(id);
  }
  const numbers = desk.toPlaces().map(({ subject = "" }) => /PL-[0-9A-F]{8}/.exec(subject)?.[0] ?? "none");
  expect(await findInquiries(desk.staff, ` ${numbers[0]!.toLowerCase()} `)).toMatchObject([{ id: one.id }]);
  expect(await findInquiries(desk.staff, numbers[1]!)).toMatchObject([{ id: other.id }]);
  expect(await findInquiries(desk.staff, "PL-00000000")).toEqual([]);
});

describe("before it is sent", () => {
  test("staff read it as it will leave, and nothing is written down", async () => {
    const { id, reference } = await person({ mayShare: TOLD });
    const shown = await preview(id, { ...ASK, ...INTRODUCE });
    expect(shown).toMatchObject({ answer: { status: "ok", data: { preview: { to: MAILBOX.outreachEmail } } } });
    const { text, subject } = (shown as unknown as { answer: { data: { preview: { text: string; subject: string } } } })
      .answer.data.preview;
    expect(subject).toMatch(/\(PL-[0-9A-F]{8}\)$/);
    expect(`${subject} ${text}`).not.toContain(reference);
    for (const words of ["Medi-Cal", "near ZIP code 90033", ANA.name, ANA.phone, "leave no message"])
      expect(text).toContain(words);
    for (const words of [ANA.email, ANA.message]) expect(text).not.toContain(words);
    expect(await db.outreach.count({ where: { inquiryId: id } })).toBe(0);
    expect(await db.mail.count({ where: { inquiryId: id, kind: "outreach" } })).toBe(0);
  });

  test("an introduction needs a way to reach the person", async () => {
    const { id } = await person({ mayShare: TOLD });
    const wrong = { template: "introduce", "share.name": "on" };
    const answer = { answer: { fieldErrors: { template: "introductionNeedsWay" } } };
    expect(await preview(id, wrong)).toMatchObject(answer);
    expect(await press(id, wrong)).toMatchObject(answer);
    expect(await preview(id, { template: "gold" })).toMatchObject({ answer: { status: "invalid" } });
    expect(await send({ ...(await read(id)), id: "nothing" })).toMatchObject({ answer: { status: "invalid" } });
    expect(await send({ ...(await read(id)), seal: "" })).toMatchObject({ answer: { status: "invalid" } });
  });
});

describe("sent", () => {
  test("it reaches the place's own email, tells what was allowed, and the person sees it", async () => {
    const { id } = await person({ mayShare: TOLD });
    const form = await read(id, { ...ASK, ...INTRODUCE });
    const contact = form.id;
    expect(await send(form)).toEqual({
      redirect: `/admin/inquiries/${id}?done=mailed#contact-${contact}`,
    });
    expect(await listContacts(id)).toMatchObject([{ way: "email", mail: { state: "queued", sentAt: null } }]);
    const mail = await mailOf(id);
    const [job] = await db.$queryRaw<{ payload: unknown }[]>`
      SELECT payload FROM graphile_worker._private_jobs WHERE key = ${`mail:${mail.id}`}`;
    expect(job?.payload).toEqual({ mailId: mail.id });
    await work(id);
    const [letter, ...more] = desk.toPlaces();
    expect(more).toEqual([]);
    expect(JSON.stringify(letter?.to)).toContain(MAILBOX.outreachEmail);
    expect(letter?.replyTo?.text).toBe("hello@example.com");
    expect(letter?.messageId).toBe(`<${mail.id}@localhost>`);
    for (const form of [letter?.text ?? "", letter?.html || ""]) {
      for (const words of [ANA.name, ANA.phone, "Medi-Cal"]) expect(form).toContain(words);
      for (const words of [ANA.email, ANA.message]) expect(form).not.toContain(words);
    }
    const shared = TOLD;
    expect(await listContacts(id)).toMatchObject([{ shared, mail: { state: "sent", sentAt: expect.any(Date) } }]);
    expect((await getOutreachDesk(desk.staff, id, undefined)).log).toMatchObject([{ mail: { state: "sent" } }]);
    const events = await db.auditEvent.findMany({ where: { subjectId: id, action: "outreach.recorded" } });
    expect(events).toMatchObject([{ after: { way: "email", template: "introduce", shared } }]);
    expect(JSON.stringify(events)).not.toMatch(/Quetzal|5550199/);
  });

  test("pressed twice, in two tabs, or taken up twice by the worker, it is one mail", async () => {
    const { id } = await person();
    const form = await read(id);
    const pressed = await Promise.all([send(form), send(form), send(form)]);
    expect(new Set(pressed.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await work(id);
    await work(id);
    expect(desk.toPlaces()).toHaveLength(1);
    expect(await db.outreach.count({ where: { inquiryId: id } })).toBe(1);
    const other = await person();
    expect(await send({ ...form, inquiryId: other.id }).catch(String)).not.toHaveProperty("redirect");
    expect(await db.outreach.count({ where: { inquiryId: other.id } })).toBe(0);
  });

  test("what its server refuses is told to staff and to the person, and can be tried again", async () => {
    const { id } = await person();
    await press(id);
    desk.refusal = Object.assign(new Error("No"), { responseCode: 550 });
    await work(id);
    expect(await listContacts(id)).toMatchObject([{ mail: { state: "bounced" } }]);
    const { id: mailId } = await mailOf(id);
    expect((await listUndelivered(desk.staff)).mails).toContainEqual(
      expect.objectContaining({ id: mailId, kind: "outreach" }),
    );
    desk.refusal = undefined;
    expect(await retryMails(desk.staff, [mailId])).toBe(1);
    await work(id);
    expect(desk.toPlaces()).toHaveLength(1);
    expect(await recordBounce(system("bounces"), mailId, "DSN 5.1.1")).toBe(true);
    await db.consent.updateMany({ where: { inquiryId: id }, data: { ending: "withdrawn", endedAt: new Date() } });
    // It had left: the person is not told otherwise.
    expect(await listContacts(id)).toMatchObject([{ mail: { state: "bounced" } }]);
    expect(await retryMails(desk.staff, [mailId])).toBe(0);
  });
});

describe("refused, and disabled on the page for the same reason", () => {
  test("a place of which no email is known", async () => {
    const { id } = await person();
    for (const answer of [await preview(id, ASK, desk.mute), await press(id, ASK, desk.mute)])
      expect(answer).toMatchObject({ answer: { status: "failed", code: "no_email" } });
    expect((await getOutreachDesk(desk.staff, id, "without-mailbox")).chosen?.place.mailbox).toBeNull();
    expect((await getOutreachDesk(desk.staff, id, "with-mailbox")).chosen?.place.mailbox).toEqual({
      email: MAILBOX.outreachEmail,
      source: MAILBOX.outreachEmailSource,
      seenOn: "2026-11-20",
    });
  });

  test("what the consent does not allow, and what the person did not give", async () => {
    const { id } = await person();
    expect(await press(id, INTRODUCE)).toMatchObject({ answer: { code: "not_shareable" } });
    const { id: withoutPhone } = await newInquiry({
      input: { ...ANA, phone: undefined, consent: true },
      mayShare: ["needs", "phone"],
    });
    expect(await press(withoutPhone, { template: "introduce", "share.phone": "on" })).toMatchObject({
      answer: { code: "not_given" },
    });
  });

  test("a place outside the consent, unlisted, or of a conflict of interest; a consent that ended", async () => {
    const { id } = await person({ places: [desk.mute] });
    expect(await press(id)).toMatchObject({ answer: { code: "out_of_scope" } });
    const { id: open, token } = await person();
    await db.listing.update({ where: { id: desk.place }, data: { status: "archived" } });
    expect(await press(open)).toMatchObject({ answer: { code: "not_listed" } });
    await db.listing.update({ where: { id: desk.place }, data: { status: "published" } });
    await db.interest.create({ data: { staffMemberId: desk.staff.staffId, listingId: desk.place, reason: "family" } });
    expect(await press(open)).toMatchObject({ answer: { code: "interested" } });
    await withdrawAction(token);
    expect(await press(open)).toMatchObject({ answer: { code: "withdrawn" } });
    expect(await db.mail.count({ where: { inquiryId: { in: [id, open] }, kind: "outreach" } })).toBe(0);
  });
});
