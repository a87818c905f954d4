import "server-only";
import { decrypt, encrypt, keyedHash, Undecipherable } from "@/lib/server/crypto";
import type { SealedTable } from "@/lib/server/reencryption";
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

type Column = keyof SealedPerson;

/** Where envelopes stand, for `npm run reencrypt`. */
export const sealedInquiries: SealedTable = { model: "Inquiry", columns: ["name", "email", "phone", "message"] };

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
    phone: open(row, "phone", sealed.phone),
    message: open(row, "message", sealed.message),
  };
}

export function openEmail(row: string, sealed: string | null): string | null {
  return open(row, "email", sealed);
}

/** The same; null also when no key can decrypt it any more. */
export function emailOrNull(row: string, sealed: string | null): string | null {
  try {
    return openEmail(row, sealed);
  } catch (error) {
    if (error instanceof Undecipherable) return null;
    throw error;
  }
}

function open(row: string, column: Column, sealed: string | null): string | null {
  return sealed === null ? null : decrypt(sealed, cell(row, column));
}

/** To find a person without decrypting; emails that differ only in case are one. */
export function contactHashes({ email, phone }: Pick<InquiryInput, "email" | "phone">) {
  return {
    emailHash: email === undefined ? null : keyedHash("inquiry email", email.toLowerCase()),
    phoneHash: phone === undefined ? null : keyedHash("inquiry phone", phone),
  };
}

/** How the person wants to be answered; says nothing of who they are. */
export function answeringColumns({ answering }: Pick<InquiryContent, "answering">) {
  const { leaveMessage = false, preferredWay = null, preferredTime = null } = answering ?? {};
  return { mayLeaveMessage: leaveMessage, preferredWay, preferredTime };
}

function cell(row: string, column: Column) {
  return { model: "Inquiry", column, row };
}
