import { correctionPath } from "@/lib/corrections/paths";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** The link to report a wrong answer: a confirmed correction counts from the next edition. */
export function WhyReport({ locale, slug }: { locale: Locale; slug: string }) {
  const t = getTranslator(locale, "rankings.change");
  return (
    <p className="no-print mt-4 max-w-prose">
      {t("report")}{" "}
      <a
        href={localizedPath(locale, correctionPath(slug))}
        className="text-link inline-flex min-h-11 items-center font-semibold"
      >
        {t("reportLink")}
      </a>
    </p>
  );
}
