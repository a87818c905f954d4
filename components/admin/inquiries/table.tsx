import { Badge } from "@/components/ui/badge";
import { isOverdue } from "@/lib/desk/due";
import type { InquiryRow } from "@/lib/inquiries/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "../data-table";
import { InquiryBadge } from "./badge";

const COLUMNS = ["reference", "status", "due", "assignee", "age", "contact", "language", "mail"] as const;

/** Inquiries without anything about the person: staff open one to read it. */
export function InquiryTable({ locale, rows }: { locale: Locale; rows: InquiryRow[] }) {
  const t = getTranslator(locale, "admin.inquiry");
  const cells = (row: InquiryRow) => [
    // Nothing may prefetch this link: opening an inquiry is audited.
    <a key="reference" href={`/admin/inquiries/${row.id}`} className="text-link whitespace-nowrap">
      {row.reference}
    </a>,
    <span key="status" className="flex flex-wrap gap-1">
      <InquiryBadge locale={locale} status={row.status} />
      {row.suspectedSpam && <Badge tone="warning">{t("status.suspected")}</Badge>}
    </span>,
    <Due key="due" locale={locale} at={row.dueAt} />,
    row.assignee?.name ?? "–",
    <span key="age" title={formatMoment(locale, row.createdAt)}>
      {ageOf(row.createdAt, t)}
    </span>,
    [row.hasEmail && t("byEmail"), row.hasPhone && t("byPhone")].filter(Boolean).join(", "),
    row.locale,
    t(`mailState.${row.teamNotice ?? "none"}`),
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={COLUMNS.map((key) => ({ key, head: t(`columns.${key}`) }))}
      rows={rows.map((row) => ({ id: row.id, cells: cells(row) }))}
    />
  );
}

/** When the next step is due; words say when it is late. */
function Due({ locale, at }: { locale: Locale; at: Date | null }) {
  const t = getTranslator(locale, "admin.desk");
  if (!at) return "–";
  const moment = formatMoment(locale, at);
  // On two lines, so that all columns have room on a desktop.
  return (
    <span className="inline-block min-w-36">
      {isOverdue(at) ? <strong className="text-danger">{t("overdue", { moment })}</strong> : moment}
    </span>
  );
}

/** How long somebody has been waiting, in the largest full unit. */
function ageOf(since: Date, t: ReturnType<typeof getTranslator<"admin.inquiry">>): string {
  const minutes = Math.max(0, Math.floor((Date.now() - since.getTime()) / 60_000));
  if (minutes < 60) return t("age.minutes", { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t("age.hours", { count: hours }) : t("age.days", { count: Math.floor(hours / 24) });
}
