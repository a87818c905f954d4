import { DOUBTS } from "@/lib/facts/doubts";
import { LOCALES } from "@/lib/shared/locales";
import { severalLines } from "@/lib/shared/text";
import { z } from "@/lib/shared/zod";
import type { AdminError } from "@/lib/staff/types";
import { TOTAL_WEIGHT } from "./total-weight";

export { TOTAL_WEIGHT };

const textSchema = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });
const keySchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const dateSchema = z.iso.date();
const codesSchema = z.array(z.string().regex(/^[A-Z][A-Z0-9]*$/)).min(1);

const gateTextSchema = { name: textSchema, explanation: textSchema };

const alternativeSchema = z.strictObject({ key: keySchema, name: textSchema, codes: codesSchema });

const atLeastSchema = z
  .strictObject({ atLeast: z.int().min(2), of: z.array(alternativeSchema) })
  .refine(({ atLeast, of }) => atLeast <= of.length, "asks for more alternatives than there are");

const ruleSchema = z.union([
  z.strictObject({ license: z.literal(true), anyOf: codesSchema }),
  z.strictObject({ anyOf: codesSchema }),
  atLeastSchema,
]);

const evidenceSchema = z.strictObject({
  title: z.string().min(1),
  claim: textSchema,
  url: z.url({ protocol: /^https?$/ }),
  /** Null where the page names none. */
  year: z.int().min(1990).max(2100).nullable(),
});

/** An authority beside the department of the state's list that may license a place. */
const otherAuthoritySchema = z.strictObject({ key: keySchema, name: textSchema, codes: codesSchema });

const classesSchema = z.array(z.string().regex(/^[A-Z]+$/));

const authorizedSchema = z.strictObject({
  ...gateTextSchema,
  /** Which classes of the state's list authorize each kind of care. */
  licenseClasses: z.strictObject({
    opioid_treatment_program: classesSchema,
    outpatient: classesSchema,
    residential: classesSchema,
    hospital: classesSchema,
  }),
  /** Codes that certify an opioid treatment program. */
  certifications: codesSchema,
  /** Without a license of the state's list: licensed by another authority, as the place states. The first that fits. */
  otherAuthorities: z.array(otherAuthoritySchema).min(1),
  /** Places of which nobody has found out whether they need a license of the list: by codes, or how names begin. */
  notChecked: z.strictObject({ codes: codesSchema, names: z.array(z.string().min(1)) }),
  evidence: z.array(evidenceSchema).min(1),
});

const criterionSchema = z.strictObject({
  key: keySchema,
  name: textSchema,
  explanation: textSchema,
  /** Whole points, so that a rounded score is a sum of whole parts. */
  points: z.int().min(1),
  rule: ruleSchema,
  /**
   * The answer is unknown when none of these categories was answered; or, where the state's list settles it, when the
   * place is authorized without a license of that list.
   */
  unknownWhen: z.union([
    z.strictObject({ noCodeOf: z.array(keySchema).min(1) }),
    z.strictObject({ otherAuthority: z.literal(true) }),
  ]),
  evidence: z.array(evidenceSchema).min(1),
});

const groupSchema = z.strictObject({
  key: keySchema,
  name: textSchema,
  explanation: textSchema,
  criteria: z.array(criterionSchema).min(1),
});

/** The complete method of a ranking: anybody with this record and the inputs can compute an edition again. */
export const rankingMethodSchema = z
  .strictObject({
    version: z.int().min(1),
    gates: z.strictObject({
      treatsOpioidUseDisorder: z.strictObject({ ...gateTextSchema, noneOf: codesSchema }),
      authorized: authorizedSchema,
      open: z.strictObject(gateTextSchema),
      enoughKnown: z.strictObject(gateTextSchema),
    }),
    /** Which of the listings that pass the gates are one program: lib/rankings/programs. */
    programs: z.strictObject({
      ...gateTextSchema,
      /** Two addresses of a program are never farther apart. */
      withinMiles: z.number().positive(),
      /** Codes that say who may come: all listings of a program answer each in the same way. */
      sameAnswers: codesSchema,
    }),
    /** The survey's categories, each with all its codes. A category was answered when one of its codes was. */
    categories: z.array(z.strictObject({ key: keySchema, name: textSchema, codes: codesSchema })),
    groups: z.array(groupSchema).min(1),
    constants: z.strictObject({
      minimumKnownShare: z.number().min(0).max(1),
      /** 0–100: the percentile of the peers' yes over known that counts for what is not known. */
      priorPercentile: z.number().min(0).max(100),
    }),
  })
  .superRefine(({ groups, categories }, context) => {
    const refuse = (message: string) => context.addIssue({ code: "custom", message, path: ["groups"] });
    const criteria = groups.flatMap((group) => group.criteria);
    const weight = criteria.reduce((sum, { points }) => sum + points, 0);
    if (weight !== TOTAL_WEIGHT) refuse(`weights sum to ${weight}, not ${TOTAL_WEIGHT}`);
    if (new Set(criteria.map(({ key }) => key)).size < criteria.length) refuse("two criteria share a key");
    const known = new Set(categories.map(({ key }) => key));
    for (const category of criteria.flatMap(({ unknownWhen }) =>
      "noCodeOf" in unknownWhen ? unknownWhen.noCodeOf : [],
    ))
      if (!known.has(category)) refuse(`no category "${category}"`);
  });

