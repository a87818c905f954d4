import type { EditionHead } from "@/lib/rankings/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { staysText } from "../stability-words";
import { listDay } from "../list-day";

/** All editions, newest first, each with what it was computed from. */
export function EditionArchive({ locale, editions }: { locale: Locale; editions: EditionHead[] }) {
  const t = getTranslator(locale, "rankings.editions");
  return (
    <div className="max-w-prose">
      <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-4 text-lg">{t("lead")}</p>
      <p>
        <a href={localizedPath(locale, "/rankings")} className="text-link inline-flex min-h-11 items-center">
          {t("backToNewest")}
        </a>
      </p>
      <ol reversed className="mt-6">
        {editions.map((edition, index) => (
          <ArchivedEdition key={edition.number} locale={locale} edition={edition} isNewest={index === 0} />
        ))}
      </ol>
    </div>
  );
}

interface ArchivedEditionProps {
  locale: Locale;
  edition: EditionHead;
  isNewest: boolean;
}

function ArchivedEdition({ locale, edition, isNewest }: ArchivedEditionProps) {
  const t = getTranslator(locale, "rankings.editions");
  const title = getTranslator(locale, "rankings.oneEdition")("edition", { number: edition.number });
  const { methodVersion: version, rankedCount: ranked, excludedCount: excluded, computedAt } = edition;
  const stays = edition.stability && staysText(locale, edition.stability);
  return (
    <li className="border-t border-line py-4">
      <h2 className="text-xl">
        <a href={localizedPath(locale, `/rankings/editions/${edition.number}`)} className="text-link">
          {title}
        </a>
        {isNewest && <span className="font-sans text-sm font-normal text-muted"> · {t("newest")}</span>}
      </h2>
      <p>{t("summary", { version, ranked, excluded, date: listDay(locale, edition) })}</p>
      <p className="text-sm text-muted">
        {t("computed", { moment: formatMoment(locale, computedAt) })}
        {stays && ` · ${t("kept", { stays })}`}
      </p>
      <p className="text-xs text-muted">
        <code className="break-all">{edition.inputsChecksum}</code>
      </p>
    </li>
  );
}
