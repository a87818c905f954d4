import { ButtonLink } from "@/components/ui/button";
import type { ReCheck } from "@/lib/desk/types";
import { fullTitle, tellingApart } from "@/lib/facts/listing-title";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "../data-table";

interface ReCheckTableProps {
  locale: Locale;
  rows: readonly ReCheck[];
  /** False for who may call, and not change listings. */
  mayEdit: boolean;
}

/** Places to check again, each with its reasons and the way to call it. */
export function ReCheckTable({ locale, rows, mayEdit }: ReCheckTableProps) {
  const t = getTranslator(locale, "admin.reCheck");
  const cells = (row: ReCheck) => [
    <Place key="name" row={row} mayEdit={mayEdit} />,
    <ButtonLink key="call" look="quiet" href={`/admin/listings/${row.id}/call`}>
      {t("call")}
      <span className="sr-only"> {fullTitle(row)}</span>
    </ButtonLink>,
    <ul key="why">
      {row.reasons.map((reason) => (
        <li key={reason}>{t(`reasons.${reason}`)}</li>
      ))}
    </ul>,
    row.rank ?? "–",
    row.named,
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={(["place", "call", "why", "rank", "named"] as const).map((key) => ({ key, head: t(key) }))}
      rows={rows.map((row) => ({ id: row.id, cells: cells(row) }))}
    />
  );
}

function Place({ row, mayEdit }: { row: ReCheck; mayEdit: boolean }) {
  const name = (
    <>
      {row.name}
      <span className="block font-normal">{tellingApart(row)}</span>
    </>
  );
  if (!mayEdit) return name;
  return (
    <a href={`/admin/listings/${row.id}`} className="text-link">
      {name}
    </a>
  );
}
