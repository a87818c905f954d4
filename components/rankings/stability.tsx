import type { Edition } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { KeptPlot } from "./kept-plot";
import { KeptTable } from "./kept-table";
import { RangesPlot } from "./ranges-plot";
import { staysText } from "./stability-words";

/** How firm an edition's order is under other weights: what was tested, how many of the tops stay, and every range. */
export function Stability({ locale, edition }: { locale: Locale; edition: Edition }) {
  const t = getTranslator(locale, "rankings.stability");
  const { stability } = edition;
  return (
    <section id="stability" aria-labelledby="stability-title" className="mt-14">
      <h2 id="stability-title" className="text-2xl">
        {t("title")}
      </h2>
      {stability ? (
        <Tested locale={locale} edition={edition} stability={stability} />
      ) : (
        <p className="mt-2 max-w-prose">{t("untested")}</p>
      )}
    </section>
  );
}

interface TestedProps {
  locale: Locale;
  edition: Edition;
  stability: NonNullable<Edition["stability"]>;
}

function Tested({ locale, edition, stability }: TestedProps) {
  const t = getTranslator(locale, "rankings.stability");
  const stays = staysText(locale, stability);
  return (
    <>
      <div className="mt-2 max-w-prose space-y-3">
        <p>{t("lead", { runs: stability.runs, spread: stability.spread })}</p>
        <p className="text-lg font-semibold">{stays ? t("result", { stays }) : t("fewPlaces")}</p>
      </div>
      <div className="mt-6 grid gap-8 sm:grid-cols-2">
        {stability.tops.map((top) => (
          <KeptPlot key={top.size} locale={locale} top={top} />
        ))}
      </div>
      <KeptTable locale={locale} tops={stability.tops} />
      <h3 className="mt-8 text-lg">{t("rangesTitle")}</h3>
      <p className="mt-1 max-w-prose text-sm text-muted">{t("rangesText")}</p>
      <RangesPlot locale={locale} entries={edition.entries} />
      <p className="mt-3 max-w-prose text-sm text-muted">{t("seed")}</p>
    </>
  );
}
