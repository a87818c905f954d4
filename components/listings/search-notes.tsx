import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { ListingFilters } from "@/lib/search/filters";
import { nameIn } from "@/lib/search/gazetteer";
import type { SearchAnswer } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { AreaLinks, NearNotes } from "./search-near-notes";
import { ReadingLink } from "./search-reading-link";
import { startText } from "./start-text";

interface SearchNotesProps {
  locale: Locale;
  filters: ListingFilters;
  answer: SearchAnswer;
}

/** A sentence, and what it leads to. */
interface Note {
  text: string;
  more?: ReactNode;
  /** It says what was not understood or not done: it never folds. */
  isNotUnderstood?: boolean;
}

/** So many stand open; the places are near then. */
const MAX_OPEN = 2;

/** What the search did with the typed words beside searching, where the person lands. */
export function SearchNotes({ locale, filters, answer }: SearchNotesProps) {
  const t = getTranslator(locale, "reading");
  const { text, near } = answer;
  // Danger is told before all else (SearchDanger).
  const told = text.told.filter(({ topic }) => topic !== "danger");
  const notes: Note[] = [
    ...nearNotes({ locale, filters, answer }),
    ...wordNotes({ locale, filters, answer }),
    ...told.map(({ topic, typed }) => ({ text: t(`told.${topic}`, { typed }), isNotUnderstood: topic === "without" })),
  ];
  const unclear = notes.filter(({ isNotUnderstood }) => isNotUnderstood);
  const others = notes.filter(({ isNotUnderstood }) => !isNotUnderstood);
  const isNearTold = near !== null && (!near.start || near.others.length > 0 || near.isElsewhere || near.isCorrected);
  // A fold that holds one note is no shorter than the note.
  const room = Math.max(MAX_OPEN - (isNearTold ? 1 : 0) - unclear.length, 0);
  const open = others.length <= room + 1 ? others : others.slice(0, room);
  const folded = others.slice(open.length);
  return (
    <div className="no-print mt-2 grid gap-2 empty:hidden sm:mt-3 sm:gap-3">
      {(isNearTold || notes.length > 0) && (
        <Notice>
          <div className="grid gap-2 max-sm:text-sm">
            {near && <NearNotes locale={locale} filters={filters} near={near} />}
            <Notes notes={[...unclear, ...open]} />
            {folded.length > 0 && (
              <details>
                <summary className="min-h-11 cursor-pointer py-2.5">{t("moreNotes", { count: folded.length })}</summary>
                <div className="grid gap-2">
                  <Notes notes={folded} />
                </div>
              </details>
            )}
          </div>
        </Notice>
      )}
    </div>
  );
}

function Notes({ notes }: { notes: readonly Note[] }) {
  return notes.map(({ text, more }) => (
    <p key={text}>
      {text} {more}
    </p>
  ));
}

/** Of the place in the text, and of the field where it was left empty. */
function nearNotes({ locale, filters, answer: { text, near, result } }: SearchNotesProps): Note[] {
  const t = getTranslator(locale, "reading");
  const { start } = result;
  const place = start ? startText(locale, start) : "";
  const taken = near?.start ? null : text.near;
  const aside = [...(near?.start && text.near ? [text.near.typed] : []), ...text.setAside];
  const asks = text.asksPlace.map((typed) => ({
    text: t("asksPlace", { typed }),
    more: (
      <a href="#near" className="text-link">
        {t("asksPlaceLink")}
      </a>
    ),
  }));
  const isNeeded = filters.sort === "distance" && text.asksPlace.length === 0;
  const needed = isNeeded ? [{ text: getTranslator(locale, "filters")("placeNeeded") }] : [];
  const vague = taken && {
    text: t("vague", { typed: taken.typed, place }),
    more: <AreaLinks locale={locale} filters={filters} names={taken.others} />,
  };
  return [
    ...(start === null ? [...asks, ...needed] : []),
    ...(vague && taken.others.length > 0 ? [vague] : []),
    ...(taken?.isElsewhere ? [{ text: t("nearElsewhere", { zip: taken.start.name }) }] : []),
    ...aside.map((typed) => ({ text: t("setAside", { typed, place }) })),
  ];
}

const isNumber = (word: string) => /^\d+$/.test(word);

/** Of words that were mistyped, that nothing is called, or that no place has together. */
function wordNotes({ locale, filters, answer: { text, facets } }: SearchNotesProps): Note[] {
  const t = getTranslator(locale, "reading");
  const isNothing = facets.total.value === 0;
  const unknown = text.unknown.filter((word) => !isNumber(word)).join(", ");
  const corrections = text.corrections.map(({ typed, used }) => ({
    text: t("corrected", { typed, used: nameIn(locale, used) }),
    more: (
      <ReadingLink locale={locale} filters={filters} wording="exact">
        {t("exactly", { typed: filters.text })}
      </ReadingLink>
    ),
  }));
  return [
    ...corrections,
    ...(unknown
      ? [{ text: t(isNothing ? "unknownAlone" : "unknown", { typed: unknown }), isNotUnderstood: true }]
      : []),
    ...text.unknown.filter(isNumber).map((typed) => ({
      text: t(text.readAs === "street" ? "noHouse" : "unknownNumber", { typed }),
      isNotUnderstood: true,
    })),
    ...(text.anyWord ? [{ text: t("anyWord", { typed: text.words.join(", ") }) }] : []),
    ...(isNothing ? text.numbers.map((typed) => ({ text: t("noNumber", { typed }) })) : []),
  ];
}
