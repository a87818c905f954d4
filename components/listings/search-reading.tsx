import type { ListingFilters } from "@/lib/search/filters";
import type { SearchAnswer } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { ListingName } from "./listing-name";
import { ReadingLink } from "./search-reading-link";

interface SearchReadingProps {
  locale: Locale;
  filters: ListingFilters;
  /** What the search hands on. */
  asked: ListingFilters;
  answer: Pick<SearchAnswer, "text" | "named">;
}

/** What of the text leaves nothing out, who is called so, and the other way to read it. */
export function SearchReading({ locale, filters, asked, answer: { text, named } }: SearchReadingProps) {
  const t = getTranslator(locale, "reading");
  if (filters.text === "") return null;
  const { subject, county, readAs, corrections } = text;
  // Where a word was mistyped, the note about it leads there (SearchNotes).
  const isOffered = readAs === "meaning" && corrections.length > 0;
  return (
    <div className="no-print mt-2 max-w-prose text-sm text-muted">
      {named.length > 0 && (
        <p className="mb-2 text-base text-ink">
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
      <p>
        {subject.length > 0 && <>{t("subject", { typed: subject.join(", ") })} </>}
        {county.length > 0 && <>{t("county", { typed: county.join(", ") })} </>}
        {readAs === "exact" && <>{t("exactShown")} </>}
        {readAs === "name" && <>{t("nameShown")} </>}
        {readAs === "street" && <>{t("streetShown")} </>}
        {!isOffered && (
          <ReadingLink locale={locale} filters={filters} wording={readAs === "meaning" ? "exact" : "meaning"}>
            {t(readAs === "meaning" ? "asExact" : "asMeaning")}
          </ReadingLink>
        )}
      </p>
    </div>
  );
}
