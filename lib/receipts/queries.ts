import "server-only";
import type { ReceiptHolder } from "@/lib/audit/actor";
import { listConsents } from "@/lib/consents/queries";
import { knownNeeds } from "@/lib/outreach/needs";
import { listContacts } from "@/lib/outreach/queries";
import { db } from "@/lib/server/db";
import { receiptExpiry } from "./expiry";
import { receiptSelect } from "./select";
import { isReceiptToken, receiptHashes } from "@/lib/inquiries/receipt-token";
import type { ReceiptLookup } from "./types";

/** What a token opens. A wrong token, and one that stopped opening after a deletion, are both unknown. */
export async function findReceipt(token: string): Promise<ReceiptLookup> {
  const inquiry = await findInquiry(token);
  if (!inquiry) return { state: "unknown" };
  const { id, reference, status, createdAt, updatedAt, erasedAt } = inquiry;
  const needs = { codes: knownNeeds(inquiry.needs), near: inquiry.needsNear };
  const [consents, contacts] = await Promise.all([listConsents(id), listContacts(id)]);
  const decided = consents.map((consent) => consent.endedAt ?? consent.givenAt);
  const noted = contacts.map((contact) => contact.updatedAt);
  const expiresAt = receiptExpiry([createdAt, updatedAt, ...decided, ...noted], erasedAt);
  const isOver = expiresAt.getTime() <= Date.now();
  if (erasedAt) return isOver ? { state: "unknown" } : { state: "erased", reference, erasedAt, contacts };
  if (isOver) return { state: "expired" };
  const receipt = { reference, status, createdAt, expiresAt, needs, consents, contacts };
  return { state: "open", holder: { inquiryId: id } as ReceiptHolder, receipt };
}

async function findInquiry(token: string) {
  if (!isReceiptToken(token)) return null;
  return db.inquiry.findFirst({ where: { receiptHash: { in: receiptHashes(token) } }, select: receiptSelect });
}
