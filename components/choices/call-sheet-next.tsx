import { addressLine } from "@/components/listings/address";
import { PhoneLink } from "@/components/listings/phone-link";
import { ListingName } from "@/components/listings/listing-name";
import { pathWithListings } from "@/lib/choices/paths";
import type { NextListings } from "@/lib/choices/next-listings";
import type { NextListing } from "@/lib/choices/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface CallSheetNextProps {
  locale: Locale;
  next: NextListings;
  near: { zip: string; isKnown: boolean } | null;
}

/** The next numbers to dial, and exactly how they were chosen. */
export function CallSheetNext({ locale, next, near }: CallSheetNextProps) {
  const t = getTranslator(locale, "callSheet.next");
  const { places } = next;
  return (
    <section aria-labelledby="next-title" className="mt-12 break-inside-avoid print:mt-6 print:[&_a]:text-ink">
      <h2 id="next-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 max-w-prose">{t("why")}</p>
      {near && !near.isKnown && (
        <p className="mt-2 font-semibold">{getTranslator(locale, "choices.near")("unknown", { zip: near.zip })}</p>
      )}
      {places.length === 0 && <p className="mt-3 font-semibold">{t("none")}</p>}
      <ol className="mt-3 border-t border-line-strong">
        {places.map((place) => (
          <NextCall key={place.slug} locale={locale} place={place} />
        ))}
      </ol>
      {places.length > 0 && (
        <>
          <p className="mt-2 max-w-prose text-sm text-muted">
            {howChosen(locale, next, near)}{" "}
            <a href={localizedPath(locale, "/rankings/method")} className="text-link">
              {t("method")}
            </a>
          </p>
          <p className="no-print mt-1">
            <a
              href={localizedPath(
                locale,
                pathWithListings(
                  "/call-sheet",
                  places.map(({ slug }) => slug),
                ),
              )}
              className="text-link inline-flex min-h-11 items-center font-semibold"
            >
              {t("sheet")}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function NextCall({ locale, place }: { locale: Locale; place: NextListing }) {
  const t = getTranslator(locale, "callSheet.next");
  const words = getTranslator(locale, "listings");
  return (
    <li className="grid gap-x-6 border-b border-line-strong py-2 sm:grid-cols-[1fr_auto] print:grid-cols-[1fr_auto]">
      <div>
        <p className="font-semibold">
          <ListingName locale={locale} place={place} />
          {place.unit && <span className="font-normal">, {place.unit}</span>}
        </p>
        <p className="text-sm leading-snug">
          {words(`kind.${place.kind}`)}&nbsp;· {addressLine(place)}
        </p>
        <p className="text-sm text-muted">
          {words("search.rank", { rank: place.rank })}
          {place.miles !== null && <> · {t("miles", { miles: Math.round(place.miles) })}</>}
        </p>
      </div>
      <p className="text-xl">
        {place.phone ? (
          <PhoneLink locale={locale} place={place} phone={place.phone} extension={place.phoneExtension} />
        ) : (
          <span className="text-base">{words("noPhone")}</span>
        )}
      </p>
    </li>
  );
}

function howChosen(locale: Locale, next: NextListings, near: CallSheetNextProps["near"]): string {
  const t = getTranslator(locale, "callSheet.next");
  const words = getTranslator(locale, "listings");
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const kinds = list.format(next.kinds.map((kind) => words(`kind.${kind}`)));
  const medications = list.format(next.medications.map((medication) => words(`medication.${medication}`)));
  const from = near?.isKnown ? t("fromZip", { zip: near.zip }) : t("fromPlaces");
  return t("how", {
    kinds,
    medications: medications || "none",
    radius: next.withinMiles === null ? t("county") : t("within", { miles: next.withinMiles, from }),
  });
}
