import { pageAt, PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import type { RankedProgram } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { bandLead, bandsOf } from "./band-words";

interface BandSummaryProps {
  locale: Locale;
  /** The whole list, in order. */
  list: readonly RankedProgram[];
  /** The English path of a page of the list. */
  pathOf: (page: number) => string;
}

/** What each band means, how many programs it has, and the way to where it begins in the list. */
export function BandSummary({ locale, list, pathOf }: BandSummaryProps) {
  const t = getTranslator(locale, "rankings");
  return (
    <ol className="mt-4 grid grid-cols-1 gap-x-10 sm:grid-cols-2">
      {bandsOf(list, ({ band }) => band).map(({ band, entries }) => {
        const page = pageAt(list.indexOf(entries[0]!), PROGRAMS_PER_PAGE);
        return (
          <li key={band} id={`band-${band}`} className="scroll-mt-4 border-t border-line py-3">
            <h3 className="text-lg">
              <a
                href={`${localizedPath(locale, pathOf(page))}#band-${band}`}
                className="text-link inline-flex min-h-11 items-center"
              >
                {t(`band.b${band}`)}
              </a>
            </h3>
            <p>{t(`bandMeaning.b${band}`)}</p>
            <p className="text-sm text-muted">{bandLead(locale, entries)}</p>
          </li>
        );
      })}
    </ol>
  );
}
