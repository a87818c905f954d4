import type { RankingMethod } from "@/lib/rankings/schema";
import { FROM_ELSEWHERE, shelfFilters, type Shelf } from "@/lib/rankings/shelves";
import type { RankedProgram } from "@/lib/rankings/types";
import { filtersQuery } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Pills } from "../pills";
import { ShelfCard } from "./card";

const LINK = "text-link inline-flex min-h-11 items-center font-semibold";

interface ShelvesProps {
  locale: Locale;
  shelves: readonly Shelf<RankedProgram>[];
  /** That computed the edition. */
  method: RankingMethod;
  /** How many places the search of each shelf finds, by its name, and that of FROM_ELSEWHERE by "from-elsewhere". */
  counts: ReadonlyMap<string, number>;
}

/** Picks by need. */
export function Shelves({ locale, shelves, method, counts }: ShelvesProps) {
  const t = getTranslator(locale, "rankings.shelves");
  if (shelves.length === 0) return null;
  const path = localizedPath(locale, "/listings");
  const links = shelves.map(({ need }) => ({ href: `#for-${need.name}`, label: t(`${need.name}.title`) }));
  return (
    <>
      <Pills label={t("label")} links={links} />
      {shelves.map(({ need, entries }) => (
        <section
          key={need.name}
          id={`for-${need.name}`}
          aria-labelledby={`for-${need.name}-title`}
          className="mt-6 scroll-mt-4"
        >
          <h2 id={`for-${need.name}-title`} className="text-xl sm:text-2xl">
            {t(`${need.name}.title`)}
          </h2>
          <p className="mt-1 mb-2 text-muted">{t(`${need.name}.who`)}</p>
          <ol className="grid grid-cols-1 gap-x-8 md:grid-cols-3">
            {entries.map((entry) => (
              <ShelfCard key={entry.listing.slug} locale={locale} entry={entry} method={method} />
            ))}
          </ol>
          <p className="flex flex-wrap gap-x-8">
            <a href={`${path}${filtersQuery(shelfFilters(need))}`} className={LINK}>
              {t(`${need.name}.all`, { count: counts.get(need.name) ?? 0 })}
            </a>
            {"medication" in need.asks && (
              <a href={`${path}${filtersQuery(FROM_ELSEWHERE)}`} className={LINK}>
                {t("fromElsewhere", { count: counts.get("from-elsewhere") ?? 0 })}
              </a>
            )}
          </p>
        </section>
      ))}
    </>
  );
}
