import { surveyYearsText } from "@/lib/rankings/survey-years";
import type { Edition, EditionMoves } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { listDay } from "../list-day";

/** Title of the ranking, and what its picks are. */
export function EditionTitle({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "rankings");
  return (
    <header className="max-w-prose">
      <h1 className="text-2xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-3">{t("shelves.lead")}</p>
    </header>
  );
}

interface EditionFooterProps {
  locale: Locale;
  edition: Edition;
  moves: EditionMoves | null;
}

/** How many are ranked, from when, how old the answers are, by which method, and where all of it can be read. */
export function EditionFooter({ locale, edition, moves }: EditionFooterProps) {
  const t = getTranslator(locale, "rankings");
  const { number, methodVersion, rankedCount, memberCount, excludedCount } = edition;
  const years = surveyYearsText(edition.entries);
  const links = [
    ["/rankings/method", t("methodLink")],
    ["/rankings/mine", t("mineLink")],
    ["/listings", t("searchLink")],
    ["/rankings/data", t("dataLink")],
    ["/rankings/editions", t("editions.link")],
    ["/about#denominators", t("denominators.title")],
    ...(moves ? [[`/rankings/editions/${number}#changes`, t("changes.link", { since: moves.since })] as const] : []),
  ] as const;
  return (
    <footer className="mt-14 max-w-prose border-t border-line pt-4">
      <p>{t("lead", { ranked: rankedCount, addresses: memberCount, excluded: excludedCount })}</p>
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
        <li>
          <a
            href={`/api/v1/rankings/los-angeles/editions/${number}?format=json`}
            className="text-link inline-flex min-h-11 items-center"
          >
            {t("oneEdition.download", { format: "JSON" })}
          </a>
        </li>
      </ul>
    </footer>
  );
}
