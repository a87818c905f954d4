import { ADMISSION_ANSWERS, ADMISSION_QUESTIONS, admissionOf, type AdmissionAnswer } from "@/lib/admissions/questions";
import { FACT_VALUES } from "@/lib/facts/facts";
import { factCheckSchema, type FactAnswer } from "@/lib/listings/schema";
import { z } from "@/lib/shared/zod";
import type { AdminError } from "@/lib/staff/types";
import { ANSWER_FIELDS, answerField, CALL_FACTS, type AnswerField, type AskedInCall } from "./call-facts";

const MAX_REASON_LENGTH = 2000;

const say = (error: AdminError) => error;

/** Left out or empty: it was not asked. */
const oneOf = (answers: readonly string[]) => z.enum([...answers, ""], say("factValueMissing")).optional();

const shapeOf = <Asked extends AskedInCall>(asked: readonly Asked[], answersTo: (each: Asked) => readonly string[]) =>
  Object.fromEntries(asked.map((each) => [answerField(each), oneOf(answersTo(each))])) as Record<
    `answer-${Asked}`,
    ReturnType<typeof oneOf>
  >;

/** The fields of a form that ask for the facts of a call. */
export const factAnswers = shapeOf(CALL_FACTS, () => FACT_VALUES);
const admissionAnswers = shapeOf(ADMISSION_QUESTIONS, (question) => ADMISSION_ANSWERS[question]);

/** What a place answered in one call: at least one answer, with one line of evidence and one date. */
export const callSchema = z
  .object({
    id: z.uuid(),
    ...factAnswers,
    ...admissionAnswers,
    evidence: factCheckSchema.shape.evidence,
    asOf: factCheckSchema.shape.asOf,
  })
  .refine((call) => ANSWER_FIELDS.some((field) => call[field]), {
    path: [answerField(CALL_FACTS[0])],
    message: say("answersMissing"),
    when: () => true,
  });

/** A call as it is recorded: the facts and the answers about getting in, each in the order of the call. */
export interface Call {
  /** Of the listing. */
  id: string;
  evidence: string;
  /** YYYY-MM-DD. */
  asOf: string;
  answers: FactAnswer[];
  admissions: AdmissionAnswer[];
}

export function callOf({ id, evidence, asOf, ...fields }: z.output<typeof callSchema>): Call {
  const said: Said = fields;
  const admissions = ADMISSION_QUESTIONS.flatMap(
    (question) => admissionOf(`${question}.${said[answerField(question)]}`) ?? [],
  );
  return { id, evidence, asOf, answers: answeredFacts(fields), admissions };
}

/** The facts that were answered, in the order of the call. */
export function answeredFacts(said: Said): FactAnswer[] {
  return CALL_FACTS.flatMap((attribute) => {
    const value = FACT_VALUES.find((each) => each === said[answerField(attribute)]);
    return value ? [{ attribute, value }] : [];
  });
}

type Said = Partial<Record<AnswerField, string>>;

/** What the columns of a proposed call hold; an answer that no longer exists is left out. */
const proposedFact = factCheckSchema.pick({ attribute: true, value: true });
export const proposedFacts = z
  .array(z.unknown())
  .transform((said) => said.flatMap((each) => proposedFact.safeParse(each).data ?? []));
export const proposedAdmissions = z
  .array(z.string())
  .transform((said) => said.flatMap((each) => admissionOf(each) ?? []));

/** Whoever called reads the reason of a refusal. */
export const callDecisionSchema = z
  .object({
    id: z.uuid(),
    decision: z.enum(["accept", "refuse"], say("callDecisionMissing")),
    reason: z.string().trim().max(MAX_REASON_LENGTH, say("tooLong")).default(""),
  })
  .refine(({ decision, reason }) => decision === "accept" || reason !== "", {
    path: ["reason"],
    message: say("refusalReasonMissing"),
  });
