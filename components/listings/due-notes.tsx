import { formatAsOf, formatDay } from "@/lib/shared/dates";
import { dueOf, type Due } from "@/lib/listings/due-notes";
import type { ListingDetail } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { endedText } from "./license-text";
import { sourceText } from "./source-line";

interface DueNotesProps {
  locale: Locale;
  listing: ListingDetail;
  /** YYYY-MM-DD; null while nobody's report of a mistake waits. */
  reportedOn: string | null;
  /** YYYY-MM-DD in Los Angeles. */
  today: string;
}

interface Note {
  title: string;
  /** Folded under the title. */
  text?: string;
}

/** What is about to change at a place, or no longer fresh, above everything else; nothing of a closed one. */
export function DueNotes({ locale, listing, reportedOn, today }: DueNotesProps) {
  if (listing.closedOn) return null;
  const notes = [...knownFrom(locale, listing), ...dueOf(listing, reportedOn, today).map((due) => noteOf(locale, due))];
  if (notes.length === 0) return null;
  return (
    <ul
      aria-label={getTranslator(locale, "listings.due")("label")}
      className="mt-2 max-w-prose border-l-4 border-warning bg-warning-soft py-1 pr-2 pl-3 text-sm leading-snug"
    >
      {notes.map(({ title, text }) => (
        <li key={title} className="py-0.5">
          {text ? (
            <details>
              <summary className="py-1 font-semibold">{title}</summary>
              <p className="pb-1">{text}</p>
            </details>
          ) : (
            title
          )}
        </li>
      ))}
    </ul>
  );
}

/** That the newest directory leaves it out, and that the state's list alone names it. */
function knownFrom(locale: Locale, { leftOutOf, fromStateList }: ListingDetail): Note[] {
  const t = getTranslator(locale, "listings");
  const source = leftOutOf && sourceText(locale, { source: "samhsa", ...leftOutOf });
  return [
    ...(source ? [{ title: t("detail.leftOutTitle"), text: t("detail.leftOutText", { source }) }] : []),
    ...(fromStateList ? [{ title: t("fromStateList.title"), text: t("fromStateList.text") }] : []),
  ];
}

function noteOf(locale: Locale, due: Due): Note {
  const t = getTranslator(locale, "listings.due");
  switch (due.what) {
    case "licenseEnded":
      return { title: t("licenseEnded", { ended: endedText(locale, due.on, due.listDay) }) };
    case "licenseEnds":
      return { title: t("licenseEnds", { date: formatDay(locale, due.on) }) };
    case "reported":
      return { title: t("reported", { date: formatDay(locale, due.on) }) };
    case "oldAnswers":
      return { title: t("oldAnswers", { date: formatAsOf(locale, due.newest.asOf, due.newest.asOfPrecision) }) };
  }
}
