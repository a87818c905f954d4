import { Button, ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { mergeOperatorsAction } from "@/lib/operators/actions";
import type { OperatorForEditor, OtherOperator } from "@/lib/operators/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { StaffForm } from "../staff-forms";
import { OtherOperators } from "./others";

interface MergeSearchProps {
  locale: Locale;
  operator: OperatorForEditor;
  sought: string;
  found: OtherOperator[];
}

/** Looks for the operator that is the same one, by words of its name. */
export function MergeSearch({ locale, operator, sought, found }: MergeSearchProps) {
  const t = getTranslator(locale, "admin.operator");
  return (
    <section id="merge" aria-labelledby="merge-title" className="space-y-2">
      <h2 id="merge-title" className="text-xl">
        {t("merge")}
      </h2>
      <p className="max-w-prose text-sm text-muted">{t("mergeLead")}</p>
      <form method="get" action="#merge" className="flex flex-wrap items-end gap-3">
        <TextField name="find" type="search" label={t("findLabel")} defaultValue={sought} />
        <Button look="quiet">{t("find")}</Button>
      </form>
      {sought && found.length === 0 && <p>{t("nothingFound")}</p>}
      {found.length > 0 && <OtherOperators locale={locale} operatorId={operator.id} others={found} mayMerge />}
    </section>
  );
}

interface MergeQuestionProps {
  locale: Locale;
  operator: OperatorForEditor;
  other: OtherOperator;
}

/** Asks before two operators become one, with what that moves. */
export function MergeQuestion({ locale, operator, other }: MergeQuestionProps) {
  const t = getTranslator(locale, "admin.operator");
  const into = operator.values.name;
  return (
    <section
      aria-labelledby="question-title"
      className="space-y-3 rounded-md border border-warning bg-warning-soft p-4"
    >
      <h2 id="question-title" className="text-xl wrap-anywhere">
        {t("mergeAsk", { name: other.name, into })}
      </h2>
      {other.legalEntities.length > 0 && (
        <p className="wrap-anywhere">
          {t("legalEntities")}: {other.legalEntities.join("; ")}
        </p>
      )}
      <p className="max-w-prose wrap-anywhere">{t("mergeMoves", { count: other.listings, into })}</p>
      <StaffForm name={`merge ${other.slug}`} action={mergeOperatorsAction} className="flex flex-wrap gap-3">
        <input type="hidden" name="id" value={operator.id} />
        <input type="hidden" name="version" value={operator.version} />
        <input type="hidden" name="other" value={other.slug} />
        <input type="hidden" name="otherVersion" value={other.version} />
        <Button>{t("mergeButton")}</Button>
        <ButtonLink look="quiet" href={`/admin/operators/${operator.id}`}>
          {t("mergeCancel")}
        </ButtonLink>
      </StaffForm>
    </section>
  );
}
