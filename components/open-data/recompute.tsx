import { listingTitle } from "@/components/listings/listing-name";
import { OPEN_PATHS } from "@/lib/open-data/open-area";
import { recomputeProgram } from "@/lib/open-data/recompute";
import { roundScore } from "@/lib/rankings/score";
import { TOTAL_WEIGHT } from "@/lib/rankings/total-weight";
import type { Edition, RankedProgram } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface RecomputeProps {
  locale: Locale;
  site: string;
  edition: Edition;
}

/** One score worked out from the file, and a program that does it for all. */
export function Recompute({ locale, site, edition }: RecomputeProps) {
  const t = getTranslator(locale, "openData.recompute");
  const example = edition.entries.find(({ coverage }) => coverage < 1) ?? edition.entries[0];
  return (
    <section id="recompute" aria-labelledby="recompute-title" className="mt-12">
      <h2 id="recompute-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 max-w-prose">{t("lead")}</p>
      {example && <Example locale={locale} prior={edition.prior} example={example} />}
      <h3 className="mt-6 text-xl">{t("program")}</h3>
      <p className="mt-1 max-w-prose">{t("programText")}</p>
      <pre
        lang="en"
        className="mt-3 rounded-lg border border-line bg-sunken p-4 text-sm wrap-break-word whitespace-pre-wrap"
      >
        <code>{recomputeProgram(`${site}${OPEN_PATHS.newest}`)}</code>
      </pre>
    </section>
  );
}

function Example({ locale, prior, example }: { locale: Locale; prior: number; example: RankedProgram }) {
  const t = getTranslator(locale, "openData.recompute");
  const { listing, score, low, high } = example;
  const unknown = high - low;
  const steps = [
    t("yes", { points: low }),
    t("known", { points: TOTAL_WEIGHT - unknown, unknown }),
    t("prior", { prior }),
    t("sum", { yes: low, unknown, prior, exact: score, rounded: roundScore(score) }),
  ];
  return (
    <>
      <h3 className="mt-4 text-xl">{t("example", { name: listingTitle(locale, listing) })}</h3>
      <ol className="mt-1 max-w-prose list-decimal space-y-1 pl-5">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}
