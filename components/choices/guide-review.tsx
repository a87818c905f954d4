import { startText } from "@/components/listings/start-text";
import { ButtonLink } from "@/components/ui/button";
import { groupLabel, optionLabel } from "@/lib/facts/filter-labels";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import { nearOf } from "@/lib/search/asked";
import { filtersQuery, withFilters, type ListingFilters } from "@/lib/search/filters";
import type { Count } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface GuideReviewProps {
  locale: Locale;
  filters: ListingFilters;
  /** How many places fit, and how many with those that did not answer. */
  fitting: Count;
  withUnknown: Count;
}

/** What the answers set, before anything is searched; the URL holds these filters and nothing else. */
export function GuideReview({ locale, filters, fitting, withUnknown }: GuideReviewProps) {
  const t = getTranslator(locale, "find.review");
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const groups = FILTER_GROUPS.filter((group) => filters[group].length > 0);
  const start = nearOf(filters)?.start;
  const to = (change: Partial<ListingFilters>) =>
    localizedPath(locale, `/listings${filtersQuery(withFilters(filters, change))}`);
  return (
    <section
      aria-labelledby="review-title"
      className="mt-6 max-w-prose rounded-lg border-2 border-accent bg-surface p-5"
    >
      <h2 id="review-title" className="text-2xl">
        {t("title")}
      </h2>
      <dl className="mt-2">
        {groups.map((group) => (
          <div key={group} className="border-t border-line py-2">
            <dt className="text-sm text-muted">{groupLabel(locale, group)}</dt>
            <dd>{list.format(filters[group].map((option) => optionLabel(locale, group, option)))}</dd>
          </div>
        ))}
        <div className="border-t border-line py-2">
          <dt className="text-sm text-muted">{t("order")}</dt>
          <dd>{start ? t("byDistance", { place: startText(locale, start) }) : t("byRank")}</dd>
        </div>
      </dl>
      {groups.length === 0 && <p className="mt-1">{t("none")}</p>}
      <p className="mt-4 flex flex-wrap gap-3">
        <ButtonLink href={to({})}>{t(fitting.isAtLeast ? "showMany" : "show", { count: fitting.value })}</ButtonLink>
        {withUnknown.value > fitting.value && (
          <ButtonLink look="quiet" href={to({ includeUnknown: true })}>
            {t(withUnknown.isAtLeast ? "showUnknownMany" : "showUnknown", { count: withUnknown.value })}
          </ButtonLink>
        )}
      </p>
      <p className="mt-3 text-sm text-muted">{t("unknownText")}</p>
    </section>
  );
}
