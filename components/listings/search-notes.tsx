import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { groupLabel, optionLabel } from "@/lib/facts/filter-labels";
import type { Ignored, ListingFilters } from "@/lib/search/filters";
import type { SearchAnswer, TextQuery } from "@/lib/search/types";
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
      <TextNotes locale={locale} filters={filters} text={text} />
      {result.nearIsKnown === false && <Note>{t("unknownZip", { zip: filters.near ?? "" })}</Note>}
      {zipNeeded && <Note>{t("zipNeeded")}</Note>}
    </div>
  );
}

/** How the typed text was read, in one box. */
function TextNotes({ locale, filters, text }: Pick<SearchNotesProps, "locale" | "filters"> & { text: TextQuery }) {
  const t = getTranslator(locale, "filters");
  const { corrections, asked, near, subject } = text;
  const notes = [
    ...corrections.map(({ typed, used }) => t("correction", { typed, used: used.join(", ") })),
    ...asked.map(({ typed, group, options }) => {
      const option = options.map((each) => optionLabel(locale, group, each)).join(", ");
      return t("readAs", { typed, group: groupLabel(locale, group), option });
    }),
    ...(near ? [t("readNear", { place: near.name, zip: filters.near ?? near.zip })] : []),
    ...(subject.length > 0 ? [t("subject", { typed: subject.join(", ") })] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <Notice>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </Notice>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <Notice>
      <p>{children}</p>
    </Notice>
  );
}
