import "server-only";
import { z } from "@/lib/shared/zod";
import { listConsents } from "@/lib/consents/queries";
import { db, type Prisma } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { oneLine } from "@/lib/shared/text";
import { toE164 } from "./typed-phone";
import { parseReference } from "./inquiry-reference";
import { contactConditions, openReadable } from "./sealed";
import { detailSelect, rowSelect, toRow } from "./select";
import { recordViewing } from "./viewing";
import type { InquiryDetail, InquiryPage, InquiryRow, InquiryStatus } from "./types";
import { pageCountOf } from "@/lib/shared/page-count";

const PAGE_SIZE = 25;

export interface InquiryFilter {
  /** `open`: what is due some time. `suspected`: the quarantine, whatever the state of its inquiries. Left out: all. */
  status?: InquiryStatus | "open" | "suspected" | undefined;
  /** `mine`: those of the member who asks. `nobody`: open ones that nobody works on. Left out: all. */
  assignee?: "mine" | "nobody" | undefined;
  overdue?: boolean | undefined;
  /** 1-based; beyond the last page is the last page. */
  page?: number | undefined;
}

/** A page of inquiries: open ones by due time, then closed ones, the newest first. Without personal data. */
export async function listInquiries(staff: StaffSession, { page = 1, ...filter }: InquiryFilter): Promise<InquiryPage> {
  const where = whereOf(staff, filter);
  const total = await db.inquiry.count({ where });
  const pageCount = pageCountOf(total, PAGE_SIZE);
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount);
  const rows = await db.inquiry.findMany({
    where,
    orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { createdAt: "desc" }, { id: "desc" }],
    skip: (current - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: rowSelect,
  });
  return { rows: rows.map(toRow), total, page: current, pageCount };
}

/** How many inquiries `listInquiries` finds. */
export function countInquiries(staff: StaffSession, filter: Omit<InquiryFilter, "page">): Promise<number> {
  return db.inquiry.count({ where: whereOf(staff, filter) });
}

/**
 * Opens one inquiry and records who did; null when there is none. Each viewing is recorded once, before anything is
 * shown.
 */
export async function viewInquiry(staff: StaffSession, id: string): Promise<InquiryDetail | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const inquiry = await db.$transaction(async (tx) => {
    const found = await tx.inquiry.findUnique({ where: { id }, select: detailSelect });
    if (!found) return null;
    await recordViewing(tx, staff, id);
    return { ...found, consents: await listConsents(id, tx) };
  });
  if (!inquiry) return null;
  const { name, email, phone, message, version, erasedAt, firstAnsweredAt, consents } = inquiry;
  const { mayLeaveMessage, preferredWay, preferredTime } = inquiry;
  const answering = { leaveMessage: mayLeaveMessage, preferredWay, preferredTime };
  const kept = { version, erasedAt, firstAnsweredAt, consents, answering };
  return { ...toRow(inquiry), ...kept, ...openReadable(id, { name, email, phone, message }) };
}

/** The condition for what nobody works on: who was removed works on nothing, and has it again when they are brought back. */
export const isNobodys = {
  OR: [{ assigneeId: null }, { assignee: { removedAt: { not: null } } }],
} satisfies Prisma.InquiryWhereInput;

function whereOf(
  { staffId }: StaffSession,
  { status, assignee, overdue }: Omit<InquiryFilter, "page">,
): Prisma.InquiryWhereInput {
  const isOpenOnly = status === "open" || assignee === "nobody";
  return {
    ...(status === "suspected" && { suspectedSpam: true }),
    ...(status && status !== "open" && status !== "suspected" && { status }),
    ...(assignee === "mine" && { assigneeId: staffId }),
    ...(assignee === "nobody" && isNobodys),
    // What is overdue is open.
    ...((overdue || isOpenOnly) && { dueAt: overdue ? { lt: new Date() } : { not: null } }),
  };
}

/** Nobody reads through more inquiries of one contact. */
const MAX_FOUND = 50;

/**
 * Finds inquiries by what somebody tells staff: a reference, an e-mail address or a phone number, which is looked up by
 * its keyed hash. The newest first, without personal data.
 * @param ids of other inquiries that the words mean
 */
export async function findInquiriesBy(_staff: StaffSession, sought: string, ids: string[]): Promise<InquiryRow[]> {
  const reference = parseReference(sought);
  const { emailHash, phoneHash } = contactConditions({
    email: sought.includes("@") ? oneLine(sought) : undefined,
    phone: toE164(sought) ?? undefined,
  });
  const either = [
    reference && { reference },
    emailHash && { emailHash },
    phoneHash && { phoneHash },
    { id: { in: ids } },
  ];
  const rows = await db.inquiry.findMany({
    where: { OR: either.filter((condition) => condition !== null && condition !== "") },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MAX_FOUND,
    select: rowSelect,
  });
  return rows.map(toRow);
}
