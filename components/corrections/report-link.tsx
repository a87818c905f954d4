import { correctionPath, LOG_PATH } from "@/lib/corrections/paths";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

const LINK = "text-link inline-flex min-h-11 items-center font-semibold";

/** The way to say that something on a place's page is wrong. */
export function ReportLink({ locale, slug }: { locale: Locale; slug: string }) {
  const t = getTranslator(locale, "corrections.link");
  return (
    <section aria-labelledby="report-title" className="no-print mt-10 max-w-prose border-t border-line pt-4">
      <h2 id="report-title" className="text-xl">
        {t("title")}
      </h2>
      <p className="flex flex-wrap gap-x-8">
        <a href={localizedPath(locale, correctionPath(slug))} className={LINK}>
          {t("report")}
        </a>
        <a href={localizedPath(locale, LOG_PATH)} className={LINK}>
          {t("log")}
        </a>
      </p>
    </section>
  );
}
