import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { RelatedQuestionView } from "@/lib/posts/types";

interface RelatedQuestionsProps {
  locale: Locale;
  lang: Locale;
  questions: RelatedQuestionView[];
}

/** Questions that open to a short answer, without any script. */
export function RelatedQuestions({ locale, lang, questions }: RelatedQuestionsProps) {
  const t = getTranslator(locale, "blog");
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="related-questions">
      <h2 id="related-questions" className="text-2xl">
        {t("relatedQuestions")}
      </h2>
      <div lang={lang} className="mt-4 divide-y divide-line border-y border-line">
        {questions.map(({ question, answerHtml }) => (
          <details key={question} className="group">
            <summary className="flex min-h-11 list-none items-center justify-between gap-4 py-3 font-semibold hover:text-accent [&::-webkit-details-marker]:hidden">
              {question}
              <Chevron />
            </summary>
            <div className="prose pb-5" dangerouslySetInnerHTML={{ __html: answerHtml }} />
          </details>
        ))}
      </div>
    </section>
  );
}

function Chevron() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      className="shrink-0 text-accent group-open:rotate-180"
    >
      <path d="m5 7.5 5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
