// A desk that writes to places: a mail server, settings, a signed-in member, a place that takes mail and one that does not.
// Whoever uses it mocks next/headers and next/cache with tests/support/staff-request.
import { randomUUID } from "node:crypto";
import { simpleParser, type ParsedMail } from "mailparser";
import { afterEach, beforeAll, beforeEach } from "vitest";
import type { Submission } from "@/lib/inquiries/mutations";
import { mailPlaceAction, previewMailAction } from "@/lib/outreach/actions";
import { saveNeeds } from "@/lib/outreach/mutations";
import { receiptTokenOf } from "./inquiry";
import { db } from "@/lib/server/db";
import { signInAction } from "@/lib/staff/actions";
import { addStaffMember } from "@/lib/staff/mutations";
import { startSmtp } from "../../scripts/mailbox/smtp";
import { staffSession } from "./actors";
import { MAILBOX, newInquiry, newListing, outreachStaff } from "./inquiry";
import { formOf, outcomeOf } from "./staff-request";
import { tasksOfMails } from "./mail-tasks";
import { saveMailSettings } from "./mail-settings";

export const ANA = {
  name: "Ana Quetzal",
  email: "ana.quetzal@example.org",
  phone: "+12135550199",
  message: "my own story",
};
/** What the consent of some lets a place know. */
export const TOLD = ["needs", "name", "phone"] as const;
type Fields = Record<string, string>;
export const ASK: Fields = { template: "ask_room", "share.needs": "on" };
export const INTRODUCE: Fields = { template: "introduce", "share.name": "on", "share.phone": "on" };

const received: ParsedMail[] = [];

export const desk = {
  staff: outreachStaff,
  place: "",
  /** A place of which no email is known. */
  mute: "",
  /** What the mail server answers instead of taking a mail. */
  refusal: undefined as Error | undefined,
  toPlaces: () => received.filter(({ to }) => JSON.stringify(to).includes("place.example")),
};

const startReadingSmtp = () =>
  startSmtp(0, async (source) => {
    if (desk.refusal) throw desk.refusal;
    received.push(await simpleParser(source));
  });

/** @param start what takes the mails; a server that reads them unless a test brings another */
export function useDesk(start = startReadingSmtp): void {
  beforeAll(async () => {
    const server = await start();
    process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}`;
    await saveMailSettings();
    const login = { name: "Sam", email: "sam@example.org", role: "outreach" } as const;
    const added = await addStaffMember(staffSession(), login);
    const form = formOf({ email: login.email, password: added?.password ?? "", next: "/admin" });
    await outcomeOf(() => signInAction(null, form));
    const { id } = await db.staffMember.findFirstOrThrow({ where: { email: login.email }, select: { id: true } });
    desk.staff = staffSession({ staffId: id, role: "outreach" });
    desk.place = await newListing({ slug: "with-mailbox", ...MAILBOX });
    desk.mute = await newListing({ slug: "without-mailbox" });
    return () => server.stop();
  });
  beforeEach(() => {
    received.length = 0;
    desk.refusal = undefined;
  });
  afterEach(async () => {
    await db.listing.update({
      where: { id: desk.place },
      data: { ...MAILBOX, status: "published", closedOn: null, closedReason: null },
    });
    await db.interest.deleteMany();
  });
}

/** Each time another inquiry, of somebody who needs the same. */
export async function person(rest: Pick<Submission, "mayShare" | "places"> = {}, who = ANA) {
  const message = `${who.message} ${randomUUID()}`;
  const { id, reference } = await newInquiry({ input: { ...who, message, consent: true }, ...rest });
  await saveNeeds(desk.staff, id, 1, { codes: ["level:detox", "payment:medi-cal"], near: "90033" });
  return { id, reference, token: await receiptTokenOf(reference) };
}

export const preview = (inquiryId: string, fields = ASK, listingId = desk.place) =>
  outcomeOf(() => previewMailAction(null, formOf({ inquiryId, listingId, ...fields })));

/** The fields of the form that sends what was shown; a mail that may not be shown is sent with made-up ones. */
export async function read(inquiryId: string, fields = ASK, listingId = desk.place): Promise<Fields> {
  const shown = await preview(inquiryId, fields, listingId);
  const answer = "answer" in shown ? shown.answer : null;
  const data = answer?.status === "ok" ? answer.data : null;
  const sealed = { id: data?.request.id ?? randomUUID(), seal: data?.preview.seal ?? "none" };
  return { ...sealed, inquiryId, listingId, ...fields };
}

export const send = (form: Fields) => outcomeOf(() => mailPlaceAction(null, formOf(form)));

/** Reads a mail and sends it. */
export const press = async (inquiryId: string, fields = ASK, listingId = desk.place) =>
  send(await read(inquiryId, fields, listingId));

export const mailOf = (inquiryId: string) => db.mail.findFirstOrThrow({ where: { inquiryId, kind: "outreach" } });

/** What the worker does with the inquiry's mail to a place. */
export async function work(inquiryId: string, attempt = { number: 1, isLast: false }): Promise<unknown> {
  const { id } = await mailOf(inquiryId);
  return tasksOfMails.sendInquiryMail!({ mailId: id }, attempt);
}
