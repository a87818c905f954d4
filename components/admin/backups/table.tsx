import type { BackupEntry } from "@/lib/backups/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { LANGUAGE_TAG } from "@/lib/shared/language-tag";
import { DataTable } from "../data-table";
import { Moment } from "../moment";

const COLUMNS = ["startedAt", "file", "way", "size", "state"] as const;
const BYTES_OF_A_MEGABYTE = 1_000_000;

/** The last runs: those that made a backup, and those that failed. */
export function BackupTable({ locale, backups }: { locale: Locale; backups: BackupEntry[] }) {
  const t = getTranslator(locale, "admin.backup");
  return (
    <DataTable
      caption={t("list")}
      columns={COLUMNS.map((key) => ({ key, head: t(`columns.${key}`) }))}
      rows={backups.map((backup) => ({
        id: backup.id,
        cells: [
          <Moment key="startedAt" locale={locale} at={backup.startedAt} />,
          <code key="file" className="whitespace-nowrap">
            {backup.fileName ?? "–"}
          </code>,
          t(`ways.${backup.way}`),
          backup.bytes === null ? "–" : t("bytes", { megabytes: megabytes(locale, backup.bytes) }),
          <div key="state" className="min-w-44">
            <State locale={locale} backup={backup} />
          </div>,
        ],
      }))}
    />
  );
}

function State({ locale, backup: { failure, removedAt } }: { locale: Locale; backup: BackupEntry }) {
  const t = getTranslator(locale, "admin.backup");
  if (failure) return <span className="font-semibold text-danger">{t(`failures.${failure}`)}</span>;
  return removedAt ? t("states.removed", { moment: formatMoment(locale, removedAt) }) : t("states.kept");
}

function megabytes(locale: Locale, bytes: number): string {
  const format = new Intl.NumberFormat(LANGUAGE_TAG[locale], { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return format.format(bytes / BYTES_OF_A_MEGABYTE);
}
