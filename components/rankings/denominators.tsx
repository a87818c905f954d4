import type { ReactNode } from "react";
import type { Denominators as Figures } from "@/lib/denominators/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** How many places we know, rank, and do not rank: without it a rank says less than it seems to. */
export function Denominators({ locale, figures }: { locale: Locale; figures: Figures }) {
  const t = getTranslator(locale, "rankings.denominators");
  const { known, fromStateList: listed, rankedPrograms, rankedMembers, notJudged, beds, editionNumber } = figures;
  const ranked = { programs: rankedPrograms, addresses: rankedMembers, number: editionNumber };
  return (
    <section id="denominators" aria-labelledby="denominators-title" className="mt-14 max-w-prose">
      <h2 id="denominators-title" className="text-2xl">
        {t("title")}
      </h2>
      <dl className="mt-2 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[10rem_1fr]">
        <Figure term={t("known")}>{t("knownText", { known, surveyed: known - listed, listed })}</Figure>
        <Figure term={t("ranked")}>{t("rankedText", ranked)}</Figure>
        <Figure term={t("notRanked")}>
          <NotRanked locale={locale} reasons={figures.notRanked} />
        </Figure>
        {notJudged > 0 && <Figure term={t("notJudged")}>{t("notJudgedText", { count: notJudged })}</Figure>}
        {beds && <Figure term={t("beds")}>{t("bedsText", { ...beds, date: formatDay(locale, beds.listDay) })}</Figure>}
      </dl>
      <p className="mt-3 text-sm text-muted">{t("limit")}</p>
    </section>
  );
}

function Figure({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="font-semibold">{term}</dt>
      <dd className="mb-1 sm:mb-0">{children}</dd>
    </div>
  );
}

function NotRanked({ locale, reasons }: { locale: Locale; reasons: Figures["notRanked"] }) {
  const t = getTranslator(locale, "rankings");
  return (
    <>
      <ul>
        {reasons.map(({ reason, count }) => (
          <li key={reason}>{t("denominators.reason", { reason: t(`excluded.reasons.${reason}.title`), count })}</li>
        ))}
      </ul>
      <a href={localizedPath(locale, "/rankings#not-ranked")} className="text-link inline-flex min-h-11 items-center">
        {t("jump.excluded")}
      </a>
    </>
  );
}
