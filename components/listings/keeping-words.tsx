import type { KeyFacts } from "@/lib/facts/key-facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { FactMark } from "./fact-mark";
import { Joined } from "./joined";
import { keepingParts } from "./keeping-text";

interface KeepingWordsProps {
  locale: Locale;
  facts: Pick<KeyFacts, "keeping" | "longTerm">;
  /** Not in bold. */
  isPlain?: boolean;
}

/** On a card, for somebody who takes a medication already. Its words say what they are about, unless it said nothing. */
export function KeepingWords({ locale, facts, isPlain = false }: KeepingWordsProps) {
  const t = getTranslator(locale, "facts.keeping");
  const isSilent = Object.values(facts.keeping).every((value) => value === "unknown");
  const parts = keepingParts(locale, facts, true);
  return (
    <>
      {isSilent && `${t("label")}: `}
      <Joined>
        {parts.map((part) => (
          <FactMark key={part.value} locale={locale} {...part} isPlain={isPlain} />
        ))}
      </Joined>
    </>
  );
}
