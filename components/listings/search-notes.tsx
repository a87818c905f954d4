import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { groupLabel, optionLabel } from "@/lib/facts/filter-labels";
import type { Ignored, ListingFilters } from "@/lib/search/filters";
import type { SearchAnswer } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface SearchNotesProps {
  locale: Locale;
  filters: ListingFilters;
  ignored: readonly Ignored[];
  answer: SearchAnswer;
}

/** Says when the search did something else than the URL says. */
export function SearchNotes({ locale, filters, ignored, answer: { result, corrections, readAs } }: SearchNotesProps) {
  const t = getTranslator(locale, "filters");
  const zipNeeded = filters.near === null && filters.sort === "distance";
  return (
    <div className="mt-4 grid gap-3 empty:hidden">
      {ignored.length > 0 && (
        <Notice title={t("ignored.title")}>
          <p className="break-words">
            {t("ignored.text")}{" "}
            {ignored.map(({ name, value }, index) => (
              <span key={`${name}=${value}`}>
                {index > 0 && ", "}
                <code>{value === null ? name : `${name}=${value}`}</code>
              </span>
            ))}
          </p>
        </Notice>
      )}
      {corrections.map(({ typed, used }) => (
        <Note key={typed}>{t("correction", { typed, used: used.join(", ") })}</Note>
      ))}
      {readAs && (
        <Note>
          {t("readAs", {
            typed: filters.text,
            group: groupLabel(locale, readAs.group),
            option: optionLabel(locale, readAs.group, readAs.option),
          })}
        </Note>
      )}
      {result.nearIsKnown === false && <Note>{t("unknownZip", { zip: filters.near ?? "" })}</Note>}
      {zipNeeded && <Note>{t("zipNeeded")}</Note>}
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <Notice>
      <p>{children}</p>
    </Notice>
  );
}
