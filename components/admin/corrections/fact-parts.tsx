import { useTranslations } from "use-intl/react";
import { SEEN } from "@/lib/desk/acceptance";
import { FACT_VALUES, type FactValue } from "@/lib/facts/facts";
import { answerField, type CallFact } from "@/lib/calls/call-facts";
import { CallAnswer } from "../calls/answer";
import { AnyFactFields, AsOfField, type AttributeGroups } from "../listings/fact-fields";
import { StaffArea } from "../staff-area";
import { Part } from "./part";

export interface Question {
  fact: CallFact;
  question: string;
  /** What our records say, in words. */
  known: string;
}

interface FactPartsProps {
  questions: readonly Question[];
  /** What our records know, of every attribute. */
  known: readonly { attribute: string; value: FactValue }[];
  /** Every attribute by category, for what none of the questions asks. */
  groups: AttributeGroups;
  /** What the report is about. */
  open: readonly CallFact[];
  /** YYYY-MM-DD. */
  today: string;
  typed: Partial<Record<string, string>> | undefined;
  /** What our records say since somebody answered meanwhile. */
  seen: Partial<Record<string, string>>;
  errors: Record<string, string>;
}

/** The facts of the listing, with what staff found out: one line of evidence and one date for all of it. */
export function FactParts({ questions, known, groups, open, today, typed, seen, errors }: FactPartsProps) {
  const t = useTranslations("admin");
  const ask = ({ fact, question, known: words }: Question) => (
    <CallAnswer
      key={fact}
      name={answerField(fact)}
      question={question}
      answers={FACT_VALUES.map((each) => ({ value: each, label: t(`call.${each}`) }))}
      known={words}
      chosen={typed?.[answerField(fact)]}
      error={errors[answerField(fact)]}
    />
  );
  const asked = questions.filter(({ fact }) => open.includes(fact));
  const rest = questions.filter(({ fact }) => !open.includes(fact));
  const isTouched = Boolean(typed?.attribute || rest.some(({ fact }) => typed?.[answerField(fact)]));
  const hasError = ["attribute", "value", ...(asked.length > 0 ? [] : ["evidence", "asOf"])].some(
    (name) => errors[name],
  );
  const proof = (
    <>
      <StaffArea
        audience="staff"
        name="evidence"
        label={t("facts.evidence")}
        hint={t("facts.evidenceHint")}
        rows={2}
        defaultValue={typed?.evidence}
        error={errors.evidence}
      />
      <AsOfField today={today} typed={typed} errors={errors} />
    </>
  );
  const said = { ...Object.fromEntries(known.map(({ attribute, value }) => [attribute, value])), ...seen };
  return (
    <>
      {Object.entries(said).map(([attribute, value]) => (
        <input
          key={attribute}
          type="hidden"
          name={`${SEEN}${attribute}`}
          value={seen[attribute] ?? typed?.[`${SEEN}${attribute}`] ?? value}
        />
      ))}
      {asked.length > 0 && (
        <Part title={t("correction.facts")} isOpen>
          <div className="divide-y divide-line">{asked.map(ask)}</div>
          {proof}
        </Part>
      )}
      <Part title={t(asked.length > 0 ? "correction.otherFacts" : "facts.title")} isOpen={isTouched || hasError}>
        <div className="divide-y divide-line">{rest.map(ask)}</div>
        <AnyFactFields groups={groups} typed={typed} errors={errors} />
        {asked.length === 0 && proof}
      </Part>
    </>
  );
}
