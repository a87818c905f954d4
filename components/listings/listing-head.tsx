import { Notice } from "@/components/ui/notice";
import { Whole } from "@/components/ui/whole";
import { tellingApart } from "@/lib/facts/listing-title";
import type { ListingDetail } from "@/lib/listings/types";
import { countChosen, NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { AskedAnswers } from "./asked-answers";
import { BackLink } from "./back-link";
import { DueNotes } from "./due-notes";
import { presenceMark } from "./listing-name";

interface ListingHeadProps {
  locale: Locale;
  listing: ListingDetail;
  /** What the person asked for, when they came from a search. */
  asked?: ListingFilters;
  /** YYYY-MM-DD; null while nobody's report of a mistake waits. */
  reportedOn: string | null;
  /** YYYY-MM-DD in Los Angeles. */
  today: string;
}

/** Name, program and kind of a place, then whatever is due; a closed one says so first. */
export function ListingHead({ locale, listing, asked = NO_FILTERS, reportedOn, today }: ListingHeadProps) {
  const t = getTranslator(locale, "listings");
  return (
    <header>
      <BackLink locale={locale} asked={asked} />
      <h1 className="text-2xl sm:text-4xl">
        {[listing.name, presenceMark(locale, listing.presence)].filter(Boolean).join(" ")}
      </h1>
      <p className="mt-0.5 text-sm leading-snug text-muted">
        <span className="text-ink">{t(`kind.${listing.kind}`)}</span>&nbsp;· <Whole>{tellingApart(listing)}</Whole>
      </p>
      {listing.closedOn && (
        <div className="mt-4 max-w-prose">
          <Notice tone="warning" title={t("detail.closedTitle", { date: formatDay(locale, listing.closedOn) })}>
            {listing.closedReason} {t("detail.closedText")}
          </Notice>
        </div>
      )}
      <DueNotes locale={locale} listing={listing} reportedOn={reportedOn} today={today} />
      {countChosen(asked) > 0 && <AskedAnswers locale={locale} listing={listing} asked={asked} />}
    </header>
  );
}
