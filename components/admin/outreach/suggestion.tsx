import type { ReactNode } from "react";
import { notRankedText } from "@/components/rankings/not-ranked-text";
import { PhoneLink } from "@/components/listings/phone-link";
import { ListingName } from "@/components/listings/listing-name";
import { sourceText } from "@/components/listings/source-line";
import { optionLabel } from "@/lib/facts/filter-labels";
import { partsOf } from "@/lib/outreach/needs";
import type { OutreachEntry, Suggestion } from "@/lib/outreach/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface OutreachSuggestionProps {
  locale: Locale;
  suggestion: Suggestion;
  /** Whether the page shows distances. */
  hasDistances: boolean;
  children?: ReactNode;
}

/** A place with why it fits: each need, rank, distance, and what it answered already. */
export function OutreachSuggestion({ locale, suggestion, hasDistances, children }: OutreachSuggestionProps) {
  const t = getTranslator(locale, "admin.outreach");
  const { place, fit, contact } = suggestion;
  const { unit, city, zip, phone, phoneExtension, rank } = place;
  const standing = rank === null ? notRankedText(locale, place.notRankedFor) : t("rank", { rank });
  return (
    <>
      <p className="wrap-anywhere">
        <ListingName locale={locale} place={place} className="text-link font-semibold" />
        {unit && <>, {unit}</>}
      </p>
      <p className="text-sm">
        {city} {zip} · {standing}
        {hasDistances && <> · {distanceWords(locale, suggestion)}</>}
      </p>
      {contact && (
        <p className="font-semibold">
          {t("contacted", { moment: formatMoment(locale, contact.contactedAt) })}: {contactWords(locale, contact)}
        </p>
      )}
      {fit.answers.length > 0 && (
        <ul className="my-1 text-sm">
          {fit.answers.map(({ need, fact }) => {
            const { group, option } = partsOf(need);
            return (
              <li key={need}>
                {optionLabel(locale, group, option)}: <strong>{t(`answer.${fact.value}`)}</strong>
                {fact.source && <span className="text-muted"> ({sourceText(locale, fact)})</span>}
              </li>
            );
          })}
        </ul>
      )}
      {phone ? (
        <PhoneLink locale={locale} place={place} phone={phone} extension={phoneExtension} />
      ) : (
        <p className="text-sm">{t("noPhone")}</p>
      )}
      {children}
    </>
  );
}

/** What a place answered; for a mail that has not arrived, its state. */
function contactWords(locale: Locale, { outcome, mail }: OutreachEntry): string {
  const t = getTranslator(locale, "admin.outreach");
  if (outcome) return t(`outcomes.${outcome}`);
  if (mail && mail.state !== "sent") return t(`mailState.${mail.state}`, { moment: "" });
  return t("noOutcome");
}

function distanceWords(locale: Locale, { place, fit: { miles } }: Suggestion): string {
  const t = getTranslator(locale, "admin.outreach");
  if (miles === null) return t("milesUnknown");
  const whole = Math.floor(miles);
  return place.isApproximate ? t("milesAbout", { miles: Math.round(miles) }) : t("miles", { miles: whole });
}
