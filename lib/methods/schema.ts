import { TOTAL_WEIGHT, type MethodText } from "@/lib/rankings/schema";
import { rowsOf } from "@/lib/shared/form-data";
import { filledRows } from "@/lib/shared/form-rows";
import { z } from "@/lib/shared/zod";
import { publicationYear, webUrl } from "@/lib/staff/field-rules";
import type { AdminError } from "@/lib/staff/types";
import type { PartWords } from "./parts";

const MAX_LINE_LENGTH = 240;
/** The longest explanation of the first method has under 300 characters. */
const MAX_WORDS_LENGTH = 1000;
/** The longest that the record of a method allows (lib/rankings/schema). */
const FIRST_EVIDENCE_YEAR = 1990;
/** A page to read, not a book. */
const MAX_CHANGELOG_LENGTH = 4000;

const say = (error: AdminError) => error;

const line = (error: AdminError) => z.string().trim().min(1, say(error)).max(MAX_LINE_LENGTH, say("tooLong"));
/** Browsers send line ends as CRLF. */
const text = (max: number) =>
  z
    .string()
    .max(max, say("tooLong"))
    .transform((typed) => typed.replace(/\r\n?/g, "\n").trim());
const words = (error: AdminError) => text(MAX_WORDS_LENGTH).pipe(z.string().min(1, say(error)));
const bilingual = ({ En, Es }: Record<"En" | "Es", string>): MethodText => ({ en: En, es: Es });

const points = z
  .string()
  .trim()
  .regex(/^([1-9]\d?|100)$/, say("pointsFormat"))
  .transform(Number);
/** 0–100 with at most one decimal. */
const percent = z
  .string()
  .trim()
  .regex(/^(\d{1,2}(\.\d)?|100(\.0)?)$/, say("percentFormat"))
  .transform(Number);

/** Which draft, and the revision of it that the editor saw; the form calls it `version` as all admin forms do. */
const target = { id: z.uuid(), version: z.coerce.number().int().positive() };

export const methodStepSchema = z.object(target);

/** What the pressed button does with the draft; a plain save, and any other value, does nothing more. */
export const methodStep = z.enum(["hand_in", "approve", "return", "publish", "discard"]).nullable().catch(null);

/** Weights, constants and the entry in the changelog, which may still be empty in a draft. */
export const methodWeightsSchema = z
  .object({
    ...target,
    points: z.record(z.string(), points),
    minimumKnownPercent: percent,
    priorPercentile: percent,
    changelog: text(MAX_CHANGELOG_LENGTH),
    changelogEs: text(MAX_CHANGELOG_LENGTH),
  })
  .superRefine((input, context) => {
    if (sumOf(input.points) !== TOTAL_WEIGHT)
      context.addIssue({ code: "custom", path: ["sum"], message: say("pointsSum") });
  });

const evidenceSchema = z
  .object({
    title: line("titleMissing"),
    url: z.string().trim().max(MAX_LINE_LENGTH, say("tooLong")).pipe(webUrl),
    year: publicationYear.refine((year) => year === null || year >= FIRST_EVIDENCE_YEAR, say("yearFormat")),
    claimEn: words("claimMissing"),
    claimEs: words("claimMissing"),
  })
  .transform(({ claimEn, claimEs, ...rest }) => ({ ...rest, claim: bilingual({ En: claimEn, Es: claimEs }) }));

/** The words of one part; `evidence` is read only for a criterion, which must have some. */
export const methodWordsSchema = z
  .object({
    ...target,
    part: z.string().max(MAX_LINE_LENGTH),
    nameEn: line("partNameMissing"),
    nameEs: line("partNameMissing"),
    explanationEn: words("explanationMissing"),
    explanationEs: words("explanationMissing"),
    evidence: filledRows(evidenceSchema),
  })
  .superRefine(({ part, evidence }, context) => {
    if (part.startsWith("criterion-") && evidence.length === 0)
      context.addIssue({ code: "custom", path: ["evidence.0.title"], message: say("criterionEvidenceMissing") });
  });

/** A second person's answer to a draft: a reviewer who sends it back says why. */
export const methodReviewSchema = z.object({
  ...target,
  step: z.enum(["approve", "return"], say("decisionMissing")),
  note: text(MAX_WORDS_LENGTH).pipe(z.string().min(1, say("reviewNoteMissing"))),
});

export type MethodWeightsInput = z.infer<typeof methodWeightsSchema>;
export type MethodWordsInput = z.infer<typeof methodWordsSchema>;
export type MethodTarget = z.infer<typeof methodStepSchema>;
export type MethodReviewInput = z.infer<typeof methodReviewSchema>;
/** A form of a method as it is shown: `points.maintenance`, `evidence.0.url` and so on. */
export type MethodValues = Record<string, string>;

/** What `methodWeightsSchema` reads: a form's flat fields with the points gathered. */
export function methodWeightsForm(texts: MethodValues): Record<string, unknown> {
  const own = Object.entries(texts).filter(([name]) => name.startsWith("points."));
  return { ...texts, points: Object.fromEntries(own.map(([name, typed]) => [name.slice("points.".length), typed])) };
}

/** What `methodWordsSchema` reads. */
export function methodWordsForm(texts: MethodValues): Record<string, unknown> {
  return { ...texts, evidence: rowsOf(texts, "evidence") };
}

/** The words of a part as the record has them. */
export function wordsOf(input: MethodWordsInput): PartWords {
  const { nameEn, nameEs, explanationEn, explanationEs, evidence } = input;
  return {
    name: { en: nameEn, es: nameEs },
    explanation: { en: explanationEn, es: explanationEs },
    evidence: evidence.length > 0 ? evidence : null,
  };
}

export function sumOf(byCriterion: Readonly<Record<string, number>>): number {
  return Object.values(byCriterion).reduce((sum, each) => sum + each, 0);
}

/** A version in a URL, such as "2"; 0, which no method has, for anything else. */
export const versionSchema = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .catch(0);
