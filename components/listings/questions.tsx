import { CALL_QUESTIONS } from "@/lib/choices/call-questions";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Questions that no directory answers, and a call can. */
export function Questions({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "listings.questions");
  return (
    <section id="questions" aria-labelledby="questions-title" className="mt-10 max-w-prose">
      <h2 id="questions-title" className="text-2xl">
        {t("title")}
      </h2>
      <ol className="mt-3 list-decimal space-y-2 pl-6">
        {CALL_QUESTIONS.map((question) => (
          <li key={question}>{t(question)}</li>
        ))}
      </ol>
    </section>
  );
}
