import "server-only";
import { z } from "@/lib/shared/zod";
import { recordAudit } from "@/lib/audit/mutations";
import { listConsents } from "@/lib/consents/queries";
import { db, type Prisma } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { openPerson } from "./sealed";
import { detailSelect, rowSelect, toRow } from "./select";
import type { InquiryDetail, InquiryPage, InquiryStatus } from "./types";

const PAGE_SIZE = 25;

export interface InquiryFilter {
  /** `suspected` is the quarantine, whatever state its inquiries have. Without one: all. */
  status?: InquiryStatus | "suspected" | undefined;
  /** 1-based; beyond the last page is the last page. */
  page?: number | undefined;
}

/** A page of inquiries, newest first, without personal data. */
export async function listInquiries(_staff: StaffSession, { status, page = 1 }: InquiryFilter): Promise<InquiryPage> {
  const where = whereOf(status);
  const total = await db.inquiry.count({ where });
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount);
  const rows = await db.inquiry.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (current - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: rowSelect,
  });
  return { rows: rows.map(toRow), total, page: current, pageCount };
}

/** Opens one inquiry and writes down who did; null when there is none. Nothing is shown that was not written down. */
export async function viewInquiry(staff: StaffSession, id: string): Promise<InquiryDetail | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const inquiry = await db.$transaction(async (tx) => {
    const found = await tx.inquiry.findUnique({ where: { id }, select: detailSelect });
    if (!found) return null;
    await recordAudit(tx, {
      actorId: staff.staffId,
      action: "inquiry.viewed",
      subjectType: "inquiry",
      subjectId: id,
    });
    return { ...found, consents: await listConsents(id, tx) };
  });
  if (!inquiry) return null;
  const { name, email, phone, message, version, erasedAt, consents } = inquiry;
  return { ...toRow(inquiry), version, erasedAt, consents, ...openPerson(id, { name, email, phone, message }) };
}

function whereOf(status: InquiryFilter["status"]): Prisma.InquiryWhereInput {
  if (status === undefined) return {};
  return status === "suspected" ? { suspectedSpam: true } : { status };
}
