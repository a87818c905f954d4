import { getTranslator, type Locale } from "@/lib/shared/i18n";

const SOURCES = [
  { key: "admission", url: "https://doi.org/10.1377/hlthaff.2020.00378" },
  { key: "therapies", url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC7448823" },
  { key: "questions", url: "https://findtreatment.gov/" },
  { key: "naloxone", url: "https://www.cdc.gov/stop-overdose/caring/naloxone.html" },
] as const;

/** Where the questions and the advice come from. */
export function CallSheetSources({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "callSheet.sources");
  return (
    <section aria-labelledby="sources-title" className="mt-12 max-w-prose text-sm print:mt-6">
      <h2 id="sources-title" className="font-sans text-base font-semibold">
        {t("title")}
      </h2>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {SOURCES.map(({ key, url }) => (
          <li key={key}>
            {t(key)}{" "}
            <a href={url} rel="noreferrer" className="text-link">
              {url.replace("https://", "")}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-muted">{t("notReviewed")}</p>
    </section>
  );
}
