import type { Denominators as Figures } from "@/lib/denominators/types";
import type { Edition, EditionMoves } from "@/lib/rankings/types";
import type { Locale } from "@/lib/shared/i18n";
import { Caution } from "./caution";
import { Denominators } from "./denominators";
import { EditionTitle } from "./edition/head";
import { EditionList } from "./edition/list";
import { KindLinks } from "./kind/links";
import { Legend } from "./legend";

interface RankingProps {
  locale: Locale;
  edition: Edition;
  /** Null for the first edition. */
  moves: EditionMoves | null;
  denominators: Figures | null;
}

/** The whole newest edition: bands of ranked places, then what is not ranked and why. */
export function Ranking({ locale, edition, moves, denominators }: RankingProps) {
  return (
    <>
      <EditionTitle locale={locale} edition={edition} moves={moves} />
      <KindLinks locale={locale} entries={edition.entries} current={null} />
      <div className="mt-6 grid gap-6 lg:grid-cols-[3fr_2fr] lg:gap-10">
        <Caution locale={locale} edition={edition} />
        <Legend locale={locale} withRanks={edition.stability !== null} since={moves?.since ?? null} />
      </div>
      <EditionList locale={locale} edition={edition} moves={moves} />
      {denominators && <Denominators locale={locale} figures={denominators} />}
    </>
  );
}
