import { byReason } from "@/lib/rankings/by-reason";
import { notRankedPath } from "@/lib/rankings/paths";
import type { ExcludedListing } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface NotRankedSummaryProps {
  locale: Locale;
  /** All that the edition does not rank. */
  exclusions: readonly ExcludedListing[];
  /** Those counted here, when they are not all. */
  counted?: readonly ExcludedListing[];
  /** Of the edition; null for the newest. */
  number: number | null;
}

/** How many places are not ranked for each reason, and the way to each of them. */
export function NotRankedSummary({ locale, exclusions, counted = exclusions, number }: NotRankedSummaryProps) {
  const t = getTranslator(locale, "rankings.excluded");
  const pages = new Map(byReason(exclusions).map(({ reason, page }) => [reason, page]));
  return (
    <section id="not-ranked" aria-labelledby="not-ranked-title" className="mt-14 max-w-prose">
      <h2 id="not-ranked-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 mb-3 text-muted">{t(counted.length > 0 ? "lead" : "none")}</p>
      <ul>
        {byReason(counted).map(({ reason, places }) => (
          <li key={reason} className="border-t border-line py-1 last:border-b">
            <a
              href={`${localizedPath(locale, notRankedPath(number, pages.get(reason) ?? 1))}#${reason}`}
              className="text-link inline-flex min-h-11 items-center"
            >
              {t(`reasons.${reason}.title`)}
            </a>
            <span className="text-muted"> · {t("count", { count: places.length })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
