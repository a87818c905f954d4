import type { ReactNode } from "react";
import { AnswerMark } from "@/components/listings/answer-mark";
import { doubtText, sourceText } from "@/components/listings/source-line";
import { isSameSource } from "@/lib/choices/comparison";
import type { Fact } from "@/lib/facts/facts";
import type { Locale } from "@/lib/shared/i18n";

/** An answer in a word and a shape; its source and date beside it when they are not the place's usual ones. */
export function answerCell(locale: Locale, fact: Fact, main: Fact | null): ReactNode {
  const isUsual = !fact.source || (main && isSameSource(fact, main));
  return (
    <>
      <AnswerMark locale={locale} fact={fact} />
      {fact.doubt && <span className="block text-xs text-muted">{doubtText(locale, fact.doubt)}</span>}
      {!isUsual && <span className="block text-xs text-muted">{sourceText(locale, fact)}</span>}
    </>
  );
}
