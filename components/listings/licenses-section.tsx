import { resolveFacts } from "@/lib/facts/facts";
import { licenseStandingOf } from "@/lib/facts/license-standing";
import type { ListingDetail } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { LicenseCard } from "./license-card";
import { NearbyLicenses } from "./nearby-licenses";
import { NoCurrentLicense } from "./no-current-license";

interface LicensesSectionProps {
  locale: Locale;
  listing: Pick<
    ListingDetail,
    "kind" | "sheets" | "stateListAsOf" | "licenses" | "nearbyLicenses" | "exemptionReason" | "exemptionUrl"
  >;
  /** YYYY-MM-DD in Los Angeles; a license counts until the end of its last day. */
  today: string;
}

/** What the state says: every license and certification of the place, and those near it that are not. */
export function LicensesSection({ locale, listing, today }: LicensesSectionProps) {
  const t = getTranslator(locale, "listings.licenses");
  const { kind, sheets, stateListAsOf, licenses, nearbyLicenses, exemptionReason, exemptionUrl } = listing;
  return (
    <section id="license" aria-labelledby="license-title" className="mt-10">
      <h2 id="license-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 max-w-prose text-muted">{t("lead")}</p>
      {exemptionReason ? (
        <p className="mt-3 max-w-prose">
          {t("exemption", { reason: exemptionReason })}{" "}
          {exemptionUrl && (
            <a href={exemptionUrl} rel="noreferrer" className="text-link">
              {t("exemptionSource")}
            </a>
          )}
        </p>
      ) : (
        <NoCurrentLicense
          locale={locale}
          kind={kind}
          facts={resolveFacts(sheets)}
          standing={licenseStandingOf(licenses, stateListAsOf, today)}
        />
      )}
      {licenses.length > 0 && (
        <ul aria-label={t("caption")} className="mt-4 grid gap-4 sm:grid-cols-2">
          {licenses.map((license) => (
            <LicenseCard key={license.number} locale={locale} license={license} today={today} />
          ))}
        </ul>
      )}
      <NearbyLicenses locale={locale} licenses={nearbyLicenses} today={today} />
      {stateListAsOf && (
        <p lang="en" className="mt-4 max-w-prose text-xs text-muted">
          {t("attribution", { retrieved: stateListAsOf })}
        </p>
      )}
    </section>
  );
}
