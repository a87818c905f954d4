import { criterionAnchor } from "@/lib/methods/paths";
import type { MethodCriterion as Criterion, RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { codeWords } from "./code-words";
import { Evidence } from "./evidence";

interface MethodCriterionProps {
  locale: Locale;
  criterion: Criterion;
  categories: RankingMethod["categories"];
}

/** One criterion: its points, when it is met, when it is not known, and why it counts. */
export function MethodCriterion({ locale, criterion, categories }: MethodCriterionProps) {
  const t = getTranslator(locale, "method.criterion");
  const { key: ownKey, name, explanation, points, rule, unknownWhen, evidence } = criterion;
  const silent = categories
    .filter(({ key }) => "noCodeOf" in unknownWhen && unknownWhen.noCodeOf.includes(key))
    .map(({ name: words }) => words[locale]);
  const isOfLists = "otherAuthority" in unknownWhen;
  const answers = [
    { term: t("yes"), words: yesWords(locale, rule) },
    { term: t("no"), words: t(isOfLists ? "notFound" : "noText") },
    {
      term: t("unknown"),
      words: isOfLists ? t("unknownElsewhere") : t("unknownText", { categories: silent.join("; ") }),
    },
  ];
  return (
    <article id={criterionAnchor(ownKey)} className="scroll-mt-4 rounded-lg border border-line bg-surface p-5">
      {/* Text of double size leaves no room beside the name. */}
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="min-w-0 flex-[1_1_9rem] font-sans text-base font-semibold wrap-anywhere">{name[locale]}</h2>
        <p className="tabular shrink-0 text-sm font-semibold whitespace-nowrap">{t("points", { points })}</p>
      </div>
      <p className="mt-1 text-sm">{explanation[locale]}</p>
      <dl className="mt-3 grid gap-1.5 text-sm">
        {answers.map(({ term, words }) => (
          <div key={term}>
            <dt className="inline font-semibold">{term}</dt> <dd className="inline text-muted">{words}.</dd>
          </div>
        ))}
      </dl>
      <Evidence locale={locale} evidence={evidence} />
    </article>
  );
}

function yesWords(locale: Locale, rule: Criterion["rule"]): string {
  const t = getTranslator(locale, "method.criterion");
  if ("license" in rule) return t("license", { codes: codeWords(locale, rule.anyOf) });
  if ("anyOf" in rule) return t("anyOf", { codes: codeWords(locale, rule.anyOf) });
  const alternatives = rule.of.map(({ name, codes }) => `${name[locale]} [${codes.join(", ")}]`).join("; ");
  return t("atLeast", { count: rule.atLeast, alternatives });
}