export type RankingMethod = z.infer<typeof rankingMethodSchema>;
export type MethodCriterion = z.infer<typeof criterionSchema>;
/** Words in both languages. */
export type MethodText = z.infer<typeof textSchema>;

const sourceSchema = z.enum(["staff", "dhcs", "samhsa"]);
const precisionSchema = z.enum(["day", "year"]);

const sheetSchema = z.strictObject({
  source: sourceSchema,
  asOf: dateSchema,
  asOfPrecision: precisionSchema,
  yes: z.array(z.string()),
  no: z.array(z.string()),
  unknown: z.array(z.string()),
});

const licenseSchema = z.strictObject({
  number: z.string(),
  /** RES, NON, DSS or DPH, as the state's list writes it. */
  class: z.string(),
  expiresOn: dateSchema.nullable(),
  /** In force on the day of the list that states it. */
  current: z.boolean(),
  asOf: dateSchema,
  asOfPrecision: precisionSchema,
});

/**
 * Everything that an edition reads of a listing. It is strict, so no other field can influence the order, above all
 * none about money between us and a program. Names only break ties; what staff enter here only opens or closes a gate.
 */
export const rankingInputSchema = z.strictObject({
  /** Identity across installations, unlike database ids. */
  slug: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  kind: z.enum(["opioid_treatment_program", "outpatient", "residential", "hospital"]),
  /** The slug of who runs it; null while nobody has said. */
  operator: z.string().nullable(),
  /** E.164. */
  phone: z.string().nullable(),
  /** Of a place whose house is not known, the middle of its ZIP code. */
  position: z.strictObject({ latitude: z.number(), longitude: z.number() }).nullable(),
  closed: z.strictObject({ on: dateSchema, reason: z.string().nullable() }).nullable(),
  exemption: z.strictObject({ reason: z.string(), url: z.string().nullable() }).nullable(),
  /** The newest edition of the federal directory, when an older one named the place and it does not. */
  leftOutOf: z.strictObject({ asOf: dateSchema, asOfPrecision: precisionSchema }).nullable(),
  licenses: z.array(licenseSchema),
  sheets: z.array(sheetSchema),
});

export type RankingInput = z.infer<typeof rankingInputSchema>;

export const criterionResultSchema = z.strictObject({
  key: keySchema,
  value: z.enum(["yes", "no", "unknown"]),
  /** Unknown although the place answers: its answer cannot be so (lib/facts/doubts). */
  doubt: z.enum(DOUBTS).optional(),
  /** Unknown because the place is authorized without a license of the state's list: by what, as the method names it. */
  authority: keySchema.optional(),
  /** Unknown of a program because its addresses answer differently. */
  differs: z.literal(true).optional(),
  /** Points won: the maximum for a yes, else 0. Unknown points are counted separately, at the prior. */
  points: z.int(),
  maximum: z.int(),
  source: sourceSchema.nullable(),
  asOf: dateSchema.nullable(),
  asOfPrecision: precisionSchema.nullable(),
});

export type CriterionResult = z.infer<typeof criterionResultSchema>;

/** What an edition freezes of a program: its answers, of which every score follows. */
export const programCriteriaSchema = z.array(criterionResultSchema);

/** What an edition freezes of each listing, ranked or not: enough to recompute it. */
export const frozenRecordSchema = z.strictObject({
  /** The day on which closings were judged. */
  judgedOn: dateSchema,
  /** The day of the state's list that was read: it dates what was not found there. */
  stateListAsOf: dateSchema.nullable(),
  input: rankingInputSchema,
  criteria: z.array(criterionResultSchema),
});

export type FrozenRecord = z.infer<typeof frozenRecordSchema>;

/** What an edition publishes of its stability test (stability.ts); the ranges are in the entries. */
export const stabilityFiguresSchema = z.strictObject({
  runs: z.int().min(1),
  /** 0.5: every weight varied by up to a half. */
  spread: z.number().min(0).max(1),
  /** Per top smaller than the list: `kept[n]` runs kept n of its places in it. */
  tops: z.array(z.strictObject({ size: z.int().min(1), kept: z.array(z.int().min(0)) })),
});

export type StabilityFigures = z.infer<typeof stabilityFiguresSchema>;

/** Two or three sentences. */
const MAX_REASON_LENGTH = 1000;

const say = (error: AdminError) => error;

/**
 * Which proposed edition staff looked at, by its checksum; and why one person publishes it, where they decided about
 * places in it themselves.
 */
export const publishEditionSchema = z.object({
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  aloneReason: z
    .string()
    .default("")
    .transform(severalLines)
    .pipe(z.string().max(MAX_REASON_LENGTH, say("tooLong"))),
  locale: z.enum(LOCALES).default("en"),
});
