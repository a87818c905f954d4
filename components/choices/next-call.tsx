import { streetAndCity } from "@/components/listings/address";
import { CardFacts } from "@/components/listings/card-facts";
import { Joined } from "@/components/listings/joined";
import { ListingName } from "@/components/listings/listing-name";
import { PhoneLink } from "@/components/listings/phone-link";
import { Whole } from "@/components/ui/whole";
import type { NextListing } from "@/lib/choices/types";
import { optionLabel } from "@/lib/facts/filter-labels";
import type { ListingFilters } from "@/lib/search/filters";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface NextCallProps {
  locale: Locale;
  place: NextListing;
  /** What the person asked for. */
  asked: ListingFilters;
}

/**
 * A place to try next, with what every card says, its number to dial, and what it did not say of all that the next place must
 * have.
 */
export function NextCall({ locale, place, asked }: NextCallProps) {
  const t = getTranslator(locale, "callSheet.next");
  const words = getTranslator(locale, "listings");
  return (
    <li className="grid gap-x-6 border-b border-line-strong py-2 text-[0.875rem] leading-[1.3] sm:grid-cols-[1fr_auto] print:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p className="text-base leading-tight font-semibold">
          <ListingName locale={locale} place={place} asked={asked} />
          {place.unit && <span className="font-normal">, {place.unit}</span>}
        </p>
        <p className="tabular">
          <Joined>
            {place.miles !== null && t("miles", { miles: Math.round(place.miles) })}
            {words("search.rank", { rank: place.rank })}
            <span className="text-[0.8125rem] text-muted">
              <Joined>
                {words(`kind.${place.kind}`)}
                <Whole>{streetAndCity(place)}</Whole>
              </Joined>
            </span>
          </Joined>
        </p>
        <CardFacts locale={locale} facts={place.facts} who={place.who} />
        <Unsaid locale={locale} place={place} />
      </div>
      <p className="text-xl">
        {place.phone ? (
          <PhoneLink locale={locale} place={place} phone={place.phone} extension={place.phoneExtension} />
        ) : (
          <span className="text-base">{words("noPhone")}</span>
        )}
      </p>
    </li>
  );
}

function Unsaid({ locale, place }: Pick<NextCallProps, "locale" | "place">) {
  const t = getTranslator(locale, "filters");
  const labels = place.unsaid.flatMap(({ group, options }) =>
    options.map((option) => optionLabel(locale, group, option)),
  );
  if (labels.length === 0) return null;
  return (
    <p>
      <strong>{t("didNotSay")}</strong> {labels.join("; ")} ({t("didNotSayHint")})
    </p>
  );
}
