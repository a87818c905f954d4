import type { ListingKind } from "@/lib/facts/kind";
import type { Edition } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Bands } from "../bands";
import { Caution } from "../caution";
import { Entry } from "../entry";
import { Exclusions } from "../exclusions";
import { KindLinks } from "./links";
import { Legend } from "../legend";
import { listDay } from "../list-day";

interface KindRankingProps {
  locale: Locale;
  edition: Edition;
  kind: ListingKind;
}

/** The places of one kind of care, ranked among themselves by the scores of the newest edition. */
export function KindRanking({ locale, edition, kind }: KindRankingProps) {
  const t = getTranslator(locale, "rankings.kinds");
  const words = getTranslator(locale, "rankings");
  const { number, methodVersion: version } = edition;
  const entries = edition.entries.filter(({ listing }) => listing.kind === kind);
  return (
    <>
      <header className="max-w-prose">
        <h1 className="text-3xl sm:text-4xl">{t(`title.${kind}`)}</h1>
        <p className="mt-4 text-lg">{t("count", { count: entries.length })}</p>
        <p className="mt-2">{t("lead")}</p>
        <p className="mt-2 text-sm text-muted">
          {words("edition", { number, version, date: listDay(locale, edition) })}
        </p>
      </header>
      <KindLinks locale={locale} entries={edition.entries} current={kind} />
      {entries.length > 0 && (
        <div className="mt-6 grid gap-6 lg:grid-cols-[3fr_2fr] lg:gap-10">
          <Caution locale={locale} edition={edition} />
          <Legend locale={locale} />
        </div>
      )}
      <Bands
        locale={locale}
        entries={entries}
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
      <Exclusions
        locale={locale}
        exclusions={edition.exclusions.filter(({ listing }) => listing.kind === kind)}
        entries={entries}
      />
    </>
  );
}
