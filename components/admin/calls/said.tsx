import { admissionQuestion, admissionText, toldText } from "@/components/listings/admission-text";
import type { AdmissionFact } from "@/lib/admissions/types";
import { partsOf } from "@/lib/admissions/questions";
import type { ProposedCall } from "@/lib/calls/types";
import { attributeLabel } from "@/lib/facts/attribute-labels";
import type { Fact } from "@/lib/facts/facts";
import { formatAsOf } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface CallSaidProps {
  locale: Locale;
  call: ProposedCall;
  /** Beside each answer what our records say now; left out for who only looks. */
  known?: { facts: readonly Fact[]; admissions: readonly AdmissionFact[] };
}

/** What a place answered, line by line. */
export function CallSaid({ locale, call, known }: CallSaidProps) {
  const t = getTranslator(locale, "admin");
  const facts = call.answers.map(({ attribute, value }) => {
    const fact = known?.facts.find((each) => each.attribute === attribute);
    return {
      key: attribute,
      asked: attributeLabel(locale, attribute),
      said: t(`form.${value}`),
      known: fact && knownText(locale, fact),
    };
  });
  const admissions = call.admissions.map((said) => {
    const fact = known?.admissions.find((each) => partsOf(each.said)[0] === partsOf(said)[0]);
    return {
      key: said,
      asked: admissionQuestion(locale, said),
      said: admissionText(locale, said),
      known: known && knownAdmissionText(locale, fact),
    };
  });
  return (
    <dl className="divide-y divide-line">
      {[...facts, ...admissions].map((line) => (
        <div key={line.key} className="py-2">
          <dt className="inline">{line.asked}:</dt> <dd className="inline font-semibold">{line.said}</dd>
          {line.known && <dd className="text-sm text-muted">{line.known}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** "Our records: yes (federal survey, 2023)". */
export function knownText(locale: Locale, fact: Fact | undefined): string {
  const t = getTranslator(locale, "admin");
  if (!fact?.source || !fact.asOf) return t("call.notKnown");
  const date = formatAsOf(locale, fact.asOf, fact.asOfPrecision ?? "day");
  const source = getTranslator(locale, "facts")(`source.${fact.source}`);
  return t("call.known", { answer: t(`form.${fact.value}`), source, date });
}

/** "Our records: up to a week (told us on November 20, 2026)". */
export function knownAdmissionText(locale: Locale, fact: AdmissionFact | undefined): string {
  const t = getTranslator(locale, "admin");
  if (!fact) return t("call.notKnown");
  return t("calls.records", { answer: `${admissionText(locale, fact.said)} (${toldText(locale, fact)})` });
}
