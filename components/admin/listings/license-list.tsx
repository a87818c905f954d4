import { Badge } from "@/components/ui/badge";
import type { MatchedLicense } from "@/lib/listings/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** The state licenses found for a listing, by what and how sure; those that do not count are marked. */
export function LicenseList({ locale, licenses }: { locale: Locale; licenses: MatchedLicense[] }) {
  const t = getTranslator(locale, "admin.listing");
  const words = getTranslator(locale, "listings.licenses");
  return (
    <section className="space-y-2">
      <h2 className="text-xl">{t("licenses")}</h2>
      {licenses.length === 0 && <p className="text-muted">{t("noLicense")}</p>}
      <ul className="space-y-1">
        {licenses.map(({ number, facilityName, street, expiresOn, basis, agreement, certainty }) => (
          <li key={number}>
            {t("license", { number, facility: facilityName, street })}
            {expiresOn && `, ${t("licenseExpires", { date: formatDay(locale, expiresOn) })}`}{" "}
            <Badge tone={certainty ? "plain" : "warning"}>{t(`licenseBasis.${basis}`)}</Badge>{" "}
            {certainty === "probable" && <Badge tone="warning">{t("probable")}</Badge>}{" "}
            {agreement.length > 0 && (
              <span className="text-muted">
                {t("agrees", { parts: agreement.map((part) => words(`agreement.${part}`)).join(", ") })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
