import { Badge } from "@/components/ui/badge";
import type { MatchedLicense } from "@/lib/listings/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** The state licenses matched to a listing; doubtful ones are marked. */
export function LicenseList({ locale, licenses }: { locale: Locale; licenses: MatchedLicense[] }) {
  const t = getTranslator(locale, "admin.listing");
  return (
    <section className="space-y-2">
      <h2 className="text-xl">{t("licenses")}</h2>
      {licenses.length === 0 && <p className="text-muted">{t("noLicense")}</p>}
      <ul className="space-y-1">
        {licenses.map(({ number, facilityName, street, expiresOn, doubtful, note }) => (
          <li key={number}>
            {t("license", { number, facility: facilityName, street })}
            {expiresOn && `, ${t("licenseExpires", { date: formatDay(locale, expiresOn) })}`}{" "}
            {doubtful && <Badge tone="warning">{t("doubtful")}</Badge>}{" "}
            {note && <span className="text-muted">{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
