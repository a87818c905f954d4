import type { AuditRow } from "@/lib/audit/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { withParameters } from "./address";
import { DataTable } from "./data-table";

const COLUMNS = ["at", "actor", "action", "subject", "changes"] as const;

/** Events as they were written, each with its fields before and after. */
export function AuditTable({ locale, rows }: { locale: Locale; rows: AuditRow[] }) {
  const t = getTranslator(locale, "admin.audit");
  const cells = ({ at, actor, action, subjectType, subjectId, changes }: AuditRow) => [
    formatMoment(locale, at),
    actor ?? t("system"),
    <code key="action">{action}</code>,
    <a key="subject" href={withParameters("/admin/audit", { subjectType, subjectId })} className="text-link">
      {subjectType} {subjectId.slice(-6)}
    </a>,
    changes.length > 0 && <Changes key="changes" locale={locale} changes={changes} />,
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={COLUMNS.map((key) => ({ key, head: t(`columns.${key}`) }))}
      rows={rows.map((row) => ({ id: row.id, cells: cells(row) }))}
    />
  );
}

function Changes({ locale, changes }: { locale: Locale; changes: AuditRow["changes"] }) {
  const t = getTranslator(locale, "admin.audit");
  return (
    <details>
      <summary>{t("changes", { count: changes.length })}</summary>
      <dl className="space-y-1">
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt className="font-semibold">{field}</dt>
            <dd className="whitespace-pre-wrap">
              {t("before")}: {before || "–"}
            </dd>
            <dd className="whitespace-pre-wrap">
              {t("after")}: {after || "–"}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
