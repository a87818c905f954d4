import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { tellingApart } from "@/lib/facts/listing-title";
import type { ListingDetail } from "@/lib/listings/types";
import { countChosen, NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { AskedAnswers } from "./asked-answers";
import { GoingAndPaying } from "./going-and-paying";
import { sourceText } from "./source-line";
import { presenceMark } from "./listing-name";
import { OperatorLine } from "./operator-line";

interface ListingHeadProps {
  locale: Locale;
  listing: ListingDetail;
  /** What the person asked for, when they came from a search. */
  asked?: ListingFilters;
}

/** Name, program and kind of a place, and who runs it; a closed one says so first. */
export function ListingHead({ locale, listing, asked = NO_FILTERS }: ListingHeadProps) {
  const t = getTranslator(locale, "listings");
  return (
    <header>
      <p className="no-print text-sm">
        <a href={localizedPath(locale, "/rankings")} className="text-link inline-flex min-h-11 items-center">
          <span aria-hidden="true">←&nbsp;</span>
          {t("detail.back")}
        </a>
      </p>
      <h1 className="text-3xl sm:text-4xl">
        {[listing.name, presenceMark(locale, listing.presence)].filter(Boolean).join(" ")}
      </h1>
      <p className="mt-1 text-lg text-muted">{tellingApart(listing)}</p>
      {countChosen(asked) > 0 && <AskedAnswers locale={locale} listing={listing} asked={asked} />}
      <p className="mt-3">
        <Badge tone="accent">{t(`kind.${listing.kind}`)}</Badge>
      </p>
      <OperatorLine locale={locale} listing={listing} asked={asked} />
      <GoingAndPaying locale={locale} listing={listing} />
      {listing.closedOn && (
        <div className="mt-5 max-w-prose">
          <Notice tone="warning" title={t("detail.closedTitle", { date: formatDay(locale, listing.closedOn) })}>
            {listing.closedReason} {t("detail.closedText")}
          </Notice>
        </div>
      )}
      {listing.leftOutOf && !listing.closedOn && (
        <div className="mt-5 max-w-prose">
          <Notice tone="warning" title={t("detail.leftOutTitle")}>
            {t("detail.leftOutText", { source: sourceText(locale, { source: "samhsa", ...listing.leftOutOf }) })}
          </Notice>
        </div>
      )}
      {listing.fromStateList && !listing.closedOn && (
        <div className="mt-5 max-w-prose">
          <Notice title={t("fromStateList.title")}>{t("fromStateList.text")}</Notice>
        </div>
      )}
    </header>
  );
}
