import "server-only";
import type { SharedField } from "@/lib/consents/types";
import { openPerson } from "@/lib/inquiries/sealed";
import { keyedHashes } from "@/lib/server/crypto";
import { db, type Db } from "@/lib/server/db";
import type { MailWords } from "@/lib/shared/mail-words";
import { outreachMail } from "./mails";
import { knownNeeds } from "./needs";
import { contactNumber, parseContactNumber } from "./number";
import { contactSelect, letterSelect, toContact } from "./select";
import type { OutreachContact, OutreachMailRequest } from "./types";

/** Every place contacted for an inquiry, the newest first. Says nothing of the person. */
export async function listContacts(inquiryId: string, tx: Db = db): Promise<OutreachContact[]> {
  const rows = await tx.outreach.findMany({
    where: { inquiryId },
    orderBy: [{ contactedAt: "desc" }, { id: "desc" }],
    select: contactSelect,
  });
  return rows.map(toContact);
}

/** A mail to a place as it reads now, with its seal. */
export interface ComposedLetter {
  to: string;
  words: MailWords;
  /** What it tells: the allowed fields that the person gave. */
  shared: SharedField[];
  seal: string;
  /** The seals that it had under each key: a preview from before a rotation is the same mail. */
  seals: string[];
}

/**
 * Composes a mail to a place. Of the person it decrypts only what is shared. Null when the place has no email.
 * @throws Undecipherable
 */
export async function composeLetter(
  tx: Db,
  { id, inquiryId, listingId, shared, template }: OutreachMailRequest,
): Promise<ComposedLetter | null> {
  const row = await tx.inquiry.findUniqueOrThrow({ where: { id: inquiryId }, select: letterSelect });
  const place = await tx.listing.findUniqueOrThrow({ where: { id: listingId }, select: { outreachEmail: true } });
  const to = place.outreachEmail;
  if (to === null) return null;
  const needs = { codes: knownNeeds(row.needs), near: row.needsNear };
  const hasNeeds = needs.codes.length > 0 || needs.near !== null;
  const told = shared.filter((field) => field !== "needs" || hasNeeds);
  const only = (field: "name" | "email" | "phone") => (told.includes(field) ? row[field] : null);
  const sealed = { name: only("name"), email: only("email"), phone: only("phone"), message: null };
  const { name, email, phone } = openPerson(inquiryId, sealed);
  const number = contactNumber(id);
  const words = outreachMail({ template, number, name, email, phone, needs: told.includes("needs") ? needs : null });
  const seals = keyedHashes("mail to a place", JSON.stringify([to, words.subject, words.text]));
  return { to, words, shared: told, seal: seals[0]!, seals };
}

/** The inquiries for a contact's number, as a place tells it. */
export async function findByContactNumber(typed: string): Promise<string[]> {
  const start = parseContactNumber(typed);
  if (start === null) return [];
  // As a range, the ids' own index finds them.
  const where = { id: { gte: `${start}-0000-0000-0000-000000000000`, lte: `${start}-ffff-ffff-ffff-ffffffffffff` } };
  const rows = await db.outreach.findMany({ where, distinct: ["inquiryId"], take: 10, select: { inquiryId: true } });
  return rows.map(({ inquiryId }) => inquiryId);
}
