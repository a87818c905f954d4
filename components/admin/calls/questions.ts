import { admissionText } from "@/components/listings/admission-text";
import { newestAdmissions } from "@/lib/admissions/newest";
import { ADMISSION_ANSWERS, ADMISSION_QUESTIONS, partsOf, type AdmissionAnswer } from "@/lib/admissions/questions";
import { answerField, CALL_FACTS } from "@/lib/calls/call-facts";
import { attributeLabel } from "@/lib/facts/attribute-labels";
import { FACT_VALUES } from "@/lib/facts/facts";
import type { ListingForEditor } from "@/lib/listings/types";
import { today } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { knownAdmissionText, knownText } from "./said";

/** The facts that a call asks for, each with what our records say. */
export function factQuestions(locale: Locale, { facts }: ListingForEditor) {
  const t = getTranslator(locale, "admin.call");
  return CALL_FACTS.map((code) => ({
    name: answerField(code),
    question: attributeLabel(locale, code),
    answers: FACT_VALUES.map((value) => ({ value, label: t(value) })),
    known: knownText(
      locale,
      facts.find(({ attribute }) => attribute === code),
    ),
  }));
}

/** The questions about getting in, likewise. */
export function admissionQuestions(locale: Locale, { admissions }: ListingForEditor) {
  const t = getTranslator(locale, "listings.admission.questions");
  const known = newestAdmissions(admissions, today());
  return ADMISSION_QUESTIONS.map((question) => ({
    name: answerField(question),
    question: t(question),
    answers: ADMISSION_ANSWERS[question].map((value) => {
      return { value, label: admissionText(locale, `${question}.${value}` as AdmissionAnswer) };
    }),
    known: knownAdmissionText(
      locale,
      known.find(({ said }) => partsOf(said)[0] === question),
    ),
  }));
}
