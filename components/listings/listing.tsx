import type { ReactNode } from "react";
import { ListingActions } from "@/components/choices/listing-actions";
import { ReportLink } from "@/components/corrections/report-link";
import { answerTo } from "@/lib/choices/answer-to";
import type { NextListings } from "@/lib/choices/next-listings";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import type { ListingDetail } from "@/lib/listings/types";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { today } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";
import { AskUs } from "./ask-us";
import { ContactCard } from "./contact-card";
import { FactsSection } from "./facts-section";
import { Instead, type InsteadReason } from "./instead";
import { LicensesSection } from "./licenses-section";
import { ListingHead } from "./listing-head";
import { Questions } from "./questions";

interface ListingProps {
  locale: Locale;
  listing: ListingDetail;
  /** What the person asked for, when they came from a search. */
  asked?: ListingFilters;
  /** Places that fit it. */
  next?: NextListings | null;
  /** The newest edition ranks it. */
  isRanked: boolean;
  /** Its rank in the newest edition. */
  standing: ReactNode;
  /** How its score is computed; null before an edition has it. */
  why: ReactNode;
}

/** The whole page of one place. */
export function Listing({ locale, listing, asked = NO_FILTERS, next = null, isRanked, standing, why }: ListingProps) {
  const day = today();
  const reason = insteadOf(listing, asked, isRanked);
  // All that is known of a place that only the state's list names, so it comes first.
  const licenses = <LicensesSection locale={locale} listing={listing} today={day} />;
  return (
    <article>
      <ListingHead locale={locale} listing={listing} asked={asked} />
      <div className="mt-6 grid gap-5 md:grid-cols-2">
        <ContactCard locale={locale} listing={listing} />
        {standing}
      </div>
      <ListingActions locale={locale} place={listing} asked={asked} />
      {reason && <Instead locale={locale} listing={listing} reason={reason} asked={asked} next={next} />}
      {listing.fromStateList && licenses}
      {why}
      <FactsSection locale={locale} listing={listing} today={day} />
      {!listing.fromStateList && licenses}
      <Questions locale={locale} />
      <ReportLink locale={locale} slug={listing.slug} />
      <AskUs locale={locale} listing={listing} asked={asked} />
    </article>
  );
}

/** Why somebody may need another place; null for one that is ranked and says no to nothing that was asked. */
function insteadOf(listing: ListingDetail, asked: ListingFilters, isRanked: boolean): InsteadReason | null {
  if (listing.presence === "closed") return "closed";
  if (!isRanked) return "notRanked";
  const isRefused = FILTER_GROUPS.some(
    (group) => asked[group].length > 0 && asked[group].every((option) => answerTo(listing, group, option) === "no"),
  );
  return isRefused ? "saysNo" : null;
}
