import type { OperatorRow } from "@/lib/operators/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "../data-table";

/** Operators, in the order of their names. */
export function OperatorTable({ locale, rows }: { locale: Locale; rows: OperatorRow[] }) {
  const t = getTranslator(locale, "admin");
  const columns = [
    { key: "name", head: t("table.name") },
    { key: "listings", head: t("operator.listingCount") },
    { key: "legalEntities", head: t("operator.legalEntities") },
  ];
  const cells = ({ id, name, legalEntities, listings }: OperatorRow) => [
    <a key="name" href={`/admin/operators/${id}`} className="text-link inline-block min-w-40">
      {name}
    </a>,
    listings,
    legalEntities.length === 0 ? (
      "–"
    ) : (
      <ul key="legalEntities" className="min-w-48">
        {legalEntities.map((entity) => (
          <li key={entity}>{entity}</li>
        ))}
      </ul>
    ),
  ];
  return (
    <DataTable
      caption={t("operator.title")}
      columns={columns}
      rows={rows.map((row) => ({ id: row.id, cells: cells(row) }))}
    />
  );
}
