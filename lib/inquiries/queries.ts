import "server-only";
import type { FormSender } from "@/lib/audit/actor";
import { SHARED_FIELDS } from "@/lib/consents/types";
import { keyedHashes, openOrNull } from "@/lib/server/crypto";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { holdHashes } from "@/lib/server/hold";
import type { Locale } from "@/lib/shared/i18n";
import type { InquiryInput } from "./schema";
import {
  answeringColumns,
  contactConditions,
  openPerson,
  openReadable,
  openReceiptToken,
  type SealedPerson,
} from "./sealed";
import { mailSelect, mailState, sentSelect } from "./select";
import type { InquiryContent, KeptInquiry, InquiryStatus, InquiryMailState, SentReference } from "./types";

/**
 * Within this time the same words are the same inquiry, whichever form they came from: who got no answer tries again
 * soon. Not longer, because who guesses somebody's words would learn that they were sent.
 */
const SAME_MINUTES = 60;
/** The newest: more than these about one contact in that time are no person, and each is another inquiry then. */
const SAME_LOOKED_AT = 200;

/** What the page of a reference may say of our mail, or null when there is no such inquiry any more. Says nothing about the person. */
export async function findKeptInquiry(reference: string): Promise<KeptInquiry | null> {
  const inquiry = await db.inquiry.findUnique({
    where: { reference, erasedAt: null },
    select: { emailHash: true, createdAt: true, mails: { select: mailSelect } },
  });
  if (!inquiry) return null;
  const { emailHash, createdAt, mails } = inquiry;
  if (emailHash === null) return { reference, confirmation: null };
  const state = mailState(mails, "acknowledgement") ?? (await lastStateBefore(emailHash, createdAt));
  return { reference, confirmation: state === "failed" || state === "bounced" ? state : "usual" };
}

/** One that was left out has the fate of the last to the same email: else this page would tell which were left out. */
async function lastStateBefore(emailHash: string, moment: Date): Promise<InquiryMailState | null> {
  const last = await db.mail.findFirst({
    where: { kind: "acknowledgement", inquiry: { emailHash, createdAt: { lte: moment } } },
    orderBy: { createdAt: "desc" },
    select: mailSelect,
  });
  return last && mailState([last], "acknowledgement");
}

/**
 * The token that opens the receipt of an inquiry; null when it has none.
 * @throws Undecipherable
 */
export async function findReceiptToken(reference: string): Promise<string | null> {
  const select = { id: true, reference: true, receiptHash: true, receiptToken: true } as const;
  const inquiry = await db.inquiry.findUnique({ where: { reference }, select });
  return inquiry && openReceiptToken(inquiry);
}

/** How many inquiries there are in each state; counts only. */
export async function inquiryFigures(): Promise<{ status: InquiryStatus; suspectedSpam: boolean; count: number }[]> {
  const groups = await db.inquiry.groupBy({ by: ["status", "suspectedSpam"], _count: true });
  return groups.map(({ status, suspectedSpam, _count }) => ({ status, suspectedSpam, count: _count }));
}

/**
 * The reference of an inquiry with the same content that the same contact sent a short while ago, its consent still
 * as it was given, or null. Going back in the browser renders a new form, so the form's own key cannot recognise that.
 */
export async function findSameInquiry(content: InquiryContent, tx: Db = db): Promise<string | null> {
  const since = new Date(Date.now() - SAME_MINUTES * 60 * 1000);
  const recent = await tx.inquiry.findMany({
    where: {
      ...contactConditions(content.input),
      ...answeringColumns(content),
      createdAt: { gte: since },
      consents: { some: sameConsent(content) },
    },
    orderBy: { createdAt: "desc" },
    take: SAME_LOOKED_AT,
    select: { id: true, reference: true, name: true, email: true, phone: true, message: true },
  });
  // When the key of an inquiry is lost, its sender can still write again.
  const open = ({ id, ...sealed }: (typeof recent)[number]) => openOrNull(() => openPerson(id, sealed));
  const same = recent.find((candidate) => isSame(open(candidate), content.input));
  return same?.reference ?? null;
}

