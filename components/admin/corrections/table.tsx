import { listingTitle } from "@/components/listings/listing-name";
import type { CorrectionRow } from "@/lib/corrections/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { CorrectionBadge } from "./badge";
import { DataTable } from "../data-table";
import { Moment } from "../moment";

const COLUMNS = ["reference", "status", "listing", "topic", "grounds", "received", "language"] as const;

/** Corrections without the reporters' words: staff open one to read them. */
export function CorrectionTable({ locale, rows }: { locale: Locale; rows: CorrectionRow[] }) {
  const t = getTranslator(locale, "admin.correction");
  const words = getTranslator(locale, "corrections");
  const cells = (row: CorrectionRow) => [
    // Nothing may prefetch this link: opening a correction is audited.
    <a key="reference" href={`/admin/corrections/${row.id}`} className="text-link whitespace-nowrap">
      {row.reference}
    </a>,
    <CorrectionBadge key="status" locale={locale} status={row.status} />,
    listingTitle(locale, row.listing),
    words(`topics.${row.topic}`),
    words(`grounds.${row.grounds}`),
    <Moment key="received" locale={locale} at={row.createdAt} />,
    row.locale,
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={COLUMNS.map((key) => ({ key, head: t(`columns.${key}`) }))}
      rows={rows.map((row) => ({ id: row.id, cells: cells(row) }))}
    />
  );
}
