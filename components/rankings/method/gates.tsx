import { attributeLabel } from "@/lib/facts/attribute-labels";
import type { RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { MethodSection } from "./section";

export function MethodGates({ locale, method }: { locale: Locale; method: RankingMethod }) {
  const t = getTranslator(locale, "method.gates");
  const { treatsOpioidUseDisorder, authorized, open, enoughKnown } = method.gates;
  const { programs } = method;
  const share = method.constants.minimumKnownShare;
  const gates = [
    { ...treatsOpioidUseDisorder, more: t("codes", { codes: codeWords(locale, treatsOpioidUseDisorder.noneOf) }) },
    { ...authorized, more: t("codes", { codes: codeWords(locale, authorized.anyOf) }) },
    { ...open, more: null },
    { ...enoughKnown, more: t("share", { share }) },
  ];
  return (
    <MethodSection id="gates" title={t("title")}>
      <p className="mt-2 max-w-prose text-muted">{t("lead")}</p>
      <ol className="mt-5 grid gap-5 sm:grid-cols-2">
        {gates.map(({ name, explanation, more }, index) => (
          <li key={name.en} className="rounded-lg border border-line bg-surface p-5">
            <h3 className="text-lg">
              {index + 1}. {name[locale]}
            </h3>
            <p className="mt-1">{explanation[locale]}</p>
            {more && <p className="mt-2 text-sm text-muted">{more}</p>}
          </li>
        ))}
      </ol>
      <div className="mt-5 rounded-lg border border-line bg-surface p-5">
        <h3 className="text-lg">{programs.name[locale]}</h3>
        <p className="mt-1 max-w-prose">{programs.explanation[locale]}</p>
        <p className="mt-2 text-sm text-muted">
          {t("programs", { miles: programs.withinMiles, codes: codeWords(locale, programs.sameAnswers) })}
        </p>
      </div>
    </MethodSection>
  );
}

/** "Methadone [MU]; Buprenorphine [BU]": the words, and the code they stand for in the public file. */
export function codeWords(locale: Locale, codes: readonly string[]): string {
  return codes.map((code) => `${attributeLabel(locale, code)} [${code}]`).join("; ");
}
