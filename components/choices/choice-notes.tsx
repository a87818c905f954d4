import { listingTitle } from "@/components/listings/listing-name";
import { fullTitle } from "@/lib/facts/listing-title";
import { Notice } from "@/components/ui/notice";
import type { AskableChoice, Choice } from "@/lib/choices/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface ChoiceNotesProps {
  locale: Locale;
  choice: Choice & Partial<Pick<AskableChoice, "closed">>;
  /** How many places the page holds. */
  limit: number;
}

/** Says when a URL names too many places, one twice, or an unknown one; else nothing. */
export function ChoiceNotes({ locale, choice, limit }: ChoiceNotesProps) {
  const t = getTranslator(locale, "choices.notes");
  const { leftOut, closed = [], archived, unknown, repeated } = choice;
  const notes = [
    leftOut.length > 0 &&
      t("leftOut", { limit, names: leftOut.map((place) => listingTitle(locale, place)).join("; ") }),
    ...closed.map((place) => t("closed", { name: fullTitle(place) })),
    ...archived.map((name) => t("archived", { name })),
    unknown && t("unknown"),
    repeated && t("repeated"),
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <div className="mt-5 max-w-prose">
      <Notice tone="warning">
        <ul className="space-y-1">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
