import type { FactValue } from "@/lib/facts/facts";
import { LONG_TERM, type KeyFacts, type LongTerm } from "@/lib/facts/key-facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** An answer in words, for the mark beside it. */
interface KeepingPart {
  value: FactValue;
  words: string;
}

type Answers = Pick<KeyFacts, "keeping" | "longTerm">;

const VALUES = ["yes", "no", "unknown"] as const satisfies readonly FactValue[];

/**
 * Which medication a place keeps somebody on, and whether somebody else may prescribe it: what it says yes to, what it says
 * no to, and what it did not say, one part each.
 * @param isBrief leaves out that it takes prescriptions from elsewhere where another word of it says "prescribed elsewhere"
 */
export function keepingParts(locale: Locale, facts: Answers, isBrief = false): KeepingPart[] {
  const t = getTranslator(locale, "facts.keeping");
  const { keeping } = facts;
  const answers = [keeping["on-methadone"], keeping["on-buprenorphine"], keeping["from-elsewhere"]];
  if (answers.every((value) => value === "unknown")) return [{ value: "unknown", words: t("unknown.all") }];
  return VALUES.flatMap((value) => {
    const kept = LONG_TERM.filter((name) => keeping[`on-${name}`] === value);
    const isSaid = isBrief && value === "yes" && keptElsewhere(facts, kept).length > 0;
    const words = [
      keptWords(locale, facts, value, kept),
      keeping["from-elsewhere"] === value && !isSaid && t(`${value}.fromElsewhere`),
    ].filter(Boolean);
    return words.length > 0 ? [{ value, words: words.join(" · ") }] : [];
  });
}

/** Of a medication that a place does not give for long, it keeps people on what they get elsewhere. */
function keptWords(locale: Locale, facts: Answers, value: FactValue, kept: readonly LongTerm[]): string | null {
  const t = getTranslator(locale, "facts.keeping");
  const [first] = kept;
  if (!first) return null;
  if (value !== "yes") return t(`${value}.${kept.length > 1 ? "both" : first}`);
  const elsewhere = keptElsewhere(facts, kept);
  if (elsewhere.length === 0) return t(`yes.${kept.length > 1 ? "both" : first}`);
  if (elsewhere.length === kept.length) return t(`elsewhere.${kept.length > 1 ? "both" : first}`);
  return t(elsewhere[0] === "methadone" ? "elsewhere.methadoneAndOwn" : "elsewhere.buprenorphineAndOwn");
}

/** Those that it keeps people on and does not leave to somebody else. */
export function keptItself(facts: Answers): LongTerm[] {
  const kept = LONG_TERM.filter((name) => facts.keeping[`on-${name}`] === "yes");
  return keptSplit(facts, kept).own;
}

/** What of it a place gives for a long time itself, and what somebody else prescribes. */
export function keptSplit(facts: Answers, kept: readonly LongTerm[]): { own: LongTerm[]; elsewhere: LongTerm[] } {
  const elsewhere = keptElsewhere(facts, kept);
  return { own: kept.filter((name) => !elsewhere.includes(name)), elsewhere };
}

/** Those that it does not give for a long time itself, where it takes prescriptions from elsewhere. */
function keptElsewhere({ keeping, longTerm }: Answers, kept: readonly LongTerm[]): LongTerm[] {
  return keeping["from-elsewhere"] === "yes" ? kept.filter((name) => longTerm[name] !== "yes") : [];
}
