import { db } from "@/lib/server/db";

/** Everything that is said of the place. */
export async function recordOf(listingId: string) {
  const [listing, sheets, checks, admissions, calls, reports, contacts, matches, notes] = await Promise.all([
    db.listing.findUnique({ where: { id: listingId } }),
    db.factSheet.findMany({ where: { listingId } }),
    db.factCheck.findMany({ where: { listingId } }),
    db.admissionCheck.findMany({ where: { listingId } }),
    db.proposedCall.findMany({ where: { listingId } }),
    db.correction.findMany({ where: { listingId } }),
    db.outreach.findMany({ where: { listingId } }),
    db.licenseMatch.findMany({ where: { listingId } }),
    db.licenseNote.findMany({ where: { listingId } }),
  ]);
  const events = await db.auditEvent.count({ where: { action: { notIn: ["interest.declared"] } } });
  return { listing, sheets, checks, admissions, calls, reports, contacts, matches, notes, events };
}
