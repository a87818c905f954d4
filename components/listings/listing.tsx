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
import { AdmissionSection } from "./admission-section";
import { ContactCard } from "./contact-card";
import { FactsSection } from "./facts-section";
import { Instead, type InsteadReason } from "./instead";
import { LicensesSection } from "./licenses-section";
import { ListingHead } from "./listing-head";
import { ListingSummary } from "./listing-summary";
import { OperatorLine } from "./operator-line";
import { Questions } from "./questions";
import { SummarySources } from "./summary-sources";

interface ListingProps {
  locale: Locale;
  listing: ListingDetail;
  /** What the person asked for, when they came from a search. */
  asked?: ListingFilters;
  /** Places that fit it. */
  next?: NextListings | null;
  /** The newest edition ranks it. */
  isRanked: boolean;
  /** YYYY-MM-DD; null while nobody's report of a mistake waits. */
  reportedOn: string | null;
  /** Why it has its rank, in a sentence. */
  reason: ReactNode;
  /** Its rank in the newest edition. */
  standing: ReactNode;
  /** How its score is computed; null before an edition has it. */
  why: ReactNode;
}

/** The whole page of one place: a summary and what to do first, then everything that proves it. */
export function Listing({ locale, listing, asked = NO_FILTERS, next = null, isRanked, ...page }: ListingProps) {
  const day = today();
  const instead = insteadOf(listing, asked, isRanked);
  // All that is known of a place that only the state's list names, so it comes first.
  const licenses = <LicensesSection locale={locale} listing={listing} today={day} />;
  return (
    <article>
      <ListingHead locale={locale} listing={listing} asked={asked} reportedOn={page.reportedOn} today={day} />
      <div className="mt-2 gap-x-12 gap-y-3 sm:mt-5 lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
        <ListingSummary locale={locale} listing={listing} today={day} />
        {/* No box on a phone: what to do sticks to the foot of the first screen until it is reached. */}
        <div className="max-lg:contents lg:row-span-2">
          <ContactCard locale={locale} listing={listing} asked={asked} />
          <ListingActions locale={locale} place={listing} asked={asked} />
        </div>
        <div className="max-w-prose space-y-3 max-lg:mt-4">
          {page.reason}
          <SummarySources locale={locale} listing={listing} />
          <OperatorLine locale={locale} listing={listing} asked={asked} />
        </div>
      </div>
      {instead && <Instead locale={locale} listing={listing} reason={instead} asked={asked} next={next} />}
      {listing.fromStateList && licenses}
      <AdmissionSection locale={locale} admissions={listing.admissions} />
      <Questions locale={locale} />
      <FactsSection locale={locale} listing={listing} today={day} />
      <div className="mt-10 max-w-prose">{page.standing}</div>
      {page.why}
      {!listing.fromStateList && licenses}
      <ReportLink locale={locale} slug={listing.slug} />
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
