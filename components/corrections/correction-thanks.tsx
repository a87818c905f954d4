import { listingTitle } from "@/components/listings/listing-name";
import { LOG_PATH } from "@/lib/corrections/paths";
import type { ListingCard } from "@/lib/facts/card";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface CorrectionThanksProps {
  locale: Locale;
  listing: ListingCard;
  reference: string;
}

/** The reference, what happens next, and the way back. */
export function CorrectionThanks({ locale, listing, reference }: CorrectionThanksProps) {
  const t = getTranslator(locale, "corrections.thanks");
  return (
    <div className="max-w-prose space-y-6">
      <h1 className="text-3xl">{t("title")}</h1>
      <div className="rounded-md border border-line bg-surface p-5">
        <p className="text-sm text-muted">{t("reference")}</p>
        <p className="tabular text-2xl font-semibold tracking-wide">{reference}</p>
      </div>
      <p>{t("next", { name: listingTitle(locale, listing) })}</p>
      <ul>
        <li>
          <a
            href={localizedPath(locale, `/listings/${listing.slug}`)}
            className="text-link inline-flex min-h-11 items-center"
          >
            {t("back", { name: listingTitle(locale, listing) })}
          </a>
        </li>
        <li>
          <a href={localizedPath(locale, LOG_PATH)} className="text-link inline-flex min-h-11 items-center">
            {t("log")}
          </a>
        </li>
      </ul>
    </div>
  );
}
