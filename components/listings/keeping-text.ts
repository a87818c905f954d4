import type { FactValue } from "@/lib/facts/facts";
import type { KeyFacts } from "@/lib/facts/key-facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** An answer in words, for the mark beside it. */
interface KeepingPart {
  value: FactValue;
  words: string;
}

type Answers = Pick<KeyFacts, "keeping" | "medications">;
type Kept = "methadone" | "buprenorphine";

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
    const kept = (["methadone", "buprenorphine"] as const).filter((name) => keeping[`on-${name}`] === value);
    const isSaid = isBrief && value === "yes" && keptElsewhere(facts, kept).length > 0;
    const words = [
      keptWords(locale, facts, value, kept),
      keeping["from-elsewhere"] === value && !isSaid && t(`${value}.fromElsewhere`),
    ].filter(Boolean);
    return words.length > 0 ? [{ value, words: words.join(" · ") }] : [];
  });
}

/** Of a medication that a place does not give itself, it keeps people on what they get elsewhere. */
function keptWords(locale: Locale, facts: Answers, value: FactValue, kept: readonly Kept[]): string | null {
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
export function keptItself(facts: Answers): Kept[] {
  const kept = (["methadone", "buprenorphine"] as const).filter((name) => facts.keeping[`on-${name}`] === "yes");
  return keptSplit(facts, kept).own;
}

/** What of it a place gives itself, and what somebody else prescribes. */
export function keptSplit(facts: Answers, kept: readonly Kept[]): { own: Kept[]; elsewhere: Kept[] } {
  const elsewhere = keptElsewhere(facts, kept);
  return { own: kept.filter((name) => !elsewhere.includes(name)), elsewhere };
}

/** Those that it does not give itself, where it takes prescriptions from elsewhere. */
function keptElsewhere({ keeping, medications }: Answers, kept: readonly Kept[]): Kept[] {
  return keeping["from-elsewhere"] === "yes" ? kept.filter((name) => medications[name] !== "yes") : [];
}
