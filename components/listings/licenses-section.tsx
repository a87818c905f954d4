import { hasLapsed } from "@/lib/facts/license";
import type { LicenseView, ListingDetail } from "@/lib/listings/types";
import { formatDay } from "@/lib/shared/dates";
import { NearbyLicenses } from "./nearby-licenses";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface LicensesSectionProps {
  locale: Locale;
  listing: Pick<ListingDetail, "licenses" | "nearbyLicenses" | "exemptionReason" | "exemptionUrl">;
  /** YYYY-MM-DD in Los Angeles; a license counts until the end of its last day. */
  today: string;
}

/** What the state says: every license and certification of the place, and those near it that are not. */
export function LicensesSection({ locale, listing, today }: LicensesSectionProps) {
  const t = getTranslator(locale, "listings.licenses");
  const { licenses, nearbyLicenses, exemptionReason, exemptionUrl } = listing;
  return (
    <section id="license" aria-labelledby="license-title" className="mt-14">
      <h2 id="license-title" className="text-2xl">
        {t("title")}
      </h2>
      {exemptionReason && (
        <p className="mt-3 max-w-prose">
          {t("exemption", { reason: exemptionReason })}{" "}
          {exemptionUrl && (
            <a href={exemptionUrl} rel="noreferrer" className="text-link">
              {t("exemptionSource")}
            </a>
          )}
        </p>
      )}
      {licenses.length === 0 && !exemptionReason && <p className="mt-3 max-w-prose">{t("none")}</p>}
      {licenses.length > 0 && (
        <ul aria-label={t("caption")} className="mt-4 grid gap-4 sm:grid-cols-2">
          {licenses.map((license) => (
            <License key={license.number} locale={locale} license={license} today={today} />
          ))}
        </ul>
      )}
      <NearbyLicenses locale={locale} licenses={nearbyLicenses} today={today} />
      <p lang="en" className="mt-4 max-w-prose text-xs text-muted">
        {t("attribution")}
      </p>
    </section>
  );
}

interface LicenseProps {
  locale: Locale;
  license: LicenseView;
  today: string;
}

function License({ locale, license, today }: LicenseProps) {
  const t = getTranslator(locale, "listings.licenses");
  const { number, expiresOn, offersDetox, capacity, facilityName, settingCode } = license;
  const type = [
    t(typeOf(license)),
    settingCode === "RES" && t("residential"),
    settingCode === "NON" && t("outpatient"),
    offersDetox && t("detox"),
    capacity && t("capacity", { count: capacity }),
  ];
  const agreement = license.agreement.map((part) => t(`agreement.${part}`)).join(", ");
  const foundBy = t("found", { basis: t(`basis.${license.basis}`), agreement });
  const rows = [
    { term: t("number"), words: number },
    { term: t("type"), words: type.filter(Boolean).join(", ") },
    { term: t("issuedTo"), words: facilityName },
    { term: t("expires"), words: expiresOn ? formatDay(locale, expiresOn) : t("noDate") },
    { term: t("foundBy"), words: foundBy },
  ];
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {rows.map(({ term, words }) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {!license.isCertain && <p className="mt-2 text-sm text-muted">{t("probable")}</p>}
      {hasLapsed(license, today) && <p className="mt-2 text-sm font-semibold text-warning">{t("expired")}</p>}
    </li>
  );
}

function typeOf({ isLicensed, isCertified }: LicenseView): "both" | "licensed" | "certified" | "other" {
  if (isLicensed && isCertified) return "both";
  if (isLicensed) return "licensed";
  return isCertified ? "certified" : "other";
}
