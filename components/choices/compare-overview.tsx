import { sourceText } from "@/components/listings/source-line";
import { startText } from "@/components/listings/start-text";
import { whoText } from "@/components/listings/who-line";
import { exclusionDetail } from "@/components/rankings/exclusion-reason";
import { agreementOf, whoOf } from "@/lib/choices/comparison";
import { milesFrom } from "@/lib/choices/miles";
import type { ChosenListing } from "@/lib/choices/types";
import type { Fact } from "@/lib/facts/facts";
import { roundScore } from "@/lib/rankings/score";
import type { Standing } from "@/lib/rankings/types";
import { askedListingPath } from "@/lib/search/asked";
import type { ListingFilters } from "@/lib/search/filters";
import type { NearReading } from "@/lib/search/types";
import type { Coordinates } from "@/lib/shared/geo";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import type { CompareRow } from "./compare-row";

interface OverviewProps {
  locale: Locale;
  places: ChosenListing[];
  standings: (Standing | null)[];
  /** What the person asked for. */
  asked: ListingFilters;
  near: NearReading | null;
  /** Where most of each place's answers come from. */
  main: (Fact | null)[];
}

/** What is not a survey's answer: kind, standing, distance, and where the answers below come from. */
export function overviewRows({ locale, places, standings, asked, near, main }: OverviewProps): CompareRow[] {
  const t = getTranslator(locale, "compare");
  const kinds = getTranslator(locale, "listings.kind");
  const start = near?.start ?? null;
  const place = start ? startText(locale, start) : "";
  const row = (key: "kind" | "who" | "band" | "score" | "distance" | "source", values: (string | null)[]) => ({
    key,
    label: key === "distance" ? t("overview.distance", { place }) : t(`overview.${key}`),
    agreement: agreementOf(values),
  });
  const who = places.map(whoOf);
  const scores = standings.map((standing) => (standing?.status === "ranked" ? standing.score : null));
  const rows = [
    {
      ...row(
        "kind",
        places.map(({ kind }) => kind),
      ),
      cells: places.map(({ kind }) => kinds(kind)),
    },
    {
      ...row(
        "who",
        who.map((notes) => (notes.includes("unknown") ? null : notes.join())),
      ),
      cells: who.map((notes) => whoText(locale, notes)),
    },
    {
      ...row("band", standings.map(standingKey)),
      cells: standings.map((standing) => <StandingWords key={0} locale={locale} standing={standing} />),
    },
    {
      ...row(
        "score",
        scores.map((score) => score && String(roundScore(score.score))),
      ),
      cells: scores.map((score) =>
        score
          ? t("overview.scoreWords", {
              score: roundScore(score.score),
              low: roundScore(score.low),
              high: roundScore(score.high),
              share: score.coverage,
            })
          : t("overview.noScore"),
      ),
    },
  ];
  const distances = start ? [distanceRow(start.position)] : [];
  return [...rows, ...distances, sourceRow()];

  function distanceRow(origin: Coordinates): CompareRow {
    const miles = places.map(({ position }) => milesFrom([origin], position));
    const words = miles.map((each, at) =>
      each === null
        ? t("overview.distanceUnknown")
        : t(places[at]?.position?.approximate ? "overview.milesAbout" : "overview.miles", { miles: Math.round(each) }),
    );
    return {
      ...row(
        "distance",
        miles.map((each) => (each === null ? null : String(Math.round(each)))),
      ),
      cells: words,
    };
  }

  function sourceRow(): CompareRow {
    const cells = main.map((fact, at) => (
      <a
        key={places[at]?.slug}
        href={localizedPath(locale, `${askedListingPath(places[at]?.slug ?? "", asked)}#facts`)}
        className="text-link inline-block py-2"
      >
        {fact ? sourceText(locale, fact) : t("overview.noSource")}
      </a>
    ));
    return {
      ...row(
        "source",
        main.map((fact) => fact && sourceText(locale, fact)),
      ),
      cells,
    };
  }
}

function standingKey(standing: Standing | null): string | null {
  if (!standing) return null;
  return standing.status === "ranked" ? `${standing.band}` : standing.reason;
}

function StandingWords({ locale, standing }: { locale: Locale; standing: Standing | null }) {
  const t = getTranslator(locale, "rankings");
  if (!standing) return t("standing.notYet");
  if (standing.status === "ranked")
    return (
      <>
        <strong className="block">{t(`band.b${standing.band}`)}</strong>
        {t("standing.rank", { rank: standing.rank, count: standing.edition.rankedCount })}
      </>
    );
  const detail = exclusionDetail(locale, standing);
  return (
    <>
      <strong className="block">{t("standing.notRanked")}</strong>
      {t(`excluded.reasons.${standing.reason}.title`)}
      {detail && ` (${detail})`}
    </>
  );
}
