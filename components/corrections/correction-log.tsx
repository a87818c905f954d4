import { ListingName } from "@/components/listings/listing-name";
import { logPath } from "@/lib/corrections/paths";
import type { CorrectionLog as Log, LoggedCorrection } from "@/lib/corrections/types";
import { formatDay, dayOf } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Changes } from "./changes";

/** What readers found wrong and we changed, the newest decision first. */
export function CorrectionLog({ locale, log }: { locale: Locale; log: Log }) {
  const t = getTranslator(locale, "corrections.log");
  return (
    <>
      <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-3 max-w-prose text-lg">{t("lead")}</p>
      <p className="mt-2 max-w-prose text-muted">{t("how")}</p>
      {log.total === 0 ? (
        <p className="mt-8 max-w-prose rounded-md bg-sunken p-5">{t("empty")}</p>
      ) : (
        <>
          <p className="mt-8 text-muted">{t("count", { count: log.total })}</p>
          <ol className="mt-2 max-w-3xl">
            {log.corrections.map((correction) => (
              <Entry key={correction.reference} locale={locale} correction={correction} />
            ))}
          </ol>
        </>
      )}
      <LogPages locale={locale} page={log.page} pageCount={log.pageCount} />
    </>
  );
}

function Entry({ locale, correction }: { locale: Locale; correction: LoggedCorrection }) {
  const t = getTranslator(locale, "corrections");
  const { reference, topic, receivedAt, decidedAt, changes, publicNote, publicNoteLocale, listing } = correction;
  return (
    <li className="border-t border-line py-5">
      <h2 className="text-lg leading-snug">
        <ListingName locale={locale} place={listing} isWhole />
      </h2>
      <p className="text-sm font-semibold">{t(`topics.${topic}`)}</p>
      {changes && changes.length > 0 && (
        <div className="mt-1 max-w-prose">
          <Changes locale={locale} changes={changes} />
        </div>
      )}
      {changes?.length === 0 && <p className="mt-1">{t("log.nothing")}</p>}
      {publicNote && (
        <p
          lang={publicNoteLocale === locale ? undefined : (publicNoteLocale ?? undefined)}
          className="mt-1 max-w-prose whitespace-pre-line"
        >
          {publicNote}
        </p>
      )}
      <p className="mt-2 text-sm text-muted">
        {t("log.dates", { received: day(locale, receivedAt), decided: day(locale, decidedAt) })} · {reference}
      </p>
    </li>
  );
}

const day = (locale: Locale, moment: Date) => formatDay(locale, dayOf(moment));

function LogPages({ locale, page, pageCount }: { locale: Locale; page: number; pageCount: number }) {
  const t = getTranslator(locale, "corrections.log");
  if (pageCount === 1) return null;
  const link = (target: number, words: string) => (
    <a
      href={localizedPath(locale, logPath(target))}
      className="text-link inline-flex min-h-11 items-center font-semibold"
    >
      {words}
    </a>
  );
  return (
    <nav aria-label={t("pages")} className="mt-4 flex flex-wrap items-center gap-x-8">
      {page > 1 && link(page - 1, t("newer"))}
      <span className="text-sm text-muted">{t("position", { page, count: pageCount })}</span>
      {page < pageCount && link(page + 1, t("older"))}
    </nav>
  );
}
