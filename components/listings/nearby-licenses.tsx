import { hasLapsed } from "@/lib/facts/license";
import type { NearbyLicense } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface NearbyLicensesProps {
  locale: Locale;
  licenses: NearbyLicense[];
  /** YYYY-MM-DD in Los Angeles. */
  today: string;
}

/** Licenses that share the address or the phone of a place that has none, and earn it nothing. */
export function NearbyLicenses({ locale, licenses, today }: NearbyLicensesProps) {
  const t = getTranslator(locale, "listings.licenses.nearby");
  const current = licenses.filter((license) => !hasLapsed(license, today));
  if (current.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-base font-semibold">{t("title")}</h3>
      <ul className="mt-2 max-w-prose list-disc space-y-1 pl-5 text-sm">
        {current.map(({ number, facilityName: facility, basis, isOperators, street, city }) => {
          const address = street ? `${street}, ${city}` : t("hidden", { city });
          return (
            <li key={number}>
              {basis === "other_name"
                ? t("other_name", { number, facility })
                : t(isOperators ? "operator" : "phone", { address, number, facility })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
