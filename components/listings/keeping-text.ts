import type { FactValue } from "@/lib/facts/facts";
import type { KeyFacts } from "@/lib/facts/key-facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** A medication that people come with, and the answer about it. */
const KEPT = [
  { medication: "methadone", keeping: "on-methadone" },
  { medication: "buprenorphine", keeping: "on-buprenorphine" },
] as const;

/** An answer in words, for a mark beside it. */
interface KeepingPart {
  value: FactValue;
  words: string;
}

/**
 * Which medication a place keeps somebody on. What it does not give itself, it keeps people on who get it elsewhere.
 * Where both answers are alike, one part says both.
 */
export function keptParts(locale: Locale, facts: Pick<KeyFacts, "keeping" | "medications">): KeepingPart[] {
  const t = getTranslator(locale, "facts.keeping");
  const names = getTranslator(locale, "listings.medication");
  const kept = KEPT.map(({ medication, keeping }) => {
    const isGiven = facts.medications[medication] === "yes" || facts.keeping["from-elsewhere"] !== "yes";
    const answer = facts.keeping[keeping];
    const state = answer === "yes" && !isGiven ? ("elsewhere" as const) : answer;
    return { value: answer, state, words: t(state, { medication: names(medication) }) };
  });
  const [first, second] = kept;
  if (first && first.state !== "yes" && first.state === second?.state)
    return [{ value: first.value, words: t(`both.${first.state}`) }];
  return kept.map(({ value, words }) => ({ value, words }));
}

/** Whether a place accepts people whose medication is prescribed elsewhere; undefined for the answer's own word. */
export function fromElsewhereWords(locale: Locale, { keeping }: Pick<KeyFacts, "keeping">): string | undefined {
  return keeping["from-elsewhere"] === "unknown" ? getTranslator(locale, "facts.keeping.both")("unknown") : undefined;
}
