import { ChoiceLinks } from "@/components/choices/choice-links";
import { optionLabel } from "@/lib/facts/filter-labels";
import { isSomethingKnown } from "@/lib/facts/key-facts";
import type { ListingFilters } from "@/lib/search/filters";
import type { SearchHit } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { streetAndCity } from "./address";
import { HitStanding } from "./hit-standing";
import { KeyFactsLine } from "./key-facts-line";
import { ListingName } from "./listing-name";
import { WhoLine } from "./who-line";

interface SearchHitProps {
  locale: Locale;
  hit: SearchHit;
  /** What the search hands on. */
  asked: ListingFilters;
  /** Whether there is a ZIP code that distances are measured from. */
  isMeasured: boolean;
}

/** A place that fits, with the filters that it did not answer. */
export function SearchHitItem({ locale, hit, asked, isMeasured }: SearchHitProps) {
  const t = getTranslator(locale, "listings");
  return (
    <li className="grid gap-x-6 border-t border-line py-4 sm:grid-cols-[1fr_11rem]">
      <h3 className="text-lg leading-snug">
        <ListingName locale={locale} place={hit} asked={asked} />
        {hit.unit && <span className="block font-sans text-sm font-normal text-muted">{hit.unit}</span>}
      </h3>
      <div className="tabular flex flex-wrap gap-x-4 text-sm sm:col-start-2 sm:row-span-2 sm:row-start-1 sm:block sm:text-right">
        <HitStanding locale={locale} hit={hit} />
        {isMeasured && <Distance locale={locale} hit={hit} />}
      </div>
      <div className="min-w-0">
        <p className="mb-1 text-sm text-muted">
          {t(`kind.${hit.kind}`)}&nbsp;· {streetAndCity(hit)}
        </p>
        <DidNotSay locale={locale} hit={hit} />
        <KnownFacts locale={locale} hit={hit} />
        <WhoLine locale={locale} who={hit.who} />
        <ChoiceLinks locale={locale} place={hit} asked={asked} phone={hit} />
      </div>
    </li>
  );
}

/** Of a place that answered nothing, one sentence says so. */
function KnownFacts({ locale, hit }: Pick<SearchHitProps, "locale" | "hit">) {
  const t = getTranslator(locale, "listings.fromStateList");
  return (
    <>
      {hit.fromStateList && <p className="text-sm">{t("hit")}</p>}
      {(!hit.fromStateList || isSomethingKnown(hit.facts)) && <KeyFactsLine locale={locale} facts={hit.facts} />}
    </>
  );
}

function DidNotSay({ locale, hit }: Pick<SearchHitProps, "locale" | "hit">) {
  const t = getTranslator(locale, "filters");
  if (hit.unknown.length === 0) return null;
  const labels = hit.unknown.map(({ group, option }) => optionLabel(locale, group, option));
  return (
    <p className="text-sm">
      <strong>{t("didNotSay")}</strong> {labels.join("; ")} ({t("didNotSayHint")})
    </p>
  );
}

function Distance({ locale, hit: { distance } }: Pick<SearchHitProps, "locale" | "hit">) {
  const t = getTranslator(locale, "filters");
  if (!distance) return <p className="text-muted">{t("distanceUnknown")}</p>;
  const miles = distance.miles < 10 ? Math.round(distance.miles * 10) / 10 : Math.round(distance.miles);
  return <p>{t(distance.isApproximate ? "distanceApproximate" : "distance", { miles })}</p>;
}
