import "server-only";
import type { Prisma } from "@/lib/server/db";
import type { Locale } from "@/lib/shared/i18n";
import type { InquiryRow, MailState } from "./types";

/** The columns of a list: none of them says who the person is. */
export const rowSelect = {
  id: true,
  reference: true,
  status: true,
  suspectedSpam: true,
  locale: true,
  createdAt: true,
  dueAt: true,
  assignee: { select: { id: true, name: true } },
  emailHash: true,
  phoneHash: true,
  mails: { select: { kind: true, status: true, attempts: true } },
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
    assignee: row.assignee,
    locale: locale as Locale,
    hasEmail: emailHash !== null,
    hasPhone: phoneHash !== null,
    teamNotice: mailState(mails, "team_notice"),
    acknowledgement: mailState(mails, "acknowledgement"),
  };
}

export function mailState(mails: MailsPayload, kind: MailsPayload[number]["kind"]): MailState | null {
  const mail = mails.find((candidate) => candidate.kind === kind);
  if (!mail || mail.status === "cancelled") return null;
  if (mail.status === "held") return "delayed";
  return mail.status === "queued" && mail.attempts > 0 ? "delayed" : mail.status;
}
