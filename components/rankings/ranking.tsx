import type { Edition, EditionMoves } from "@/lib/rankings/types";
import type { Locale } from "@/lib/shared/i18n";
import { Bands } from "./bands";
import { Caution } from "./caution";
import { Causes } from "./causes";
import { EditionTitle } from "./edition-head";
import { Entry } from "./entry";
import { Exclusions } from "./exclusions";
import { KindLinks } from "./kind-links";
import { Legend } from "./legend";
import { MoveMark } from "./move-mark";
import { RankRange } from "./rank-range";

interface RankingProps {
  locale: Locale;
  edition: Edition;
  /** Null for the first edition. */
  moves: EditionMoves | null;
}

/** The whole newest edition: bands of ranked places, then what is not ranked and why. */
export function Ranking({ locale, edition, moves }: RankingProps) {
  return (
    <>
      <EditionTitle locale={locale} edition={edition} moves={moves} />
      <KindLinks locale={locale} entries={edition.entries} current={null} />
      <div className="mt-6 grid gap-6 lg:grid-cols-[3fr_2fr] lg:gap-10">
        <Caution locale={locale} edition={edition} />
        <Legend locale={locale} withRanks={edition.stability !== null} since={moves?.since ?? null} />
      </div>
      <Bands
        locale={locale}
        entries={edition.entries}
        bandOf={({ band }) => band}
        renderEntry={(entry) => {
          const move = moves?.moves.get(entry.listing.slug);
          return (
            <Entry
              key={entry.listing.slug}
              locale={locale}
              entry={entry}
              mark={moves && <MoveMark locale={locale} move={move} since={moves.since} />}
              ranks={<RankRange locale={locale} ranks={entry.ranks} />}
            >
              {moves && <Causes locale={locale} move={move} context={moves} />}
            </Entry>
          );
        }}
      />
      <Exclusions locale={locale} exclusions={edition.exclusions} />
    </>
  );
}
