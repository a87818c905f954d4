import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Of a place that says people can live there and has no license for it that we found. */
export function ResidentialClaim({ locale }: { locale: Locale }) {
  return (
    <p className="mt-1.5 max-w-prose border-l-4 border-warning pl-2 text-sm">
      {getTranslator(locale, "rankings")("residentialClaim")}
    </p>
  );
}
