import { attributeLabel } from "@/lib/facts/attribute-labels";
import { factOf, type Fact } from "@/lib/facts/facts";
import { KEEPING_CODES, keyFactsOf } from "@/lib/facts/key-facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { KeepingItem } from "./keeping-item";

const CODES = [...new Set(Object.values(KEEPING_CODES).flat())];

/** On a place's own page: whether it keeps somebody on their medication, and which answers say so. */
export function Keeping({ locale, facts }: { locale: Locale; facts: ReadonlyMap<string, Fact> }) {
  const t = getTranslator(locale, "facts.keeping");
  const answers = CODES.filter((code) => factOf(facts, code).value === "yes");
  return (
    <div className="text-sm">
      <dl>
        <KeepingItem locale={locale} facts={keyFactsOf(facts)} />
      </dl>
      {answers.length > 0 && (
        <p className="text-xs text-muted">
          {t("answers", { codes: answers.map((code) => attributeLabel(locale, code)).join(", ") })}
        </p>
      )}
    </div>
  );
}
