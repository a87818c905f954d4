import { Badge } from "@/components/ui/badge";
import { fullTitle, tellingApart } from "@/lib/facts/listing-title";
import type { ListingTable as TableState } from "@/lib/listing-table/schema";
import type { ListingRow } from "@/lib/listing-table/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { withParameters } from "../with-parameters";
import { DataTable } from "../data-table";
import { Moment } from "../moment";
import { StatusBadge } from "../status-badge";

const COLUMNS = ["name", "city", "zip", "kind", "status", "updated"] as const;

/** Listings, their headers sorting by link. */
export function ListingTable({ locale, rows, table }: { locale: Locale; rows: ListingRow[]; table: TableState }) {
  const t = getTranslator(locale, "admin");
  const kind = getTranslator(locale, "listings.kind");
  const columns = COLUMNS.map((key) => {
    if (key === "kind" || key === "status") return { key, head: t(`table.${key}`) };
    const sorted = table.sort === key;
    const order = sorted && table.order === "asc" ? "desc" : "asc";
    return {
      key,
      sort: sorted ? (table.order === "asc" ? ("ascending" as const) : ("descending" as const)) : undefined,
      head: (
        <a
          href={withParameters("/admin/listings", { ...table, sort: key, order, page: 1 })}
          className="text-link"
          aria-label={t("table.sortBy", { column: t(`table.${key}`) })}
        >
          {t(`table.${key}`)}
          {sorted && <span aria-hidden="true">{table.order === "asc" ? " ↑" : " ↓"}</span>}
        </a>
      ),
    };
  });
  const labels = new Map(rows.map((row) => [row.id, t("bulk.chooseOne", { name: fullTitle(row) })]));
  const cells = (row: ListingRow) => [
    <a key="name" href={`/admin/listings/${row.id}`} className="text-link">
      {row.name}
      <span className="block font-normal">{tellingApart(row)}</span>
    </a>,
    row.city,
    row.zip,
    kind(row.kind),
    <span key="status" className="flex flex-wrap gap-1">
      <StatusBadge locale={locale} status={row.status} />
      {row.closedOn && <Badge tone="danger">{t("table.closed")}</Badge>}
      {row.openReports > 0 && <Badge tone="warning">{t("table.reports", { count: row.openReports })}</Badge>}
    </span>,
    <Moment key="updated" locale={locale} at={row.updatedAt} />,
  ];
  return (
    <DataTable
      caption={t("listing.title")}
      columns={columns}
      rows={rows.map((row) => ({ id: row.id, cells: cells(row) }))}
      choice={{ name: "id", head: t("bulk.choose"), labels }}
    />
  );
}
