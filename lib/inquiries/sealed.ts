import "server-only";
import { decrypt, encrypt, keyedHashes, openOrNull } from "@/lib/server/crypto";
import type { SealedTable } from "@/lib/server/reencryption";
import { formerReceiptToken } from "./receipt-token";
import type { InquiryInput } from "./schema";
import type { InquiryContent } from "./types";

/** An inquiry's personal columns as they are stored: envelopes bound to their row and column, and hashes to look up. */
export interface SealedPerson {
  /** Null once erased; so is the message. */
  name: string | null;
  email: string | null;
  phone: string | null;
  message: string | null;
}

type Column = keyof SealedPerson | "receiptToken";

/** Where envelopes stand, for `npm run reencrypt`. */
export const sealedInquiries: SealedTable = {
  model: "Inquiry",
  columns: ["name", "email", "phone", "message", "receiptToken"],
};

export function sealPerson(row: string, { name, email, phone, message }: InquiryInput) {
  return {
    name: encrypt(name, cell(row, "name")),
    email: email === undefined ? null : encrypt(email, cell(row, "email")),
    phone: phone === undefined ? null : encrypt(phone, cell(row, "phone")),
    message: encrypt(message, cell(row, "message")),
    ...contactHashes({ email, phone }),
  };
}

export function openPerson(row: string, sealed: SealedPerson): SealedPerson {
  return {
    name: open(row, "name", sealed.name),
    email: openEmail(row, sealed.email),
    phone: openPhone(row, sealed.phone),
    message: open(row, "message", sealed.message),
  };
}

export function openEmail(row: string, sealed: string | null): string | null {
  return open(row, "email", sealed);
}

export function openPhone(row: string, sealed: string | null): string | null {
  return open(row, "phone", sealed);
}

/** The email, opened; null also when no key can decrypt it any more. */
export function emailOrNull(row: string, sealed: string | null): string | null {
  return openOrNull(() => openEmail(row, sealed));
}

/** What the keys open of a person's columns, and whether something stays closed because its key is lost. */
export function openReadable(row: string, sealed: SealedPerson): SealedPerson & { isUnreadable: boolean } {
  const columns = ["name", "email", "phone", "message"] as const;
  const opened = columns.map((column) => openOrNull(() => open(row, column, sealed[column])));
  const [name = null, email = null, phone = null, message = null] = opened;
  const isUnreadable = columns.some((column, at) => sealed[column] !== null && opened[at] === null);
  return { name, email, phone, message, isUnreadable };
}

function open(row: string, column: Column, sealed: string | null): string | null {
  return sealed === null ? null : decrypt(sealed, cell(row, column));
}

/** What a later mail needs to give the person the link again. */
export function sealReceiptToken(row: string, token: string): string {
  return encrypt(token, cell(row, "receiptToken"));
}

/** What the token of a receipt is read from. */
export interface SealedReceipt {
  id: string;
  reference: string;
  receiptHash: string | null;
  receiptToken: string | null;
}

/**
 * The token that opens a receipt; null for an inquiry without one, and for one of a former version whose secret is gone.
 * @throws Undecipherable
 */
export function openReceiptToken({ id, reference, receiptHash, receiptToken }: SealedReceipt): string | null {
  return open(id, "receiptToken", receiptToken) ?? formerReceiptToken(reference, receiptHash);
}

/** To find a person without decrypting, every form it can be stored in, the newest first; emails that differ only in case are one. */
function formsOf({ email, phone }: Contact): { emailHash: string[] | null; phoneHash: string[] | null } {
  return {
    emailHash: email === undefined ? null : keyedHashes("inquiry email", email.toLowerCase()),
    phoneHash: phone === undefined ? null : keyedHashes("inquiry phone", phone),
  };
}

type Contact = Pick<InquiryInput, "email" | "phone">;

/** The hashes of a contact as they are stored. */
export function contactHashes(contact: Contact) {
  const { emailHash, phoneHash } = formsOf(contact);
  return { emailHash: emailHash?.[0] ?? null, phoneHash: phoneHash?.[0] ?? null };
}

/** The conditions for a contact, whichever secret its hashes were made with; null for what it does not have. */
export function contactConditions(contact: Contact) {
  const { emailHash, phoneHash } = formsOf(contact);
  return { emailHash: emailHash && { in: emailHash }, phoneHash: phoneHash && { in: phoneHash } };
}

/** How the person wants to be answered; says nothing of who they are. */
export function answeringColumns({ answering }: Pick<InquiryContent, "answering">) {
  const { leaveMessage = false, preferredWay = null, preferredTime = null } = answering ?? {};
  return { mayLeaveMessage: leaveMessage, preferredWay, preferredTime };
}

function cell(row: string, column: Column) {
  return { model: "Inquiry", column, row };
}
