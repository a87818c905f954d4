// The questions that places are compared by, and where their answers differ.

import { decidingFact } from "@/lib/facts/deciding-fact";
import { resolveFacts, type Fact } from "@/lib/facts/facts";
import { OPTION_CODES } from "@/lib/facts/filter-options";
import { LEVEL_CODES, MEDICATION_CODES } from "@/lib/facts/key-facts";
import { whoCanGo, type WhoNote } from "@/lib/facts/who-can-go";
import type { ChosenLicense, ChosenListing } from "./types";

const { keeping, payment, population, language, access } = OPTION_CODES;

/** The questions, in the order people ask; a question with several codes is answered by any of them. */
export const COMPARED = {
  medication: {
    methadone: MEDICATION_CODES.methadone,
    buprenorphine: MEDICATION_CODES.buprenorphine,
    naltrexone: MEDICATION_CODES.naltrexone,
    keepMethadone: keeping["on-methadone"],
    keepBuprenorphine: keeping["on-buprenorphine"],
    fromElsewhere: keeping["from-elsewhere"],
    naloxone: ["NOE"],
  },
  care: {
    outpatient: LEVEL_CODES.outpatient,
    intensive: LEVEL_CODES.intensive,
    residential: LEVEL_CODES.residential,
    hospital: LEVEL_CODES.hospital,
    mentalHealth: population["mental-health"],
    exam: ["MHPA"],
    aftercare: ["ACC"],
  },
  paying: {
    mediCal: payment["medi-cal"],
    medicare: payment.medicare,
    private: payment.private,
    sliding: payment["sliding-fee"],
    assistance: payment.assistance,
    free: payment.free,
    cash: payment["self-pay"],
  },
  languages: { spanish: language.spanish, other: ["FX", "NX"], sign: language["sign-language"] },
  access: {
    telehealth: access.telehealth,
    transport: access.transportation,
    childCare: access["child-care"],
    childBeds: access["children-stay"],
  },
  license: { otp: ["OTP"], accredited: ["JC", "CARF", "COA", "NCQA", "HFAP"] },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type GroupKey = keyof typeof COMPARED;
export type QuestionKey = { [Group in GroupKey]: keyof (typeof COMPARED)[Group] }[GroupKey];

/** `unclear`: the places that answered agree, and at least one did not answer. */
export type Agreement = "same" | "differs" | "unclear";

export interface ComparedRow {
  key: QuestionKey;
  /** One for each place, in the order of the places. */
  answers: Fact[];
  agreement: Agreement;
}

export interface ComparedGroup {
  key: GroupKey;
  rows: ComparedRow[];
}

/** Every question with each place's answer. */
export function compareFacts(places: readonly Pick<ChosenListing, "sheets">[]): ComparedGroup[] {
  const resolved = places.map(({ sheets }) => resolveFacts(sheets));
  return Object.entries(COMPARED).map(([key, questions]) => ({
    key: key as GroupKey,
    rows: Object.entries(questions as Record<string, readonly string[]>).map(([question, codes]) => {
      const answers = resolved.map((facts) => decidingFact(facts, codes));
      const values = answers.map(({ value }) => (value === "unknown" ? null : value));
      return { key: question as QuestionKey, answers, agreement: agreementOf(values) };
    }),
  }));
}

/** Whom a place leaves out. */
export function whoOf({ sheets, licenses }: Pick<ChosenListing, "sheets" | "licenses">): WhoNote[] {
  const populations = licenses.map(({ targetPopulation }) => targetPopulation);
  return whoCanGo(resolveFacts(sheets), populations).notes;
}

/** Whether values differ; null is a value nobody knows. */
export function agreementOf(values: readonly (string | null)[]): Agreement {
  const known = values.filter((value) => value !== null);
  if (new Set(known).size > 1) return "differs";
  return known.length === 0 || known.length === values.length ? "same" : "unclear";
}

/**
 * The source and date that most answers of a place share, so that the page need not repeat them; null without answers.
 */
export function mainSourceOf(answers: readonly Fact[]): Fact | null {
  const answered = answers.filter(({ source }) => source !== null);
  const sharing = (one: Fact) => answered.filter((other) => isSameSource(one, other)).length;
  return answered.reduce<Fact | null>((best, fact) => (best && sharing(best) >= sharing(fact) ? best : fact), null);
}

export function isSameSource(one: Fact, other: Fact): boolean {
  return one.source === other.source && one.asOf === other.asOf;
}

/** The license to show: one in force before an expired one, then the one that lasts longest. */
export function bestLicense(licenses: readonly ChosenLicense[]): ChosenLicense | null {
  const lastDay = ({ expiresOn }: ChosenLicense) => expiresOn ?? "9999-12-31";
  const [best] = [...licenses].sort(
    (a, b) => Number(b.current) - Number(a.current) || lastDay(b).localeCompare(lastDay(a)),
  );
  return best ?? null;
}
