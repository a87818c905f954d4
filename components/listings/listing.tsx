import type { ReactNode } from "react";
import { ListingActions } from "@/components/choices/listing-actions";
import { ReportLink } from "@/components/corrections/report-link";
import type { ListingDetail } from "@/lib/listings/types";
import { today } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";
import { AskUs } from "./ask-us";
import { ContactCard } from "./contact-card";
import { FactsSection } from "./facts-section";
import { LicensesSection } from "./licenses-section";
import { ListingHead } from "./listing-head";
import { Questions } from "./questions";

interface ListingProps {
  locale: Locale;
  listing: ListingDetail;
  /** Its rank in the newest edition. */
  standing: ReactNode;
  /** How its score is computed; null before an edition has it. */
  why: ReactNode;
}

/** The whole page of one place. */
export function Listing({ locale, listing, standing, why }: ListingProps) {
  const day = today();
  // All that is known of a place that only the state's list names, so it comes first.
  const licenses = <LicensesSection locale={locale} listing={listing} today={day} />;
  return (
    <article>
      <ListingHead locale={locale} listing={listing} />
      <div className="mt-6 grid gap-5 md:grid-cols-2">
        <ContactCard locale={locale} listing={listing} />
        {standing}
      </div>
      <ListingActions locale={locale} place={listing} />
      {listing.fromStateList && licenses}
      {why}
      <FactsSection locale={locale} listing={listing} today={day} />
      {!listing.fromStateList && licenses}
      <Questions locale={locale} />
      <ReportLink locale={locale} slug={listing.slug} />
      <AskUs locale={locale} listing={listing} />
    </article>
  );
}
