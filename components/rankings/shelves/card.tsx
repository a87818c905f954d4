import { streetAndCity } from "@/components/listings/address";
import { ListingName } from "@/components/listings/listing-name";
import { PhoneLink } from "@/components/listings/phone-link";
import { inBrief } from "@/lib/facts/who-can-go";
import { whoText } from "@/components/listings/who-line";
import { Whole } from "@/components/ui/whole";
import type { RankingMethod } from "@/lib/rankings/schema";
import type { RankedProgram } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { reasonSentence } from "../reason-text";

interface ShelfCardProps {
  locale: Locale;
  entry: RankedProgram;
  /** That computed the edition. */
  method: RankingMethod;
}

/** A pick: what tells it apart, where it stands, who can go, why in one sentence of facts, and its phone. */
export function ShelfCard({ locale, entry, method }: ShelfCardProps) {
  const { listing, criteria, rank, facts, who } = entry;
  const { phone, phoneExtension: extension } = listing;
  return (
    <li className="border-t border-line py-2 text-[0.875rem] leading-[1.3]">
      <h3 className="text-base leading-tight">
        <ListingName locale={locale} place={listing} />
        {listing.unit && <span className="font-sans text-sm font-normal text-muted"> · {listing.unit}</span>}
      </h3>
      <p className="tabular text-[0.8125rem] text-muted">
        {getTranslator(locale, "filters")("rank", { rank })} · <Whole>{streetAndCity(listing)}</Whole> ·{" "}
        <strong className="text-ink">{whoText(locale, inBrief(who))}</strong>
      </p>
      <p className="mt-0.5">
        <Whole>{reasonSentence(locale, method, criteria, facts)}</Whole>
      </p>
      {phone && <PhoneLink locale={locale} place={listing} phone={phone} extension={extension} />}
    </li>
  );
}
