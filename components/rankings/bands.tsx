import type { ReactNode } from "react";
import type { Band } from "@/lib/rankings/band";
import type { ListPart } from "@/lib/rankings/list-pages";
import type { RankedProgram } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { bandLead, bandsOf } from "./band-words";

interface BandsProps {
  locale: Locale;
  /** The whole list, in order: a band is described by all of it. */
  list: readonly RankedProgram[];
  /** The page of it that is printed. */
  part: ListPart<RankedProgram>;
  bandOf: (entry: RankedProgram) => Band;
  /** One place, as a list item. */
  renderEntry: (entry: RankedProgram) => ReactNode;
}

/** One page of a ranked list under its bands. */
export function Bands({ locale, list, part, bandOf, renderEntry }: BandsProps) {
  const t = getTranslator(locale, "rankings");
  return bandsOf(list, bandOf).map(({ band, entries }) => {
    const shown = part.entries.filter((entry) => bandOf(entry) === band);
    if (shown.length === 0) return null;
    return (
      <section key={band} id={`band-${band}`} aria-labelledby={`band-${band}-title`} className="mt-4">
        <h2 id={`band-${band}-title`} className="text-2xl">
          {t(`band.b${band}`)}
        </h2>
        <p className="mb-3 text-muted">{bandLead(locale, entries)}</p>
        <ol start={part.from + part.entries.indexOf(shown[0]!)}>{shown.map(renderEntry)}</ol>
      </section>
    );
  });
}
