"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { saveOperatorAction, type OperatorConflict } from "@/lib/operators/actions";
import { OPERATOR_FIELDS, type OperatorField, type OperatorValues } from "@/lib/operators/schema";
import { ConflictNotice } from "../conflict-notice";
import { useErrorWords } from "../error-words";
import { Fieldset } from "../fieldset";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface OperatorFormProps {
  id: string;
  version: number;
  values: OperatorValues;
  /** Columns that imports leave. */
  staffFields: string[];
}

/** The columns staff may set. What was typed stays after every answer. */
export function OperatorForm({ id, version, values, staffFields }: OperatorFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("operator", saveOperatorAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const conflict = state?.status === "conflict" ? state.current : null;
  const typed = typedIn(state);
  const shown: OperatorValues = { ...values, ...typed };
  const label = (field: OperatorField) => t(`operator.fields.${field}`);
  const bind = (name: OperatorField) => ({
    name,
    label: label(name),
    hint: t(`operator.hints.${name}`),
    defaultValue: shown[name],
    error: errors[name],
  });
  const byHand = OPERATOR_FIELDS.filter((field) => staffFields.includes(field)).map(label);
  return (
    <StaffForm name="operator" saves action={action} className="space-y-4">
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      {state?.status === "failed" && (
        <Notice tone="warning" role="alert">
          {t(`done.${state.code}`)}
        </Notice>
      )}
      {conflict && <ConflictNotice differences={differences(conflict, label)} discardPath={`/admin/operators/${id}`} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={conflict?.version ?? typed?.version ?? version} />
      {/* A new answer brings new starting values, so the fields are made again with them. */}
      <div key={JSON.stringify(shown)}>
        <Fieldset audience="public" legend={t("operator.edit")} stacked>
          <TextField {...bind("name")} />
          <StaffArea audience="staff" {...bind("legalEntities")} rows={4} />
        </Fieldset>
      </div>
      {byHand.length > 0 && <p className="text-sm text-muted">{t("operator.byHand", { fields: byHand.join(", ") })}</p>}
      <Button disabled={pending}>{pending ? t("form.saving") : t("form.save")}</Button>
    </StaffForm>
  );
}

function differences({ saved, typed }: OperatorConflict, label: (field: OperatorField) => string) {
  return OPERATOR_FIELDS.filter((field) => saved[field] !== normalized(typed[field])).map((field) => {
    return { field, label: label(field), saved: saved[field], typed: typed[field] ?? "" };
  });
}

/** Browsers send line ends as CRLF. */
function normalized(text = ""): string {
  return text.replace(/\r\n/g, "\n");
}
