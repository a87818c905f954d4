import { Whole } from "@/components/ui/whole";
import type { ListingDetail, OperatorView } from "@/lib/listings/types";
import { operatorKey } from "@/lib/operators/operator-key";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { placeLine } from "./address";
import { ListingName } from "./listing-name";

/** Who runs a place, when that is not said by its own name. */
export function namedOperator({ name, state, operator }: ListingDetail): OperatorView | null {
  return operator && operatorKey(operator.name, state) !== operatorKey(name, state) ? operator : null;
}

interface OperatorLineProps {
  locale: Locale;
  listing: ListingDetail;
  /** What the person asked for. */
  asked?: ListingFilters;
}

/** Who runs the place, with the other places that we list of them. */
export function OperatorLine({ locale, listing, asked = NO_FILTERS }: OperatorLineProps) {
  const operator = namedOperator(listing);
  if (!operator) return null;
  const t = getTranslator(locale, "listings.operator");
  const { name, others } = operator;
  const words = <span className="wrap-anywhere">{t("runBy", { name })}</span>;
  if (others.length === 0) return <p className="mt-3">{words}</p>;
  return (
    <details className="mt-1">
      <summary className="min-h-11 max-w-prose py-3">
        {words} <span className="text-muted">· {t("others", { count: others.length })}</span>
      </summary>
      <ul className="gap-x-8 border-l-2 border-line pl-4 sm:columns-2">
        {others.map((place) => (
          <li key={place.slug} className="break-inside-avoid py-1.5 wrap-anywhere">
            <ListingName locale={locale} place={place} asked={asked} />
            <span className="block text-sm text-muted">
              <Whole>{[place.unit, placeLine(place)].filter(Boolean).join(" · ")}</Whole>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
