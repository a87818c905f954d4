import type { KeyFacts } from "@/lib/facts/key-facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { FactMark } from "./fact-mark";
import { fromElsewhereWords, keptParts } from "./keeping-text";
import { KeyFact } from "./key-fact";

interface KeepingItemsProps {
  locale: Locale;
  facts: Pick<KeyFacts, "keeping" | "medications">;
}

/** Two key facts for somebody who takes a medication already. */
export function KeepingItems({ locale, facts }: KeepingItemsProps) {
  const t = getTranslator(locale, "facts.keeping");
  const elsewhere = facts.keeping["from-elsewhere"];
  return (
    <>
      <KeyFact term={t("label")} ownLine>
        {keptParts(locale, facts).map((part, at, { length }) => (
          // No mark stands at the end of a line without its word.
          <span key={part.words} className="mr-1.5 inline-block">
            <FactMark locale={locale} {...part} />
            {at < length - 1 && ","}
          </span>
        ))}
      </KeyFact>
      <KeyFact term={t("fromElsewhere")} ownLine>
        <FactMark locale={locale} value={elsewhere} words={fromElsewhereWords(locale, facts)} />
      </KeyFact>
    </>
  );
}
