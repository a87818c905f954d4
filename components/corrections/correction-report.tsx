import { Words } from "@/components/layout/words";
import { addressLine } from "@/components/listings/address";
import { presenceMark } from "@/components/listings/listing-name";
import { Back } from "@/components/ui/arrows";
import { LOG_PATH } from "@/lib/corrections/paths";
import { EMAIL_KEPT_DAYS } from "@/lib/corrections/retention";
import type { ListingCard } from "@/lib/facts/card";
import { getTranslator, localizedPath, messagesOf, type Locale } from "@/lib/shared/i18n";
import { CorrectionForm } from "./correction-form";

interface CorrectionReportProps {
  locale: Locale;
  listing: ListingCard;
  /** Signed identity of this rendered form. */
  formKey: string;
}

/** The page to report a mistake: the place, the form, and what happens with the report. */
export function CorrectionReport({ locale, listing, formKey }: CorrectionReportProps) {
  const t = getTranslator(locale, "corrections");
  const { corrections } = messagesOf(locale);
  return (
    <div className="max-w-prose space-y-6">
      <header className="space-y-3">
        <p className="text-sm">
          <a
            href={localizedPath(locale, `/listings/${listing.slug}`)}
            className="text-link inline-flex min-h-11 items-center"
          >
            <Back>{t("back")}</Back>
          </a>
        </p>
        <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
        <p className="text-lg">
          <strong>{[listing.name, presenceMark(locale, listing.presence)].filter(Boolean).join(" ")}</strong>
          <span className="block text-base text-muted">
            {[listing.unit, addressLine(listing)].filter(Boolean).join(" · ")}
          </span>
        </p>
        <p>{t("lead")}</p>
        <p className="border-l-4 border-danger pl-4 font-medium">{t("emergency")}</p>
      </header>
      <Words locale={locale} messages={{ corrections }}>
        <CorrectionForm locale={locale} listing={listing.slug} formKey={formKey} />
      </Words>
      <section className="rounded-md bg-sunken p-5 text-sm" aria-labelledby="correction-privacy">
        <h2 id="correction-privacy" className="font-sans text-base font-semibold">
          {t("privacy.title")}
        </h2>
        <ul className="mt-2 grid list-disc gap-1 pl-5">
          <li>{t("privacy.stored")}</li>
          <li>{t("privacy.kept", { days: EMAIL_KEPT_DAYS })}</li>
          <li>
            {t("privacy.published")}{" "}
            <a href={localizedPath(locale, LOG_PATH)} className="text-link">
              {t("privacy.log")}
            </a>
          </li>
        </ul>
      </section>
    </div>
  );
}
