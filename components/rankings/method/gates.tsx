import type { RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Authorities } from "./authorities";
import { codeWords } from "./code-words";

/** Every gate with what decides it, and which addresses are one program. */
export function MethodGates({ locale, method }: { locale: Locale; method: RankingMethod }) {
  const t = getTranslator(locale, "method.gates");
  const { treatsOpioidUseDisorder, authorized, open, enoughKnown } = method.gates;
  const { programs } = method;
  const share = method.constants.minimumKnownShare;
  const gates = [
    {
      ...treatsOpioidUseDisorder,
      more: <Line>{t("codes", { codes: codeWords(locale, treatsOpioidUseDisorder.noneOf) })}</Line>,
    },
    { ...authorized, more: <Authorities locale={locale} gate={authorized} /> },
    { ...open, more: null },
    { ...enoughKnown, more: <Line>{t("share", { share })}</Line> },
  ];
  return (
    <>
      <ol className="mt-5 grid grid-cols-1 gap-5">
        {gates.map(({ name, explanation, more }, index) => (
          <li key={name.en} className="rounded-lg border border-line bg-surface p-5 wrap-break-word">
            <h2 className="text-lg">
              {index + 1}. {name[locale]}
            </h2>
            <p className="mt-1 max-w-prose">{explanation[locale]}</p>
            {more}
          </li>
        ))}
      </ol>
      <div className="mt-5 rounded-lg border border-line bg-surface p-5">
        <h2 className="text-lg">{programs.name[locale]}</h2>
        <p className="mt-1 max-w-prose">{programs.explanation[locale]}</p>
        <p className="mt-2 text-sm text-muted">
          {t("programs", { miles: programs.withinMiles, codes: codeWords(locale, programs.sameAnswers) })}
        </p>
      </div>
    </>
  );
}

function Line({ children }: { children: string }) {
  return <p className="mt-2 text-sm text-muted">{children}</p>;
}
