import type { OperatorForEditor, OtherOperator } from "@/lib/operators/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { OtherLink } from "./other-link";

interface AlikeOperatorsProps {
  locale: Locale;
  operator: OperatorForEditor;
  mayEdit: boolean;
}

/** Others whose licenses name the same legal entity: what staff may find to merge. */
export function AlikeOperators({ locale, operator, mayEdit }: AlikeOperatorsProps) {
  const t = getTranslator(locale, "admin.operator");
  if (operator.alike.length === 0) return null;
  return (
    <section aria-labelledby="alike-title" className="space-y-2">
      <h2 id="alike-title" className="text-xl">
        {t("alikeTitle")}
      </h2>
      <p className="max-w-prose text-sm text-muted">{t("alikeLead")}</p>
      <ul>
        {operator.alike.map((other: OtherOperator) => (
          <li key={other.id}>
            <OtherLink locale={locale} operatorId={operator.id} other={other} mayMerge={mayEdit} />
          </li>
        ))}
      </ul>
    </section>
  );
}
