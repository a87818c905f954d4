import { addressLine } from "@/components/listings/address";
import { ListingName } from "@/components/listings/listing-name";
import { PhoneLink } from "@/components/listings/phone-link";
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

/** A place to try next, with its number to dial, and what it did not say of all that the next place must have. */
export function NextCall({ locale, place, asked }: NextCallProps) {
  const t = getTranslator(locale, "callSheet.next");
  const words = getTranslator(locale, "listings");
  return (
    <li className="grid gap-x-6 border-b border-line-strong py-2 sm:grid-cols-[1fr_auto] print:grid-cols-[1fr_auto]">
      <div>
        <p className="font-semibold">
          <ListingName locale={locale} place={place} asked={asked} />
          {place.unit && <span className="font-normal">, {place.unit}</span>}
        </p>
        <p className="text-sm leading-snug">
          {words(`kind.${place.kind}`)}&nbsp;· {addressLine(place)}
        </p>
        <p className="text-sm text-muted">
          {words("search.rank", { rank: place.rank })}
          {place.miles !== null && <> · {t("miles", { miles: Math.round(place.miles) })}</>}
        </p>
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
    <p className="text-sm">
      <strong>{t("didNotSay")}</strong> {labels.join("; ")} ({t("didNotSayHint")})
    </p>
  );
}
