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

/** Where the search did something other than what the address says. */
export function SearchNotes({ locale, filters, ignored, answer: { result, text } }: SearchNotesProps) {
  const t = getTranslator(locale, "filters");
  const zipNeeded = result.nearIsKnown === null && filters.sort === "distance";
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
      {text.corrections.map(({ typed, used }) => (
        <Note key={typed}>{t("correction", { typed, used: used.join(", ") })}</Note>
      ))}
      {text.asked.map(({ typed, group, options }) => (
        <Note key={`${group} ${typed}`}>
          {t("readAs", {
            typed,
            group: groupLabel(locale, group),
            option: options.map((option) => optionLabel(locale, group, option)).join(", "),
          })}
        </Note>
      ))}
      {text.near && <Note>{t("readNear", { place: text.near.name, zip: filters.near ?? text.near.zip })}</Note>}
      {text.subject.length > 0 && <Note>{t("subject", { typed: text.subject.join(", ") })}</Note>}
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
