import { aboutFor, OPEN_SOURCES } from "@/lib/open-data/about";
import type { SourceFile } from "@/lib/open-data/types";
import { formatAsOf, formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface TermsProps {
  locale: Locale;
  /** The site's URL without a trailing slash. */
  site: string;
  files: readonly SourceFile[];
}

/** The terms of each source for the use of the numbers, and its date. */
export function Terms({ locale, site, files }: TermsProps) {
  const t = getTranslator(locale, "openData.terms");
  const stateList = files.find(({ source }) => source === "dhcs");
  const { sources } = aboutFor(site, stateList?.asOf ?? null);
  return (
    <section id="terms" aria-labelledby="terms-title" className="mt-12 max-w-prose">
      <h2 id="terms-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2">{t("lead")}</p>
      <ul className="mt-3 list-disc space-y-3 pl-5 text-sm">
        {sources.map(({ name, license, attribution }, at) => (
          <li key={name}>
            <span lang="en">
              <strong>{name}</strong>
              <span className="block">{license}</span>
              <span className="block text-muted">{attribution}</span>
            </span>
            <SourceDate locale={locale} source={OPEN_SOURCES[at]} files={files} />
          </li>
        ))}
      </ul>
      <p className="mt-3">{t("caution")}</p>
    </section>
  );
}

/** The day of the file that the newest edition read; staff's answers each have their own. */
function SourceDate({
  locale,
  source,
  files,
}: Pick<TermsProps, "locale" | "files"> & { source?: SourceFile["source"] }) {
  const t = getTranslator(locale, "openData.terms.dates");
  if (source === "staff") return <span className="block">{t("staff")}</span>;
  const file = files.find((each) => each.source === source);
  if (!file) return null;
  const { edition, asOf, asOfPrecision, importedOn } = file;
  const words = {
    edition,
    date: formatAsOf(locale, asOf, asOfPrecision),
    imported: formatDay(locale, importedOn),
  };
  return <span className="block">{t(file.source === "dhcs" ? "dhcs" : "samhsa", words)}</span>;
}
