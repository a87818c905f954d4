import type { OperatorForEditor } from "@/lib/operators/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { OtherOperators } from "./others";

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
      <OtherOperators locale={locale} operatorId={operator.id} others={operator.alike} mayMerge={mayEdit} />
    </section>
  );
}
