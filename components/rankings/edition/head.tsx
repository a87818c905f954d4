import { surveyYearsText } from "@/lib/rankings/survey-years";
import type { Edition, EditionMoves } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { listDay } from "../list-day";

interface EditionTitleProps {
  locale: Locale;
  edition: Edition;
  moves: EditionMoves | null;
}

/** Title of the ranking: how many programs, from when, by which method; and how old the answers are. */
export function EditionTitle({ locale, edition, moves }: EditionTitleProps) {
  const t = getTranslator(locale, "rankings");
  const { number, methodVersion, rankedCount, memberCount, excludedCount } = edition;
  const links = [
    ["/rankings/method", t("methodLink")],
    ["/rankings/mine", t("mineLink")],
    ["/listings", t("searchLink")],
    ["/rankings/data", t("dataLink")],
    moves
      ? [`/rankings/editions/${number}#changes`, t("changes.link", { since: moves.since })]
      : ["/rankings/editions", t("editions.link")],
  ] as const;
  const years = surveyYearsText(edition.entries);
  return (
    <header className="max-w-prose">
      <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-4 text-lg">
        {t("lead", { ranked: rankedCount, addresses: memberCount, excluded: excludedCount })}
      </p>
      {years && <p className="mt-2">{t("answers", { years })}</p>}
      <p className="mt-2 text-sm text-muted">
        {t("edition", { number, date: listDay(locale, edition), version: methodVersion })}
      </p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {links.map(([path, words]) => (
          <li key={path}>
            <a href={localizedPath(locale, path)} className="text-link inline-flex min-h-11 items-center">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </header>
  );
}
