import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { StaffForms } from "@/lib/staff/types";
import { versionsPath } from "@/lib/versions/paths";
import type { VersionedRecord, VersionRow, WholeVersion as Whole } from "@/lib/versions/types";
import { AdminPage } from "../admin-page";
import { Pager } from "../pager";
import { VersionList } from "./version-list";
import { WholeVersion } from "./whole-version";

interface VersionsPageProps {
  locale: Locale;
  forms: StaffForms;
  versions: {
    record: VersionedRecord;
    rows: VersionRow[];
    total: number;
    page: number;
    pages: number;
    hasOlder: boolean;
    unloggedSince: string[];
    whole: Whole | null;
  };
}

/** The versions of a record, or one of them. */
export function VersionsPage({ locale, forms, versions }: VersionsPageProps) {
  const t = getTranslator(locale, "admin.versions");
  const { record, rows, total, page, pages, hasOlder, unloggedSince, whole } = versions;
  return (
    <AdminPage locale={locale} forms={forms} title={t("of", { name: record.title })}>
      <p>
        <a href={record.path} className="text-link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
      {whole ? (
        <WholeVersion locale={locale} record={record} version={whole} />
      ) : (
        <>
          <p className="max-w-prose text-muted">
            {t("lead")} {record.noun === "listing" && t("imports")}
          </p>
          {hasOlder && <p>{t("older", { count: total })}</p>}
          {rows.every(({ act }) => act === null) ? (
            <p>{t("none")}</p>
          ) : (
            <VersionList locale={locale} record={record} rows={rows} unloggedSince={page === 1 ? unloggedSince : []} />
          )}
          <Pager locale={locale} path={versionsPath(record)} parameters={{}} page={page} pages={pages} />
        </>
      )}
    </AdminPage>
  );
}
