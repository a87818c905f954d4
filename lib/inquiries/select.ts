import "server-only";
import { mailStateOf, STATE_COLUMNS } from "@/lib/mails/mail-state";
import type { Prisma } from "@/lib/server/db";
import type { Locale } from "@/lib/shared/i18n";
import type { InquiryMailState, InquiryRow } from "./types";

/** Of the mails about an inquiry. */
export const mailSelect = { kind: true, ...STATE_COLUMNS } satisfies Prisma.MailSelect;

/** The columns of a list: none of them says who the person is. */
export const rowSelect = {
  id: true,
  reference: true,
  status: true,
  suspectedSpam: true,
  locale: true,
  createdAt: true,
  dueAt: true,
  assignee: { select: { id: true, name: true, removedAt: true } },
  emailHash: true,
  phoneHash: true,
  mails: { select: mailSelect },
} satisfies Prisma.InquirySelect;

export const detailSelect = {
  ...rowSelect,
  version: true,
  name: true,
  email: true,
  phone: true,
  message: true,
  erasedAt: true,
  firstAnsweredAt: true,
  mayLeaveMessage: true,
  preferredWay: true,
  preferredTime: true,
} satisfies Prisma.InquirySelect;

/** What the person sent. */
export const sentSelect = {
  name: true,
  email: true,
  phone: true,
  message: true,
  mayAnswerSince: true,
  mayLeaveMessage: true,
  preferredWay: true,
  preferredTime: true,
} satisfies Prisma.InquirySelect;

type RowPayload = Prisma.InquiryGetPayload<{ select: typeof rowSelect }>;
type MailsPayload = RowPayload["mails"];

export function toRow({ emailHash, phoneHash, mails, locale, ...row }: RowPayload): InquiryRow {
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    suspectedSpam: row.suspectedSpam,
    createdAt: row.createdAt,
    dueAt: row.dueAt,
    assignee: row.assignee && !row.assignee.removedAt ? { id: row.assignee.id, name: row.assignee.name } : null,
    locale: locale as Locale,
    hasEmail: emailHash !== null,
    hasPhone: phoneHash !== null,
    teamNotice: mailState(mails, "team_notice"),
    acknowledgement: mailState(mails, "acknowledgement"),
  };
}

export function mailState(mails: MailsPayload, kind: MailsPayload[number]["kind"]): InquiryMailState | null {
  const mail = mails.find((candidate) => candidate.kind === kind);
  const state = mail && mailStateOf(mail);
  return state && state !== "cancelled" ? state : null;
}
