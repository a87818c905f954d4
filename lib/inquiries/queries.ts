import "server-only";
import { Undecipherable } from "@/lib/server/crypto";
import { db, type Db } from "@/lib/server/db";
import type { InquiryInput } from "./schema";
import { contactHashes, openPerson, type SealedPerson } from "./sealed";
import { mailState } from "./select";
import type { InquiryReceipt, InquiryStatus } from "./types";

/** Within this time the same words from the same person are the same inquiry, whichever form they came from. */
const SAME_HOURS = 24;
/** More than the rate limit lets one contact send in that time is not looked through. */
const SAME_LOOKED_AT = 200;

/** The state of our mail for a reference, or null when there is no such inquiry. Says nothing about the person. */
export async function findReceipt(reference: string): Promise<InquiryReceipt | null> {
  const inquiry = await db.inquiry.findUnique({
    where: { reference },
    select: { mails: { select: { kind: true, status: true, attempts: true } } },
  });
  return inquiry && { reference, acknowledgement: mailState(inquiry.mails, "acknowledgement") };
}

/** How many inquiries there are in each state; counts only. */
export async function inquiryFigures(): Promise<{ status: InquiryStatus; suspectedSpam: boolean; count: number }[]> {
  const groups = await db.inquiry.groupBy({ by: ["status", "suspectedSpam"], _count: true });
  return groups.map(({ status, suspectedSpam, _count }) => ({ status, suspectedSpam, count: _count }));
}

/**
 * The reference of an inquiry with the same content that the same contact sent a short while ago, or null. Going back
 * in the browser renders a new form, so the form's own key cannot recognise that.
 */
export async function findSameInquiry(input: InquiryInput, tx: Db = db): Promise<string | null> {
  const since = new Date(Date.now() - SAME_HOURS * 60 * 60 * 1000);
  const recent = await tx.inquiry.findMany({
    where: { ...contactHashes(input), createdAt: { gte: since } },
    orderBy: { createdAt: "asc" },
    take: SAME_LOOKED_AT,
    select: { id: true, reference: true, name: true, email: true, phone: true, message: true },
  });
  const same = recent.find((candidate) => isSame(openOrNull(candidate), input));
  return same?.reference ?? null;
}

/** An inquiry whose key is lost must not keep its sender from writing again. */
function openOrNull({ id, ...sealed }: SealedPerson & { id: string }): SealedPerson | null {
  try {
    return openPerson(id, sealed);
  } catch (error) {
    if (error instanceof Undecipherable) return null;
    throw error;
  }
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
