import type { ListingKind } from "@/lib/facts/kind";
import type { ListPart } from "@/lib/rankings/list-pages";
import { kindListPath, RANKINGS_PATH } from "@/lib/rankings/paths";
import type { Edition, RankedProgram } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Bands } from "../bands";
import { Caution } from "../caution";
import { Entry } from "../entry";
import { KindLinks } from "./links";
import { Legend } from "../legend";
import { listDay } from "../list-day";
import { ListHead } from "../list-head";
import { NotRankedSummary } from "../not-ranked-summary";
import { Pager } from "../pager";

interface KindRankingProps {
  locale: Locale;
  edition: Edition;
  kind: ListingKind;
  part: ListPart<RankedProgram>;
}

/** The places of one kind of care, ranked among themselves by the scores of the newest edition: one page of them. */
export function KindRanking({ locale, edition, kind, part }: KindRankingProps) {
  const t = getTranslator(locale, "rankings.kinds");
  const words = getTranslator(locale, "rankings");
  const { number, methodVersion: version } = edition;
  const isFirst = part.page === 1;
  const back = { path: RANKINGS_PATH, words: words("pages.back") };
  return (
    <>
      <ListHead locale={locale} title={t(`title.${kind}`)} part={part} back={back} />
      {part.total === 0 && <p>{t("count", { count: 0 })}</p>}
      {part.total > 0 && <Caution locale={locale} edition={edition} />}
      <Bands
        locale={locale}
        list={edition.entries.filter(({ listing }) => listing.kind === kind)}
        part={part}
        bandOf={({ within }) => within.band}
        renderEntry={(entry) => (
          <Entry
            key={entry.listing.slug}
            locale={locale}
            entry={entry}
            rank={entry.within.rank}
            ranks={` · ${t("overallRank", { rank: entry.rank })}`}
          />
        )}
      />
      <Pager locale={locale} part={part} pathOf={(page) => kindListPath(kind, page)} />
      {part.total > 0 && <Legend locale={locale} />}
      {isFirst && (
        <>
          <NotRankedSummary
            locale={locale}
            exclusions={edition.exclusions}
            counted={edition.exclusions.filter(({ listing }) => listing.kind === kind)}
            number={null}
          />
          <div className="mt-14 max-w-prose">
            <p>{t("lead")}</p>
            <p className="mt-2 text-sm text-muted">
              {words("edition", { number, version, date: listDay(locale, edition) })}
            </p>
          </div>
          <KindLinks locale={locale} entries={edition.entries} current={kind} />
        </>
      )}
    </>
  );
}
