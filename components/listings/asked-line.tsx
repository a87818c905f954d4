import { optionLabel } from "@/lib/facts/filter-labels";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import { askedPairs } from "@/lib/search/asked";
import { countChosen, filtersQuery, type ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** What the person asked for, on every page that hands it on, with the way back to change it; nothing when nothing. */
export function AskedLine({ locale, asked }: { locale: Locale; asked: ListingFilters }) {
  const t = getTranslator(locale, "filters");
  if (countChosen(asked) === 0) return null;
  return (
    <p data-asked={dataAsked(asked)} className="mt-4 max-w-prose border-l-4 border-accent pl-3">
      <span className="text-muted">{t("active")}:</span> <strong>{askedText(locale, asked)}</strong>{" "}
      <a
        href={localizedPath(locale, `/listings${filtersQuery(asked)}`)}
        className="text-link no-print inline-flex min-h-11 items-center"
      >
        {t("change")}
      </a>
    </p>
  );
}

/** For public/shortlist.js, which hands it on to the list that is kept on the device. */
export function dataAsked(asked: ListingFilters): string {
  return new URLSearchParams(askedPairs(asked)).toString();
}

/** "Medi-Cal · Staying on methadone or Staying on buprenorphine": what holds together, group by group. */
export function askedText(locale: Locale, asked: ListingFilters): string {
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const groups = FILTER_GROUPS.filter((group) => asked[group].length > 0);
  return groups
    .map((group) => list.format(asked[group].map((option) => optionLabel(locale, group, option))))
    .join(" · ");
}
