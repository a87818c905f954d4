import type { CrisisNumber } from "@/lib/settings/schema";
import { telUrl } from "@/lib/shared/crisis-lines";
import { getTranslator, localizedPath, messagesOf, type Locale } from "@/lib/shared/i18n";

/** What keeps a person alive until a place can see them. */
export function CallSheetMeanwhile({ locale, numbers }: { locale: Locale; numbers: CrisisNumber[] }) {
  const t = getTranslator(locale, "callSheet.meanwhile");
  const lines = getTranslator(locale, "site.crisis");
  return (
    <section aria-labelledby="meanwhile-title" className="mt-12 break-inside-avoid print:mt-6 print:[&_a]:text-ink">
      <h2 id="meanwhile-title" className="text-2xl">
        {t("title")}
      </h2>
      <ul className="mt-3 max-w-prose list-disc space-y-1 pl-6">
        {Object.keys(messagesOf(locale).callSheet.meanwhile.points).map((point) => (
          <li key={point}>{t(`points.${point as "naloxone"}`)}</li>
        ))}
      </ul>
      <ul className="mt-3 grid grid-cols-1 gap-x-8 sm:grid-cols-2 print:grid-cols-2">
        {numbers.map(({ key, number }) => (
          <li key={key} className="flex flex-wrap items-baseline gap-x-2">
            <a
              href={telUrl({ number })}
              className="text-link tabular inline-flex min-h-11 max-w-full shrink-0 items-center text-lg font-semibold print:min-h-0"
            >
              {number}
            </a>
            {lines(key)}
          </li>
        ))}
      </ul>
      <p className="no-print">
        <a
          href={localizedPath(locale, "/help-now")}
          className="text-link inline-flex min-h-11 items-center font-semibold"
        >
          {lines("helpNow")}
        </a>
      </p>
    </section>
  );
}
