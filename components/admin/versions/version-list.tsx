import { Notice } from "@/components/ui/notice";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { versionPath } from "@/lib/versions/paths";
import type { VersionedRecord, VersionRow } from "@/lib/versions/types";
import { Moment } from "../moment";
import { ActLine } from "./act-line";
import { ChangeList } from "./change-list";
import { fieldLabel } from "./field-words";

interface VersionListProps {
  locale: Locale;
  record: VersionedRecord;
  rows: VersionRow[];
  unloggedSince: string[];
}

/** Of a long text, as much as tells which change it was. */
const LINES_IN_LIST = 8;

/** What each recorded change did, the newest first. */
export function VersionList({ locale, record, rows, unloggedSince }: VersionListProps) {
  const t = getTranslator(locale, "admin.versions");
  const labels = (fields: string[]) => fields.map((field) => fieldLabel(locale, record, field)).join(", ");
  return (
    <>
      {unloggedSince.length > 0 && (
        <Notice tone="warning">{t("unloggedSince", { fields: labels(unloggedSince) })}</Notice>
      )}
      <ol className="space-y-4">
        {rows.map((row) => (
          <li key={row.id} className="space-y-2 rounded-md border border-line bg-surface p-4">
            <h2 className="text-lg">{row.act ? <Moment locale={locale} at={row.act.at} /> : t("first")}</h2>
            <ActLine locale={locale} row={row} />
            {row.changes.length > 0 && (
              <ChangeList locale={locale} record={record} changes={row.changes} limit={LINES_IN_LIST} />
            )}
            {row.act && row.changes.length === 0 && <p className="text-sm text-muted">{t("noField")}</p>}
            {row.unlogged.length > 0 && (
              <p className="text-warning">{t("unlogged", { fields: labels(row.unlogged) })}</p>
            )}
            <a href={versionPath(record, row.id)} className="text-link inline-flex min-h-11 items-center">
              {t("open")}
              <span className="sr-only">: {row.act ? <Moment locale={locale} at={row.act.at} /> : t("first")}</span>
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}
