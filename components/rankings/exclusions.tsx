import { ListingName } from "@/components/listings/listing-name";
import type { ListingCard } from "@/lib/facts/card";
import { tellingApart } from "@/lib/facts/listing-title";
import { GATE_REASONS, type GateReason } from "@/lib/rankings/gates";
import type { ExcludedListing } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { exclusionDetail } from "./exclusion-reason";

/** Those that may help a person with opioid use disorder come before those that say they do not treat it. */
const OTHERS = "does_not_treat_opioid_use_disorder" satisfies GateReason;
const REASONS = [...GATE_REASONS.filter((reason) => reason !== OTHERS), OTHERS] as const;

/** Every place the edition does not rank, under the reason. */
export function Exclusions({ locale, exclusions }: { locale: Locale; exclusions: ExcludedListing[] }) {
  const t = getTranslator(locale, "rankings.excluded");
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
        />
      ))}
    </section>
  );
}

interface ReasonGroupProps {
  locale: Locale;
  reason: GateReason;
  places: ExcludedListing[];
}

function ReasonGroup({ locale, reason, places }: ReasonGroupProps) {
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
            <ListingName locale={locale} place={place.listing} />
            <span className="block text-sm text-muted">
              {[whereOf(place.listing), exclusionDetail(locale, place)].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Of one that is gone the address is no longer shown. */
function whereOf(listing: ListingCard): string {
  return listing.presence === "gone" ? listing.city : tellingApart(listing);
}