/** What was sent, in the language of its form. */
type Sent = InquiryContent & { locale: Locale };

/** What this form sent, or else any form with the same content a short while ago; or the key to keep it under. */
export async function findSent(
  sender: FormSender,
  sent: Sent,
  tx: Db = db,
): Promise<SentReference | { freeKey: string }> {
  // The form comes last: the first of two clicks may be kept between the two questions, and it is the sender's own.
  const same = await findSameInquiry(sent, tx);
  const ofForm = await findByKeys(idempotencyKeysOf(sender, sent), tx);
  // Whatever has no identity of ours is nobody's own.
  if ("reference" in ofForm) return { ...ofForm, isOwn: sender.formRandom !== "" };
  return same === null ? ofForm : { reference: same, isOwn: false };
}

/** The same, kept before or being kept at this moment by another request. */
export async function findKept(sender: FormSender, sent: Sent): Promise<SentReference | { freeKey: string }> {
  return db.$transaction((tx) => awaitSent(tx, sender, sent));
}

/** One at a time for the same content, so that two windows sent at the same moment are one inquiry too. */
export async function awaitSent(tx: Db, sender: FormSender, sent: Sent) {
  await holdHashes(tx, keyedHashes("inquiry content", JSON.stringify(contentOf(sent))));
  return findSent(sender, sent, tx);
}

const IDEMPOTENCY = "inquiry idempotency";

/** In every form that they can be stored in, the newest first. */
function idempotencyKeysOf({ formRandom }: FormSender, { locale, ...content }: Sent): string[] {
  return keyedHashes(IDEMPOTENCY, JSON.stringify([formRandom, locale, ...contentOf(content)]));
}

/** The inquiry of a form while its first consent has not ended; else the key for sending the form again. */
async function findByKeys(idempotencyKeys: string[], tx: Db): Promise<{ reference: string } | { freeKey: string }> {
  const first = { where: { replacesId: null }, select: { endedAt: true } } as const;
  const select = { reference: true, idempotencyKey: true, consents: first } as const;
  for (let keys = idempotencyKeys; ;) {
    const found = await tx.inquiry.findFirst({ where: { idempotencyKey: { in: keys } }, select });
    if (!found) return { freeKey: keys[0]! };
    if (found.consents.every(({ endedAt }) => endedAt === null)) return { reference: found.reference };
    keys = keyedHashes(IDEMPOTENCY, found.idempotencyKey);
  }
}

/** What makes two sends the same: the words, and how far we may go with them. */
function contentOf({ input, places = [], mayShare = ["needs"], ...rest }: InquiryContent): unknown[] {
  const { name, email, phone, message } = input;
  const choices = [places.toSorted(), mayShare.toSorted(), answeringColumns(rest)];
  return [name, email ?? null, phone ?? null, message, ...choices];
}

/** The first permission of an inquiry, as it was given, while nobody has ended it. */
function sameConsent({ places = [], mayShare = ["needs"] }: InquiryContent): Prisma.ConsentWhereInput {
  return {
    replacesId: null,
    endedAt: null,
    placeCount: places.length,
    places: { every: { listingId: { in: [...places] } } },
    mayShare: { equals: SHARED_FIELDS.filter((field) => mayShare.includes(field)) },
  };
}

/** What the person sent, decrypted as far as its keys are there. */
export async function openInquiry(id: string, tx: Db = db) {
  const { name, email, phone, message, ...answering } = await tx.inquiry.findUniqueOrThrow({
    where: { id },
    select: sentSelect,
  });
  const { isUnreadable, ...person } = openReadable(id, { name, email, phone, message });
  return { ...person, ...answering, ...(isUnreadable && { unreadable: true }) };
}

function isSame(person: SealedPerson | null, input: InquiryInput): boolean {
  return (
    person !== null &&
    person.name === input.name &&
    person.email === (input.email ?? null) &&
    person.phone === (input.phone ?? null) &&
    person.message === input.message
  );
}
