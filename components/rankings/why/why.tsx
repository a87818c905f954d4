import { methodPath } from "@/lib/methods/paths";
import type { Standing } from "@/lib/rankings/types";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { WhyChange } from "./change";
import { WhyGates } from "./gates";
import { WhyProgram } from "./program";
import { WhyTable } from "./table";

interface WhyProps {
  locale: Locale;
  standing: Standing;
  slug: string;
  /** What the person asked for. */
  asked?: ListingFilters;
}

/** Why a place has its rank, answer by answer, and what would change it: folded, for whoever wants to check it. */
export function Why({ locale, standing, slug, asked = NO_FILTERS }: WhyProps) {
  const t = getTranslator(locale, "rankings.why");
  const { version } = standing.method;
  // A table of criteria that nobody answered says nothing.
  const hasAnswers = standing.status === "ranked" || standing.reason !== "not_surveyed";
  return (
    <section id="why" aria-labelledby="why-title" className="mt-10">
      <h2 id="why-title" className="text-2xl">
        {t(standing.status === "ranked" ? "title" : "titleExcluded")}
      </h2>
      {standing.status === "excluded" && <WhyGates locale={locale} standing={standing} slug={slug} />}
      {standing.status === "ranked" && <WhyProgram locale={locale} standing={standing} slug={slug} asked={asked} />}
      {hasAnswers && (
        <details className="mt-4 border-y border-line">
          <summary className="min-h-11 py-3 font-semibold">
            {t(standing.status === "ranked" ? "open" : "openExcluded")}
          </summary>
          <WhyTable locale={locale} standing={standing} />
        </details>
      )}
      <p className="no-print mt-2">
        <a
          href={localizedPath(locale, `${methodPath(version)}#groups`)}
          className="text-link inline-flex min-h-11 items-center"
        >
          {t("method", { version })}
        </a>
      </p>
      {standing.status === "ranked" && <WhyChange locale={locale} standing={standing} slug={slug} />}
    </section>
  );
}
