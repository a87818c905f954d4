import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { db, type Prisma } from "@/lib/server/db";
import type { Locale } from "@/lib/shared/i18n";
import { z } from "@/lib/shared/zod";
import type { StaffSession } from "@/lib/staff/types";
import { openReadable } from "./sealed";
import { detailSelect, rowSelect, toChanges, toRow } from "./select";
import type { CorrectionDetail, CorrectionPage, CorrectionStatus, OpenReport } from "./types";
import { pageCountOf } from "@/lib/shared/page-count";

const PAGE_SIZE = 25;

export interface CorrectionFilter {
  status: CorrectionStatus | "all";
  /** 1-based; beyond the last page is the last page. */
  page: number;
}

/** A page of corrections, newest first, without what their reporters wrote. */
export async function listCorrections(
  _staff: StaffSession,
  { status, page }: CorrectionFilter,
): Promise<CorrectionPage> {
  const where = whereOf(status);
  const total = await db.correction.count({ where });
  const pageCount = pageCountOf(total, PAGE_SIZE);
  const current = Math.min(page, pageCount);
  const rows = await db.correction.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (current - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: rowSelect,
  });
  return { rows: rows.map(toRow), total, page: current, pageCount };
}

/** How many corrections `listCorrections` finds. */
export function countCorrections(_staff: StaffSession, status: CorrectionFilter["status"]): Promise<number> {
  return db.correction.count({ where: whereOf(status) });
}

function whereOf(status: CorrectionFilter["status"]): Prisma.CorrectionWhereInput {
  return status === "all" ? {} : { status };
}

/** Opens one correction and writes down who did; null when there is none. */
export async function viewCorrection(staff: StaffSession, id: string): Promise<CorrectionDetail | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const correction = await db.$transaction(async (tx) => {
    const found = await tx.correction.findUnique({ where: { id }, select: detailSelect });
    if (found) {
      await recordAudit(tx, staff, { action: "correction.viewed", subjectType: "correction", subjectId: id });
    }
    return found;
  });
  if (!correction) return null;
  const { wrong, right, evidence, email, version, erasedAt, decidedAt, declineReason, answer } = correction;
  const words = openReadable(id, { wrong, right, evidence, email });
  const note = { publicNote: correction.publicNote, publicNoteLocale: correction.publicNoteLocale as Locale | null };
  const changes = toChanges(correction.changes);
  return { ...toRow(correction), version, erasedAt, decidedAt, declineReason, answer, changes, ...note, ...words };
}

/** How a report stands, without what its reporter wrote; null when there is none. */
export function getCorrectionState(_staff: StaffSession, id: string) {
  return db.correction.findUnique({
    where: { id },
    select: { status: true, version: true, listing: { select: { slug: true } } },
  });
}

/** The reports about a listing that wait, the oldest first, without what their reporters wrote. */
export function listOpenReports(_staff: StaffSession, listingId: string): Promise<OpenReport[]> {
  return db.correction.findMany({
    where: { listingId, status: "new" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, reference: true, topic: true, createdAt: true },
  });
}
