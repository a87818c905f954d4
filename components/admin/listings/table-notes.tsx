import { Notice } from "@/components/ui/notice";
import { MAX_SEARCH_LENGTH, type AskedTable } from "@/lib/listing-table/schema";
import type { ListingPage } from "@/lib/listing-table/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { withParameters } from "../with-parameters";
import { optionText, parameterText } from "./filter-text";

interface TableNotesProps extends AskedTable {
  locale: Locale;
  found: ListingPage;
}

const LINK = "text-link inline-flex min-h-11 items-center";

/** What of the URL was not used, how the search was read, and what to take away when nothing is found. */
export function TableNotes({ locale, table, leftOut, found: { isAlike, total, without } }: TableNotesProps) {
  const t = getTranslator(locale, "admin.listingTable");
  return (
    <>
      {leftOut.length > 0 && (
        <Notice tone="warning" role="alert">
          <p>{t("leftOut", { names: leftOut.map((name) => parameterText(locale, name)).join(", ") })}</p>
          {leftOut.includes("q") && <p>{t("leftOutSearch", { most: MAX_SEARCH_LENGTH })}</p>}
        </Notice>
      )}
      {isAlike && total > 0 && <Notice>{t("alike", { text: table.q })}</Notice>}
      {total === 0 && (
        <Notice title={t("nothing")}>
          {without.length === 0 && <p>{t("withoutAny")}</p>}
          <ul>
            {without.map(({ filter, total: others }) => {
              const name = `${parameterText(locale, filter)}: ${optionText(locale, filter, table[filter])}`;
              return (
                <li key={filter}>
                  <a className={LINK} href={withParameters("/admin/listings", { ...table, [filter]: "", page: 1 })}>
                    {t("without", { name, total: others })}
                  </a>
                </li>
              );
            })}
            <li>
              <a className={LINK} href="/admin/listings">
                {t("all")}
              </a>
            </li>
          </ul>
        </Notice>
      )}
    </>
  );
}
