import type { ListingFilters } from "@/lib/search/filters";
import type { SearchAnswer } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { ListingName } from "./listing-name";
import { ReadingLink } from "./search-reading-link";

const SHOWN = { exact: "exactShown", name: "nameShown", street: "streetShown" } as const;

interface SearchReadingProps {
  locale: Locale;
  filters: ListingFilters;
  /** What the search hands on. */
  asked: ListingFilters;
  answer: Pick<SearchAnswer, "text" | "named">;
}

/** That the text was read as it stands, and the way to what it means; places that are called like a text that means something. */
export function SearchReading({ locale, filters, asked, answer: { text, named } }: SearchReadingProps) {
  const t = getTranslator(locale, "reading");
  if (filters.text === "" || (text.readAs === "meaning" && named.length === 0)) return null;
  return (
    <div className="no-print mt-2 grid max-w-prose gap-2">
      {named.length > 0 && (
        <p>
          <strong>{t("named")}</strong>{" "}
          {named.map((place, index) => (
            <span key={place.slug}>
              {index > 0 && " · "}
              <ListingName locale={locale} place={place} asked={asked} />
              {`, ${place.city}`}
            </span>
          ))}
          {text.named?.isTyped && (
            <>
              {" · "}
              <ReadingLink locale={locale} filters={filters} wording="exact">
                {t("allNamed")}
              </ReadingLink>
            </>
          )}
        </p>
      )}
      {text.readAs !== "meaning" && (
        <p className="text-sm text-muted">
          {t(SHOWN[text.readAs])}{" "}
          <ReadingLink locale={locale} filters={filters} wording="meaning">
            {t("asMeaning")}
          </ReadingLink>
        </p>
      )}
    </div>
  );
}

/**
 * What of the text leaves nothing out, and the same words as they stand: below the places, for whoever did not find theirs.
 * Where a word was mistyped, the note about it leads there (SearchNotes).
 */
export function ExactReading({ locale, filters, answer: { text } }: Omit<SearchReadingProps, "asked">) {
  const t = getTranslator(locale, "reading");
  const { subject, county, readAs, corrections } = text;
  if (filters.text === "" || readAs !== "meaning") return null;
  return (
    <p className="no-print mt-3 max-w-prose text-sm text-muted">
      {subject.length > 0 && <>{t("subject", { typed: subject.join(", ") })} </>}
      {county.length > 0 && <>{t("county", { typed: county.join(", ") })} </>}
      {corrections.length === 0 && (
        <ReadingLink locale={locale} filters={filters} wording="exact">
          {t("asExact")}
        </ReadingLink>
      )}
    </p>
  );
}
