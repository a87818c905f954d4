import { criterionPath } from "@/lib/methods/paths";
import { roundScore } from "@/lib/rankings/score";
import type { Standing } from "@/lib/rankings/types";
import type { AnswerChange } from "@/lib/rankings/what-would-change";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { WhyReport } from "./report";

interface WhyChangeProps {
  locale: Locale;
  standing: Extract<Standing, { status: "ranked" }>;
  slug: string;
}

/** So many are shown at first, with most of the points; the rest can be opened. */
const SHOWN_AT_ONCE = 5;

/** What would change the score of a ranked place, and what would take it off the list. */
export function WhyChange({ locale, standing, slug }: WhyChangeProps) {
  const t = getTranslator(locale, "rankings.change");
  const { answers } = standing.change;
  const [first, others] = [answers.slice(0, SHOWN_AT_ONCE), answers.slice(SHOWN_AT_ONCE)];
  return (
    <section id="change" aria-labelledby="change-title" className="mt-4">
      <details className="border-y border-line">
        <summary className="min-h-11 py-3">
          <h3 id="change-title" className="inline font-sans text-base font-semibold">
            {t("title")}
          </h3>
        </summary>
        <p className="max-w-prose text-muted">
          {t(answers.length > 0 ? "lead" : "nothing", {
            score: roundScore(standing.score.score),
            number: standing.edition.number,
          })}
        </p>
        <Answers locale={locale} standing={standing} answers={first} />
        {others.length > 0 && (
          <details className="border-b border-line">
            <summary className="min-h-11 py-3 font-semibold">{t("more", { count: others.length })}</summary>
            <Answers locale={locale} standing={standing} answers={others} />
          </details>
        )}
        <Leaving locale={locale} standing={standing} />
        <WhyReport locale={locale} slug={slug} />
      </details>
    </section>
  );
}

interface AnswersProps extends Omit<WhyChangeProps, "slug"> {
  answers: AnswerChange[];
}

function Answers({ locale, standing: { method }, answers }: AnswersProps) {
  const t = getTranslator(locale, "rankings.change");
  const criteria = new Map(method.groups.flatMap((group) => group.criteria).map((each) => [each.key, each]));
  if (answers.length === 0) return null;
  return (
    <ul className="mt-3 border-t border-line">
      {answers.map((answer) => (
        <li key={answer.key} className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-3 last:border-b-0">
          <p className="font-semibold">{criteria.get(answer.key)?.name[locale] ?? answer.key}</p>
          <p className="tabular text-right font-semibold whitespace-nowrap">
            {t("gain", { points: answer.yes.points })}
          </p>
          <p className="tabular col-span-2 text-sm text-muted">
            {answerWords(locale, answer)}{" "}
            <a
              href={localizedPath(locale, criterionPath(method, answer.key))}
              className="text-link no-print inline-flex min-h-6 items-center"
            >
              {t("evidence")}
              <span className="sr-only">: {criteria.get(answer.key)?.name[locale]}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

function answerWords(locale: Locale, { yes, no }: AnswerChange): string {
  const t = getTranslator(locale, "rankings.change");
  if (!no) return t("fromNo", { score: yes.score });
  return t("fromUnknown", { yes: yes.score, lost: -no.points, no: no.score });
}

/** What could take the place off the list: a license that ends or has ended, or too little known. */
function Leaving({ locale, standing }: Omit<WhyChangeProps, "slug">) {
  const t = getTranslator(locale, "rankings.change");
  const { method } = standing;
  const { sparePoints } = standing.change;
  const license = licenseWords(locale, standing);
  if (license === null && sparePoints === null) return null;
  return (
    <>
      <h4 className="mt-6 font-sans text-base font-semibold">{t("leaving")}</h4>
      <ul className="mt-1 max-w-prose list-disc space-y-1 pl-5">
        {license && <li>{license}</li>}
        {sparePoints !== null && (
          <li>{t("known", { points: sparePoints, share: method.constants.minimumKnownShare })}</li>
        )}
      </ul>
    </>
  );
}

/**
 * What its license means for the next editions, as recorded now; null when the place is ranked for another reason than
 * the license, or when the license has no end.
 */
function licenseWords(locale: Locale, { change, license }: WhyChangeProps["standing"]): string | null {
  const t = getTranslator(locale, "rankings.change");
  if (change.authorizedUntil === null || license === null) return null;
  if (license.state === "gone") return t("licenseGone");
  if (license.state === "lapsed") return t("licenseLapsed", { date: formatDay(locale, license.on) });
  return license.until && t("license", { date: formatDay(locale, license.until) });
}
