import type { EditionHead } from "@/lib/rankings/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { LANGUAGE_TAG } from "@/lib/shared/language-tag";
import { listDay } from "../list-day";

/** What anyone needs to name an edition and to compute it again. */
export function EditionFacts({ locale, edition }: { locale: Locale; edition: EditionHead }) {
  const t = getTranslator(locale, "rankings.oneEdition");
  const { number, methodVersion, computedAt, prior, inputsChecksum } = edition;
  const { rankedCount, memberCount, excludedCount, alone } = edition;
  const rate = new Intl.NumberFormat(LANGUAGE_TAG[locale], { style: "percent", maximumFractionDigits: 1 }).format(
    prior,
  );
  const facts = [
    [t("method"), t("methodVersion", { version: methodVersion })],
    [t("computed"), formatMoment(locale, computedAt)],
    [t("judged"), listDay(locale, edition)],
    [t("places"), t("placesText", { ranked: rankedCount, addresses: memberCount, excluded: excludedCount })],
    [t("rate"), rate],
  ] as const;
  return (
    <section
      aria-labelledby="facts-title"
      className="mt-6 max-w-prose rounded-lg border border-line bg-surface p-5 text-sm"
    >
      <h2 id="facts-title" className="font-sans text-base font-semibold">
        {t("facts")}
      </h2>
      <dl className="mt-2 grid gap-1">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt className="inline text-muted">{term}: </dt>
            <dd className="inline">{text}</dd>
          </div>
        ))}
        <div>
          <dt className="text-muted">{t("checksum")}:</dt>
          <dd>
            <code className="break-all">{inputsChecksum}</code>
          </dd>
        </div>
        <div>
          <dt className="text-muted">
            {t("verify")}. {t("verifyText")}
          </dt>
          <dd>
            <code>npm run rank -- --verify {number}</code>
          </dd>
        </div>
      </dl>
      {alone && (
        <p className="mt-2">
          {t("alone")} <span lang={alone.locale === locale ? undefined : alone.locale}>{alone.reason}</span>
        </p>
      )}
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {(["JSON", "CSV"] as const).map((format) => (
          <li key={format}>
            <a
              href={`/api/v1/rankings/los-angeles/editions/${number}?format=${format.toLowerCase()}`}
              className="text-link inline-flex min-h-11 items-center"
            >
              {t("download", { format })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
