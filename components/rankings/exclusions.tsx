import { ListingName } from "@/components/listings/listing-name";
import type { ListingCard } from "@/lib/facts/card";
import { GATE_REASONS, type GateReason } from "@/lib/rankings/gates";
import type { ExcludedListing, RankedProgram } from "@/lib/rankings/types";
import { plainWords } from "@/lib/search/words";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { exclusionDetail } from "./exclusion-reason";

/** Those that may help a person with opioid use disorder come before those that say they do not treat it. */
const OTHERS = "does_not_treat_opioid_use_disorder" satisfies GateReason;
const REASONS = [...GATE_REASONS.filter((reason) => reason !== OTHERS), OTHERS] as const;

interface ExclusionsProps {
  locale: Locale;
  exclusions: ExcludedListing[];
  /** Ranked on the same page. */
  entries: readonly RankedProgram[];
}

/** Every place the edition does not rank, under the reason. */
export function Exclusions({ locale, exclusions, entries }: ExclusionsProps) {
  const t = getTranslator(locale, "rankings.excluded");
  const ranked = entries.flatMap(({ members }) => members.map(({ listing }) => listing));
  const shared = sharedNames([...ranked, ...exclusions.map(({ listing }) => listing)]);
  return (
    <section id="not-ranked" aria-labelledby="not-ranked-title" className="mt-16">
      <h2 id="not-ranked-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mb-4 max-w-prose text-muted">{t(exclusions.length > 0 ? "lead" : "none")}</p>
      {REASONS.map((reason) => (
        <ReasonGroup
          key={reason}
          locale={locale}
          reason={reason}
          places={exclusions.filter((place) => place.reason === reason)}
          shared={shared}
        />
      ))}
    </section>
  );
}

interface ReasonGroupProps {
  locale: Locale;
  reason: GateReason;
  places: ExcludedListing[];
  /** Names that several places of the page have. */
  shared: ReadonlySet<string>;
}

function ReasonGroup({ locale, reason, places, shared }: ReasonGroupProps) {
  const t = getTranslator(locale, "rankings.excluded");
  if (places.length === 0) return null;
  return (
    <details className="border-t border-line last:border-b">
      <summary className="min-h-11 py-3">
        <h3 className="inline font-sans text-base font-semibold">{t(`reasons.${reason}.title`)}</h3>
        <span className="text-muted"> · {t("count", { count: places.length })}</span>
      </summary>
      <p className="max-w-prose pb-3 text-sm text-muted">{t(`reasons.${reason}.text`)}</p>
      <ul className="gap-x-8 pb-4 sm:columns-2">
        {places.map((place) => (
          <li key={place.listing.slug} className="break-inside-avoid py-1.5">
            <Excluded locale={locale} place={place} isShared={shared.has(nameKey(place.listing))} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** With its address where another place of the page has its name: with all of them, the page would be too heavy. */
function Excluded({ locale, place, isShared }: { locale: Locale; place: ExcludedListing; isShared: boolean }) {
  const { listing } = place;
  const line = [!isShared && listing.unit, !isShared && listing.city, exclusionDetail(locale, place)].filter(Boolean);
  return (
    <>
      <ListingName locale={locale} place={listing} {...(isShared ? { isWhole: true } : { words: listing.name })} />
      {line.length > 0 && <span className="block text-sm text-muted">{line.join(" · ")}</span>}
    </>
  );
}

const nameKey = ({ name }: ListingCard) => plainWords(name).join(" ");

function sharedNames(listings: readonly ListingCard[]): ReadonlySet<string> {
  const keys = listings.map(nameKey);
  const seen = new Set<string>();
  return new Set(keys.filter((key) => seen.size === seen.add(key).size));
}
