import { filtersQuery, withFilters, type ListingFilters } from "@/lib/search/filters";
import { nameIn } from "@/lib/search/gazetteer";
import type { NearReading } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { startText } from "./start-text";

interface NearNotesProps {
  locale: Locale;
  filters: ListingFilters;
  near: NearReading;
}

/** What the field "near" was read as, when that is not plainly what was typed. */
export function NearNotes({ locale, filters, near }: NearNotesProps) {
  const t = getTranslator(locale, "reading");
  const { typed, start, others, isCorrected, isWholeCounty, isElsewhere } = near;
  const links = others.length > 0 && <AreaLinks locale={locale} filters={filters} names={others} />;
  if (isWholeCounty)
    return (
      <p>
        {t("nearCounty")} {links}
      </p>
    );
  if (!start)
    return (
      <p>
        {links ? (
          <>
            {t("nearSeveral", { typed })} {links}
          </>
        ) : (
          t("nearUnknown", { typed })
        )}
      </p>
    );
  const place = startText(locale, start);
  if (links)
    return (
      <p>
        {t("vague", { typed, place })} {links}
      </p>
    );
  return (
    <>
      {isCorrected && <p>{t("taken", { typed, place })}</p>}
      {isElsewhere && <p>{t("nearElsewhere", { zip: start.name })}</p>}
    </>
  );
}

interface AreaLinksProps {
  locale: Locale;
  filters: ListingFilters;
  names: readonly string[];
}

/** The same search near each of these places. */
export function AreaLinks({ locale, filters, names }: AreaLinksProps) {
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 && " · "}
      <a
        href={localizedPath(locale, `/listings${filtersQuery(withFilters(filters, { near: name }))}#results`)}
        className="text-link"
      >
        {nameIn(locale, name)}
      </a>
    </span>
  ));
}
