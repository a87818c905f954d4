import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "./data-table";
import { Moment } from "./moment";

interface EditionTableProps {
  locale: Locale;
  editions: { number: number; area: string; computedAt: Date; method: { version: number } }[];
}

export function EditionTable({ locale, editions }: EditionTableProps) {
  const t = getTranslator(locale, "admin.ranking");
  return (
    <DataTable
      caption={t("editions")}
      columns={(["number", "method", "area", "computed"] as const).map((key) => ({ key, head: t(`columns.${key}`) }))}
      rows={editions.map(({ number, area, computedAt, method }) => ({
        id: String(number),
        cells: [number, method.version, area, <Moment key="computed" locale={locale} at={computedAt} />],
      }))}
    />
  );
}

interface MethodTableProps {
  locale: Locale;
  methods: {
    version: number;
    status: "draft" | "reviewed" | "published";
    changelog: string;
    publishedAt: Date | null;
    _count: { editions: number };
  }[];
}

export function MethodTable({ locale, methods }: MethodTableProps) {
  const t = getTranslator(locale, "admin.ranking");
  const columns = ["version", "status", "published", "editions", "changelog"] as const;
  return (
    <DataTable
      caption={t("methods")}
      columns={columns.map((key) => ({ key, head: t(`columns.${key}`) }))}
      rows={methods.map(({ version, status, publishedAt, _count, changelog }) => ({
        id: String(version),
        cells: [
          version,
          t(`methodStatus.${status}`),
          publishedAt && <Moment key="published" locale={locale} at={publishedAt} />,
          _count.editions,
          changelog,
        ],
      }))}
    />
  );
}
