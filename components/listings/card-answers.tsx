import { optionLabel } from "@/lib/facts/filter-labels";
import type { Way } from "@/lib/facts/how-to-pay";
import { tellingAnswers } from "@/lib/search/answered";
import type { AskedAnswer, SearchHit } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { saidNoText } from "./answer-mark";
import { FactMark } from "./fact-mark";
import { Joined } from "./joined";
import { KeepingWords } from "./keeping-words";

interface CardAnswersProps {
  locale: Locale;
  hit: Pick<SearchHit, "answers" | "facts" | "fromStateList">;
}

/** What was asked for, with the place's answers, before all else that is known of it; nothing where nothing was asked. */
export function CardAnswers({ locale, hit: { answers, facts, fromStateList } }: CardAnswersProps) {
  const t = getTranslator(locale, "filters");
  const isKeeping = ({ group }: AskedAnswer) => group === "keeping";
  // The kind of place stands above, beside the address; what it keeps people on is one sentence.
  const told = tellingAnswers(answers).filter((answer) => answer.group !== "kind" && !isKeeping(answer));
  if (told.length === 0 && !answers.some(isKeeping)) return null;
  return (
    <p>
      <strong>
        <Joined>
          {answers.some(isKeeping) && <KeepingWords locale={locale} facts={facts} />}
          {told.map((answer) => (
            <Answer key={`${answer.group} ${answer.option}`} locale={locale} answer={answer} facts={facts} />
          ))}
        </Joined>
      </strong>
      {/* The sentence about a place of the state's list says to ask. */}
      {!fromStateList && answers.some(({ value }) => value === "unknown") && ` (${t("didNotSayHint")})`}
    </p>
  );
}

function Answer({ locale, answer, facts }: { locale: Locale; answer: AskedAnswer; facts: SearchHit["facts"] }) {
  const { group, option, value } = answer;
  if (value === "yes") return <FactMark locale={locale} value={value} words={shortLabel(locale, answer)} />;
  const unsaid = getTranslator(locale, "facts.keeping")("unknown.all");
  const saidNo = group === "payment" && option === "medi-cal" ? saidNoText(locale, facts.pay.noMediCalIn) : undefined;
  return (
    <>
      {shortLabel(locale, answer)}:{" "}
      <FactMark
        locale={locale}
        value={value}
        words={value === "unknown" ? unsaid : value === "no" ? saidNo : undefined}
      />
    </>
  );
}

/** A way to pay as the card says it. */
function shortLabel(locale: Locale, { group, option }: AskedAnswer): string {
  if (group !== "payment") return optionLabel(locale, group, option);
  const words = getTranslator(locale, "facts.pay")(`ways.${option as Way}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
