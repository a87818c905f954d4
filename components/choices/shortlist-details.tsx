import { addressLine } from "@/components/listings/address";
import { PhoneLink } from "@/components/listings/phone-link";
import type { ChosenListing } from "@/lib/choices/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What a person needs to call or go there, as known today. */
export function ShortlistDetails({ locale, place }: { locale: Locale; place: ChosenListing }) {
  const t = getTranslator(locale, "listings");
  const phone = place.phone ?? place.intakePhones[0];
  return (
    <div>
      {place.closedOn && (
        <p className="font-semibold text-warning">
          {t("detail.closedTitle", { date: formatDay(locale, place.closedOn) })}
        </p>
      )}
      <p className="text-sm text-muted">
        {t(`kind.${place.kind}`)}&nbsp;· {addressLine(place)}
      </p>
      {phone ? (
        <PhoneLink locale={locale} place={place} phone={phone} extension={place.phone ? place.phoneExtension : null} />
      ) : (
        <p>{t("noPhone")}</p>
      )}
    </div>
  );
}
