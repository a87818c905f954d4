import type { Edition, EditionMoves } from "@/lib/rankings/types";
import type { Locale } from "@/lib/shared/i18n";
import { Bands } from "../bands";
import { Causes } from "../causes";
import { Entry } from "../entry";
import { Exclusions } from "../exclusions";
import { MoveMark } from "../move-mark";
import { RankRange } from "../rank-range";

interface EditionListProps {
  locale: Locale;
  edition: Edition;
  /** Null for the first edition. */
  moves: EditionMoves | null;
}

/** A whole edition: bands of ranked places, each with its move and what caused it, then what is not ranked and why. */
export function EditionList({ locale, edition, moves }: EditionListProps) {
  return (
    <>
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
      <Exclusions locale={locale} exclusions={edition.exclusions} entries={edition.entries} />
    </>
  );
}
