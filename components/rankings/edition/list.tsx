import type { ListPart } from "@/lib/rankings/list-pages";
import type { Edition, EditionMoves, RankedProgram } from "@/lib/rankings/types";
import type { Locale } from "@/lib/shared/i18n";
import { Bands } from "../bands";
import { Causes } from "../causes";
import { Caution } from "../caution";
import { Entry } from "../entry";
import { Legend } from "../legend";
import { ListHead } from "../list-head";
import { MoveMark } from "../move-mark";
import { Pager } from "../pager";
import { RankRange } from "../rank-range";

interface EditionListProps {
  locale: Locale;
  edition: Edition;
  part: ListPart<RankedProgram>;
  /** Null for the first edition. */
  moves: EditionMoves | null;
  title: string;
  /** Where the list is explained, as an English path. */
  back: { path: string; words: string };
  /** The English path of a page of the list. */
  pathOf: (page: number) => string;
}

/** One page of an edition's list: ranked places under their bands, each with its move and what caused it. */
export function EditionList({ locale, edition, part, moves, title, back, pathOf }: EditionListProps) {
  return (
    <>
      <ListHead locale={locale} title={title} part={part} back={back} />
      <Caution locale={locale} edition={edition} />
      <Bands
        locale={locale}
        list={edition.entries}
        part={part}
        bandOf={({ band }) => band}
        renderEntry={(entry) => {
          const move = moves?.moves.get(entry.listing.slug);
          return (
            <Entry
              key={entry.listing.slug}
              locale={locale}
              entry={entry}
              mark={
                moves &&
                entry.listing.presence !== "gone" && <MoveMark locale={locale} move={move} since={moves.since} />
              }
              ranks={<RankRange locale={locale} ranks={entry.ranks} />}
            >
              {moves && <Causes locale={locale} move={move} context={moves} />}
            </Entry>
          );
        }}
      />
      <Pager locale={locale} part={part} pathOf={pathOf} />
      <Legend locale={locale} withRanks={edition.stability !== null} since={moves?.since ?? null} />
    </>
  );
}
