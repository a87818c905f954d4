import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { ListingFilters } from "@/lib/search/filters";
import { nameIn } from "@/lib/search/gazetteer";
import type { SearchAnswer } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { placeText } from "./place-text";
import { NearNotes, PlaceLinks } from "./search-near-notes";
import { ReadingLink } from "./search-reading-link";

interface SearchNotesProps {
  locale: Locale;
  filters: ListingFilters;
  answer: SearchAnswer;
}

/** What the search did with the typed words beside searching, where the person lands: whom to call first of all. */
export function SearchNotes({ locale, filters, answer }: SearchNotesProps) {
  const t = getTranslator(locale, "reading");
  const { text, near } = answer;
  const isDanger = text.told.some(({ topic }) => topic === "danger");
  const notes = [
    ...nearNotes({ locale, filters, answer }),
    ...wordNotes({ locale, filters, answer }),
    ...text.told.filter(({ topic }) => topic !== "danger").map(({ topic, typed }) => t(`told.${topic}`, { typed })),
  ];
  const isNearStrange = near !== null && (near.start === null || near.others.length > 0 || near.isElsewhere);
  return (
    <div className="no-print mt-3 grid gap-3 empty:hidden">
      {isDanger && (
        <Notice tone="danger" role="alert">
          <p>{t("told.danger")}</p>
          <p className="flex flex-wrap gap-x-6">
            <a href="tel:911" className="inline-flex min-h-11 items-center font-semibold text-danger">
              {t("callNow")}
            </a>
            <a href={localizedPath(locale, "/help-now")} className="text-link inline-flex min-h-11 items-center">
              {t("dangerLink")}
            </a>
          </p>
        </Notice>
      )}
      {(isNearStrange || notes.length > 0) && (
        <Notice>
          <div className="grid gap-2">
            {near && <NearNotes locale={locale} filters={filters} near={near} />}
            {notes.map((note, index) => (
              <div key={index}>{note}</div>
            ))}
          </div>
        </Notice>
      )}
    </div>
  );
}

/** Of the place in the text, and of the field where it was left empty. */
function nearNotes({ locale, filters, answer: { text, near, result } }: SearchNotesProps): ReactNode[] {
  const t = getTranslator(locale, "reading");
  const { start } = result;
  const place = start ? placeText(locale, start) : "";
  const asks = text.asksPlace.map((typed) => (
    <>
      {t("asksPlace", { typed })}{" "}
      <a href="#near" className="text-link">
        {t("asksPlaceLink")}
      </a>
    </>
  ));
  const aside = [...(near?.start && text.near ? [text.near.typed] : []), ...text.setAside];
  const isNeeded = filters.sort === "distance" && start === null && text.asksPlace.length === 0;
  return [
    ...(start === null ? asks : []),
    ...(isNeeded ? [getTranslator(locale, "filters")("placeNeeded")] : []),
    ...(text.near && text.near.others.length > 0 && !near?.start
      ? [
          <>
            {t("vague", { typed: text.near.typed, place })}{" "}
            <PlaceLinks locale={locale} filters={filters} names={text.near.others} />
          </>,
        ]
      : []),
    ...(text.near?.isElsewhere && !near?.start ? [t("nearElsewhere", { zip: text.near.start.name })] : []),
    ...aside.map((typed) => t("setAside", { typed, place })),
  ];
}

/** Of words that were mistyped, that nothing is called, or that no place has together. */
function wordNotes({ locale, filters, answer: { text, facets } }: SearchNotesProps): ReactNode[] {
  const t = getTranslator(locale, "reading");
  const isNothing = facets.total.value === 0;
  const isNumber = (word: string) => /^\d+$/.test(word);
  const unknown = text.unknown.filter((word) => !isNumber(word)).join(", ");
  return [
    ...text.corrections.map(({ typed, used }) => (
      <>
        {t("corrected", { typed, used: nameIn(locale, used) })}{" "}
        <ReadingLink locale={locale} filters={filters} wording="exact">
          {t("exactly", { typed: filters.text })}
        </ReadingLink>
      </>
    )),
    ...(unknown ? [t(isNothing ? "unknownAlone" : "unknown", { typed: unknown })] : []),
    ...text.unknown.filter(isNumber).map((typed) => t("unknownNumber", { typed })),
    ...(text.anyWord ? [t("anyWord", { typed: text.words.join(", ") })] : []),
    ...(isNothing ? text.numbers.map((typed) => t("noNumber", { typed })) : []),
  ];
}
