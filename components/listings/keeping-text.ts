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
 */
export function keepingParts(locale: Locale, facts: Answers): KeepingPart[] {
  const t = getTranslator(locale, "facts.keeping");
  const { keeping } = facts;
  const answers = [keeping["on-methadone"], keeping["on-buprenorphine"], keeping["from-elsewhere"]];
  if (answers.every((value) => value === "unknown")) return [{ value: "unknown", words: t("unknown.all") }];
  return VALUES.flatMap((value) => {
    const kept = (["methadone", "buprenorphine"] as const).filter((name) => keeping[`on-${name}`] === value);
    const words = [
      keptWords(locale, facts, value, kept),
      keeping["from-elsewhere"] === value && t(`${value}.fromElsewhere`),
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
  const elsewhere = kept.filter((name) => facts.medications[name] !== "yes");
  if (elsewhere.length === 0 || facts.keeping["from-elsewhere"] !== "yes")
    return t(`yes.${kept.length > 1 ? "both" : first}`);
  if (elsewhere.length === kept.length) return t(`elsewhere.${kept.length > 1 ? "both" : first}`);
  return t(elsewhere[0] === "methadone" ? "elsewhere.methadoneAndOwn" : "elsewhere.buprenorphineAndOwn");
}
