import { listPath } from "@/lib/rankings/paths";
import type { RankingMethod } from "@/lib/rankings/schema";
import type { Shelf } from "@/lib/rankings/shelves";
import type { Edition, EditionMoves, RankedProgram } from "@/lib/rankings/types";
import type { Locale } from "@/lib/shared/i18n";
import { Caution } from "./caution";
import { EditionFooter, EditionTitle } from "./edition/head";
import { KindLinks } from "./kind/links";
import { NotRankedSummary } from "./not-ranked-summary";
import { Shelves } from "./shelves/shelves";
import { WholeList } from "./whole-list";

interface RankingProps {
  locale: Locale;
  edition: Edition;
  /** Null for the first edition. */
  moves: EditionMoves | null;
  /** That computed the edition. */
  method: RankingMethod;
  shelves: readonly Shelf<RankedProgram>[];
  /** How many places the search of each shelf finds, by its name, and that of FROM_ELSEWHERE. */
  counts: ReadonlyMap<string, number>;
}

/** The newest edition: picks by need first, then the way into the whole list and to what is not ranked. */
export function Ranking({ locale, edition, moves, method, shelves, counts }: RankingProps) {
  return (
    <>
      <EditionTitle locale={locale} />
      <Shelves locale={locale} shelves={shelves} method={method} counts={counts} />
      <WholeList locale={locale} list={edition.entries} pathOf={listPath}>
        <Caution locale={locale} edition={edition} />
        <KindLinks locale={locale} entries={edition.entries} current={null} />
      </WholeList>
      <NotRankedSummary locale={locale} exclusions={edition.exclusions} number={null} />
      <EditionFooter locale={locale} edition={edition} moves={moves} />
    </>
  );
}
