import { ChoiceNotes } from "@/components/choices/choice-notes";
import { ListingFinder } from "@/components/choices/listing-finder";
import { listingTitle } from "@/components/listings/listing-name";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { MAX_SHORTLISTED } from "@/lib/choices/paths";
import type { AskableChoice } from "@/lib/choices/types";
import type { ConsentView } from "@/lib/consents/types";
import type { NamedListing } from "@/lib/facts/listing-title";
import { englishReceiptPath, receiptPath } from "@/lib/receipts/paths";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface NarrowConsentProps {
  locale: Locale;
  token: string;
  /** The consent that holds. */
  consent: ConsentView;
  /** The places that the person has looked up so far, when the consent covers any listed place. */
  choice: AskableChoice;
  text: string;
  found: readonly NamedListing[];
}

/** Limits a consent: to places looked up by name, or to some of those it names. */
export function NarrowConsent({ locale, token, consent, choice, text, found }: NarrowConsentProps) {
  const t = getTranslator(locale, "receipt.narrow");
  const isNamed = consent.scope === "named";
  const places = isNamed ? consent.places : choice.places;
  return (
    <div className="max-w-prose space-y-6">
      <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="text-lg">{t(isNamed ? "leadNamed" : "leadAny", { limit: MAX_SHORTLISTED })}</p>
      {!isNamed && <ChoiceNotes locale={locale} choice={choice} limit={MAX_SHORTLISTED} />}
      {!isNamed && (
        <ListingFinder
          locale={locale}
          path={englishReceiptPath(token, "narrow")}
          chosen={places.map(({ slug }) => slug)}
          more={{}}
          asked={[]}
          text={text}
          found={found}
        />
      )}
      {places.length > 0 && (
        <form method="post" action={receiptPath(locale, token, "narrowing")} className="grid gap-4">
          <fieldset>
            <legend className="font-semibold">{t("only")}</legend>
            {places.map((place) => (
              <Choice
                key={place.slug}
                type="checkbox"
                name="place"
                value={place.slug}
                label={listingTitle(locale, place)}
                defaultChecked={true}
              />
            ))}
          </fieldset>
          <div>
            <Button>{t("confirm")}</Button>
          </div>
        </form>
      )}
      <p>
        <a href={receiptPath(locale, token)} className="text-link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </div>
  );
}
