import { ChoiceLinks } from "@/components/choices/choice-links";
import { streetAndCity } from "@/components/listings/address";
import { ListingName } from "@/components/listings/listing-name";
import { whoText } from "@/components/listings/who-line";
import { reasonSentence } from "@/components/rankings/reason-text";
import { Whole } from "@/components/ui/whole";
import { inBrief, isForGroupAlone } from "@/lib/facts/who-can-go";
import { MAP_PATH } from "@/lib/map/paths";
import type { RankingMethod } from "@/lib/rankings/schema";
import { surveyYearsText } from "@/lib/rankings/survey-years";
import type { Edition, RankedProgram } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

const SHOWN = 3;
const LINK = "text-link inline-flex min-h-11 items-center font-semibold";

interface PicksProps {
  locale: Locale;
  /** Null before the first. */
  edition: Edition | null;
  /** That computed it. */
  method: RankingMethod | null;
}

/** The first programs of the newest edition that people can go to, each with its reason and its phone. */
export function Picks({ locale, edition, method }: PicksProps) {
  const t = getTranslator(locale, "home.top");
  const top = edition?.entries.filter(isPick) ?? [];
  return (
    <section aria-labelledby="top-title" className="mt-14">
      <h2 id="top-title" className="text-2xl">
        {t("title")}
      </h2>
      {!edition && <p className="mt-2">{t("empty")}</p>}
      {edition && method && (
        <>
          <p className="mt-2 mb-4 max-w-prose text-muted">
            {t("lead", {
              shown: Math.min(SHOWN, top.length),
              years: surveyYearsText(top) ?? "none",
            })}
          </p>
          <ol className="grid gap-x-8 lg:grid-cols-3">
            {top.slice(0, SHOWN).map((entry) => (
              <Pick key={entry.listing.slug} locale={locale} entry={entry} method={method} />
            ))}
          </ol>
          <p className="mt-3 flex flex-wrap gap-x-8">
            <a href={localizedPath(locale, "/rankings")} className={LINK}>
              {t("all")}
            </a>
            <a href={localizedPath(locale, MAP_PATH)} className={LINK}>
              {getTranslator(locale, "map")("link")}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

/** A place for one group alone is no pick for everybody. */
function isPick({ band, listing, who }: RankedProgram): boolean {
  return band === 1 && listing.presence === "open" && !isForGroupAlone(who);
}

function Pick({ locale, entry, method }: { locale: Locale; entry: RankedProgram; method: RankingMethod }) {
  const { listing, criteria, facts, who } = entry;
  return (
    <li className="border-t border-line py-3 lg:border-t-2">
      <h3 className="text-lg leading-snug">
        <ListingName locale={locale} place={listing} />
        {listing.unit && <span className="block font-sans text-sm font-normal text-muted">{listing.unit}</span>}
      </h3>
      <p className="text-sm text-muted">
        {getTranslator(locale, "listings.kind")(listing.kind)}&nbsp;· <Whole>{streetAndCity(listing)}</Whole> ·{" "}
        <strong className="text-ink">{whoText(locale, inBrief(who))}</strong>
      </p>
      <p className="mt-1.5">
        <Whole>{reasonSentence(locale, method, criteria, facts)}</Whole>
      </p>
      <ChoiceLinks locale={locale} place={listing} phone={listing} />
    </li>
  );
}
