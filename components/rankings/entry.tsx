import type { ReactNode } from "react";
import { ChoiceLinks } from "@/components/choices/choice-links";
import { placeLine } from "@/components/listings/address";
import { CardFacts } from "@/components/listings/card-facts";
import { careText } from "@/components/listings/care-text";
import { ListingName } from "@/components/listings/listing-name";
import { Whole } from "@/components/ui/whole";
import { roundScore } from "@/lib/rankings/score";
import type { RankedProgram } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { LicenseNotes } from "./license-notes";
import { EntryMembers } from "./members";
import { ScoreBar, ScoreWords } from "./score-bar";

interface EntryProps {
  locale: Locale;
  entry: RankedProgram;
  /** The rank to print, when it is not the overall one. */
  rank?: number;
  /** Below the rank: how the place moved. */
  mark?: ReactNode;
  /** After the score's words: the ranks it took under other weights. */
  ranks?: ReactNode;
  /** Below the key facts. */
  children?: ReactNode;
  level?: "h3" | "h4";
}

/**
 * One program of the ranking, compact, because a page has many. On a phone the rank and the score stand above the name,
 * on a desktop on both sides. The bar is drawn where its range says something.
 */
export function Entry({ locale, entry, rank = entry.rank, mark, ranks, children, level = "h3" }: EntryProps) {
  const t = getTranslator(locale, "rankings.entry");
  const { listing, low, high } = entry;
  const isAlone = entry.members.length === 1;
  const Heading = level;
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-4 border-t border-line py-2 text-[0.875rem] leading-[1.3] sm:grid-cols-[3rem_1fr_11rem] sm:py-4">
      <p className="tabular font-serif text-lg leading-tight text-muted sm:text-xl">
        <span className="sr-only">{t("rank")} </span>
        {rank}
        {mark}
      </p>
      <div className="col-span-2 row-start-2 min-w-0 sm:col-span-1 sm:row-start-1">
        <Heading className="text-base leading-tight sm:text-lg sm:leading-snug">
          <ListingName locale={locale} place={listing} />
          {listing.unit && <span className="block font-sans text-sm font-normal text-muted">{listing.unit}</span>}
        </Heading>
        <p className="text-[0.8125rem] text-muted">
          {careText(locale, listing.kind, entry.facts.levels)}
          {listing.presence !== "gone" && (
            <>
              &nbsp;· <Whole>{programLine(locale, entry)}</Whole>
            </>
          )}
        </p>
        <CardFacts locale={locale} facts={entry.facts} who={entry.who} />
        {!isAlone && <EntryMembers locale={locale} members={entry.members} />}
        {isAlone && listing.presence !== "gone" && <LicenseNotes locale={locale} member={entry.members[0]!} />}
        {children}
        <ChoiceLinks locale={locale} place={listing} phone={listing} isShort />
      </div>
      <div className="col-start-2 row-start-1 min-w-0 sm:col-start-3">
        <div className="flex items-center gap-x-3 sm:block">
          <p className="tabular shrink-0 leading-tight">
            <span className="sr-only">{t("scoreLabel")} </span>
            <strong className="font-serif text-lg sm:text-xl">{roundScore(entry.score)}</strong>{" "}
            <span className="text-sm text-muted">{t("outOf")}</span>
          </p>
          {roundScore(high) > roundScore(low) && <ScoreBar score={entry} className="my-1" />}
        </div>
        <p className="tabular text-xs text-muted">
          <ScoreWords locale={locale} score={entry} />
          {ranks}
        </p>
      </div>
    </li>
  );
}

/** Its address; of several the one that its name leads to, because programs of one operator share a name and a city. */
function programLine(locale: Locale, { listing, members }: RankedProgram): string {
  const place = placeLine(listing);
  const more = members.length - 1;
  return more === 0 ? place : getTranslator(locale, "rankings.members")("andMore", { place, count: more });
}
