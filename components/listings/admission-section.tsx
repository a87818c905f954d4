import type { AdmissionFact } from "@/lib/admissions/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { admissionQuestion, admissionText, toldText } from "./admission-text";

/** When a place takes people in, how long one waits, and what it costs, each with its day; nothing that nobody asked. */
export function AdmissionSection({ locale, admissions }: { locale: Locale; admissions: readonly AdmissionFact[] }) {
  if (admissions.length === 0) return null;
  const t = getTranslator(locale, "listings.admission");
  return (
    <section id="admission" aria-labelledby="admission-title" className="mt-10 max-w-prose">
      <h2 id="admission-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 text-muted">{t("lead")}</p>
      <dl className="mt-3 space-y-2">
        {admissions.map((fact) => (
          <div key={fact.said}>
            <dt className="inline text-muted">{admissionQuestion(locale, fact.said)}:</dt>{" "}
            <dd className="inline">
              <strong>{admissionText(locale, fact.said)}</strong>{" "}
              <span className="text-sm text-muted">({toldText(locale, fact)})</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
