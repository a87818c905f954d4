import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { holdListing } from "@/lib/interests/mutations";
import { db, type Db } from "@/lib/server/db";
import { fromIsoDate, toIsoDate } from "@/lib/shared/dates";
import type { StaffSession } from "@/lib/staff/types";
import { partsOf, type AdmissionAnswer } from "./questions";

interface Told {
  /** Of the listing. */
  id: string;
  evidence: string;
  /** YYYY-MM-DD. */
  asOf: string;
  admissions: readonly AdmissionAnswer[];
  /** Who was told; whoever writes, when left out. */
  foundBy?: string;
}

/** Writes what a place said of getting in, in the transaction that holds its listing. */
export async function writeAdmissions(tx: Db, staff: StaffSession, told: Told): Promise<void> {
  const { id: listingId, evidence, asOf, admissions, foundBy = staff.staffId } = told;
  for (const said of admissions) {
    const [question, answer] = partsOf(said);
    const data = { listingId, question, answer, evidence, asOf: fromIsoDate(asOf), staffMemberId: foundBy };
    await tx.admissionCheck.create({ data, select: { id: true } });
    await recordAudit(tx, staff, {
      action: "listing.admission_checked",
      subjectType: "listing",
      subjectId: listingId,
      after: { question, answer, evidence, asOf },
    });
  }
}

/**
 * Retracts a wrong answer: it stays on record and is no longer printed; the one before it is again. To retract it twice
 * changes nothing more.
 * @returns the slug whose page changes, or null when there is no such answer
 */
export async function retractAdmission(
  staff: StaffSession,
  { id: listingId, checkId, reason }: { id: string; checkId: string; reason: string },
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    await holdListing(tx, staff, listingId);
    const select = { question: true, answer: true, asOf: true, retractedAt: true, listing: { select: { slug: true } } };
    const check = await tx.admissionCheck.findUnique({ where: { id: checkId, listingId }, select });
    if (!check) return null;
    const { question, answer, asOf, retractedAt, listing } = check;
    if (retractedAt) return listing.slug;
    const retraction = { retractedAt: new Date(), retractedById: staff.staffId, retractedReason: reason };
    await tx.admissionCheck.update({ where: { id: checkId }, data: retraction, select: { id: true } });
    await recordAudit(tx, staff, {
      action: "listing.admission_retracted",
      subjectType: "listing",
      subjectId: listingId,
      before: { question, answer, asOf: toIsoDate(asOf) },
      after: { reason },
    });
    return listing.slug;
  });
}
