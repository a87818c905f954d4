import { kindPath } from "@/lib/rankings/kinds";
import { roundScore } from "@/lib/rankings/score";
import type { Standing } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { exclusionDetail } from "../exclusion-reason";
import { LicenseNotes } from "../license-notes";
import { listDay } from "../list-day";
import { rankRangeText } from "../rank-range";
import { ScoreBar, ScoreWords } from "../score-bar";
import { StandingMove } from "./move";

/** Where one place stands in the newest edition, in a card. */
export function StandingCard({ locale, standing }: { locale: Locale; standing: Standing | null }) {
  const t = getTranslator(locale, "rankings");
  return (
    <section aria-labelledby="standing-title" className="rounded-lg border border-line bg-surface p-5">
      <h2 id="standing-title" className="font-sans text-sm font-semibold text-muted">
        {t("standing.title")}
      </h2>
      {standing === null && <Unplaced locale={locale} />}
      {standing?.status === "ranked" && <Ranked locale={locale} standing={standing} />}
      {standing?.status === "excluded" && <Excluded locale={locale} standing={standing} />}
      {standing && <StandingMove locale={locale} standing={standing} />}
      <p className="mt-3 flex flex-wrap gap-x-6 text-sm">
        {standing?.status === "ranked" && (
          <a href="#why" className="text-link inline-flex min-h-11 items-center">
            {t("standing.why")}
          </a>
        )}
        <a href={localizedPath(locale, "/rankings")} className="text-link inline-flex min-h-11 items-center">
          {t("standing.link")}
        </a>
      </p>
      {standing && (
        <p className="text-xs text-muted">
          {t("edition", {
            number: standing.edition.number,
            date: listDay(locale, standing.edition),
            version: standing.edition.methodVersion,
          })}
        </p>
      )}
    </section>
  );
}

type Of<Status> = Extract<Standing, { status: Status }>;

function Ranked({ locale, standing }: { locale: Locale; standing: Of<"ranked"> }) {
  const t = getTranslator(locale, "rankings");
  const { rank, band, score, kind, within, ranks, edition, members } = standing;
  return (
    <>
      <p className="font-serif text-2xl font-semibold">{t(`band.b${band}`)}</p>
      <p className="tabular mt-1">
        {t("standing.rank", { rank, count: edition.rankedCount })} ·{" "}
        <strong>{t("standing.score", { score: roundScore(score.score) })}</strong>
      </p>
      <p className="tabular">
        <a href={localizedPath(locale, kindPath(kind))} className="text-link inline-flex min-h-11 items-center">
          {t(`kinds.standing.${kind}`, { rank: within.rank, count: within.count })}
        </a>
      </p>
      <ScoreBar score={score} className="my-2" />
      <p className="tabular text-sm text-muted">
        <ScoreWords locale={locale} score={score} />. {ranks && `${rankRangeText(locale, ranks)} `}
        {t("standing.caution")}
      </p>
      <LicenseNotes locale={locale} member={standing} />
      {members.length > 1 && (
        <p className="mt-2 text-sm">
          {t("standing.members", { count: members.length - 1 })}{" "}
          <a href="#program" className="text-link inline-flex min-h-6 items-center">
            {t("standing.membersLink")}
          </a>
        </p>
      )}
    </>
  );
}

function Excluded({ locale, standing }: { locale: Locale; standing: Of<"excluded"> }) {
  const t = getTranslator(locale, "rankings");
  const detail = exclusionDetail(locale, standing);
  return (
    <>
      <p className="font-serif text-2xl font-semibold">{t("standing.notRanked")}</p>
      <p className="mt-1 font-semibold">
        {t(`excluded.reasons.${standing.reason}.title`)}
        {detail && <span className="font-normal"> ({detail})</span>}
      </p>
      <p className="mt-1 text-sm text-muted">{t(`excluded.reasons.${standing.reason}.text`)}</p>
    </>
  );
}

function Unplaced({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "rankings.standing");
  return (
    <>
      <p className="font-serif text-xl font-semibold">{t("notYet")}</p>
      <p className="mt-1 text-sm text-muted">{t("notYetText")}</p>
    </>
  );
}
