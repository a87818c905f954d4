import { Button } from "@/components/ui/button";
import { takeOutNameAction } from "@/lib/operators/actions";
import type { OperatorForEditor } from "@/lib/operators/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { StaffForm } from "../staff-forms";

interface OperatorNamesProps {
  locale: Locale;
  operator: OperatorForEditor;
  mayEdit: boolean;
}

/** The names by which sources call an operator; each but its own can be taken out again. */
export function OperatorNames({ locale, operator, mayEdit }: OperatorNamesProps) {
  const t = getTranslator(locale, "admin.operator");
  return (
    <section aria-labelledby="names-title" className="space-y-2">
      <h2 id="names-title" className="text-xl">
        {t("names")}
      </h2>
      <p className="max-w-prose text-sm text-muted">{t("namesLead")}</p>
      <ul className="divide-y divide-line border-y border-line">
        {operator.names.map(({ key, spellings, isOwn }) => (
          <li key={key} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1 basis-64 wrap-anywhere">
              {spellings.length > 0 ? spellings.join(", ") : <span className="text-muted">{t("noSpelling")}</span>}
              <span className="block text-sm text-muted">
                {key}
                {isOwn && ` (${t("ownName")})`}
              </span>
            </span>
            {mayEdit && !isOwn && (
              <StaffForm name={`take out ${key}`} action={takeOutNameAction}>
                <input type="hidden" name="id" value={operator.id} />
                <input type="hidden" name="version" value={operator.version} />
                <input type="hidden" name="key" value={key} />
                <Button look="quiet">
                  {t("takeOut")}
                  <span className="sr-only">: {spellings[0] ?? key}</span>
                </Button>
              </StaffForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
