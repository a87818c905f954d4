import type { ReactNode } from "react";
import type { Band } from "@/lib/rankings/band";
import { roundScore } from "@/lib/rankings/score";
import type { RankedProgram } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { JumpLinks } from "./jump-links";

const BANDS = [1, 2, 3, 4] as const satisfies readonly Band[];

interface BandsProps {
  locale: Locale;
  /** In order. */
  entries: readonly RankedProgram[];
  bandOf: (entry: RankedProgram) => Band;
  /** One place, as a list item. */
  renderEntry: (entry: RankedProgram) => ReactNode;
}

/** A ranked list under its bands, with a link to each. */
export function Bands({ locale, entries, bandOf, renderEntry }: BandsProps) {
  const bands = BANDS.map((band) => ({ band, entries: entries.filter((entry) => bandOf(entry) === band) })).filter(
    (each) => each.entries.length > 0,
  );
  return (
    <>
      <JumpLinks locale={locale} bands={bands.map(({ band }) => band)} />
      {bands.map((each) => (
        <BandSection key={each.band} locale={locale} renderEntry={renderEntry} {...each} />
      ))}
    </>
  );
}

type BandSectionProps = Pick<BandsProps, "locale" | "entries" | "renderEntry"> & { band: Band };

function BandSection({ locale, band, entries, renderEntry }: BandSectionProps) {
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
      <ol>{entries.map(renderEntry)}</ol>
    </section>
  );
}
