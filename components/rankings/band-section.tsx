import type { Band } from "@/lib/rankings/band";
import { roundScore } from "@/lib/rankings/score";
import type { RankedListing } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Entry } from "./entry";

export const BANDS = [1, 2, 3, 4] as const satisfies readonly Band[];

interface BandSectionProps {
  locale: Locale;
  band: Band;
  /** Of this band, in order. */
  entries: RankedListing[];
}

export function BandSection({ locale, band, entries }: BandSectionProps) {
  const t = getTranslator(locale, "rankings");
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (!first || !last) return null;
  const range = { from: roundScore(first.score), to: roundScore(last.score) };
  return (
    <section id={`band-${band}`} aria-labelledby={`band-${band}-title`} className="mt-12">
      <h2 id={`band-${band}-title`} className="text-2xl">
        {t(`band.b${band}`)}
      </h2>
      <p className="mb-4 text-muted">{t("bandLead", { count: entries.length, ...range })}</p>
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.listing.slug} locale={locale} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
