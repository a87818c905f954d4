import type { KeyFacts } from "@/lib/facts/key-facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { FactMark } from "./fact-mark";
import { keepingParts } from "./keeping-text";
import { KeyFact } from "./key-fact";

interface KeepingItemProps {
  locale: Locale;
  facts: Pick<KeyFacts, "keeping" | "medications">;
}

/** A key fact for somebody who takes a medication already. */
export function KeepingItem({ locale, facts }: KeepingItemProps) {
  return (
    <KeyFact term={getTranslator(locale, "facts.keeping")("label")}>
      {keepingParts(locale, facts).map((part) => (
        <span key={part.value} className="mr-2">
          <FactMark locale={locale} {...part} />
        </span>
      ))}
    </KeyFact>
  );
}
