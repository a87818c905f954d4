import { Fragment } from "react";
import { meanKept } from "@/lib/rankings/stability";
import type { EditionHead } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { LANGUAGE_TAG } from "@/lib/shared/language-tag";
import { DataTable } from "../data-table";
import { Moment } from "../moment";

const EDITION_COLUMNS = ["number", "method", "area", "computed", "top10", "top25", "checksum"] as const;

/** Every edition with how many of its tops stay, on average, when weights vary. */
export function EditionTable({ locale, editions }: { locale: Locale; editions: EditionHead[] }) {
  const t = getTranslator(locale, "admin.ranking");
  const figures = new Intl.NumberFormat(LANGUAGE_TAG[locale], { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const stays = ({ stability }: EditionHead, size: number) => {
    const top = stability?.tops.find((each) => each.size === size);
    return top ? figures.format(meanKept(top)) : t("untested");
  };
  return (
    <DataTable
      caption={t("editions")}
      columns={EDITION_COLUMNS.map((key) => ({ key, head: t(`columns.${key}`) }))}
      rows={editions.map((edition) => ({
        id: String(edition.number),
        cells: [
          <Fragment key="number">
            {edition.number}
            {edition.alone && (
              <span lang={edition.alone.locale} className="block text-sm font-normal text-muted">
                {edition.alone.reason}
              </span>
            )}
          </Fragment>,
          edition.methodVersion,
          edition.area,
          <Moment key="computed" locale={locale} at={edition.computedAt} />,
          stays(edition, 10),
          stays(edition, 25),
          <code key="checksum">{edition.inputsChecksum}</code>,
        ],
      }))}
    />
  );
}
