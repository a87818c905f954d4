import type { RankingMethod } from "@/lib/rankings/schema";
import { shelfFilters, type Shelf, type ShelfNeed } from "@/lib/rankings/shelves";
import type { RankedProgram } from "@/lib/rankings/types";
import { filtersQuery } from "@/lib/search/filters";
import type { Facets } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Pills } from "../pills";
import { ShelfCard } from "./card";

interface ShelvesProps {
  locale: Locale;
  shelves: readonly Shelf<RankedProgram>[];
  /** That computed the edition. */
  method: RankingMethod;
  /** How many places the search finds by each option alone. */
  counts: Facets["options"];
}

/** Picks by need. */
export function Shelves({ locale, shelves, method, counts }: ShelvesProps) {
  const t = getTranslator(locale, "rankings.shelves");
  if (shelves.length === 0) return null;
  const links = shelves.map(({ need }) => ({ href: `#for-${need.option}`, label: t(`${need.option}.title`) }));
  return (
    <>
      <Pills label={t("label")} links={links} />
      {shelves.map(({ need, entries }) => (
        <section
          key={need.option}
          id={`for-${need.option}`}
          aria-labelledby={`for-${need.option}-title`}
          className="mt-6 scroll-mt-4"
        >
          <h2 id={`for-${need.option}-title`} className="text-xl sm:text-2xl">
            {t(`${need.option}.title`)}
          </h2>
          <p className="mt-1 mb-2 text-muted">{t(`${need.option}.who`)}</p>
          <ol className="grid grid-cols-1 gap-x-8 md:grid-cols-3">
            {entries.map((entry) => (
              <ShelfCard key={entry.listing.slug} locale={locale} entry={entry} method={method} />
            ))}
          </ol>
          <p>
            <a
              href={`${localizedPath(locale, "/listings")}${filtersQuery(shelfFilters(need))}`}
              className="text-link inline-flex min-h-11 items-center font-semibold"
            >
              {t(`${need.option}.all`, { count: countOf(counts, need) })}
            </a>
          </p>
        </section>
      ))}
    </>
  );
}

function countOf(counts: Facets["options"], { group, option }: ShelfNeed): number {
  return counts[group].get(option)?.value ?? 0;
}
