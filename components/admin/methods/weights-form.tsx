"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { saveWeightsAction } from "@/lib/methods/actions";
import type { MethodValues } from "@/lib/methods/schema";
import { ConflictNotice } from "../conflict-notice";
import { useErrorWords } from "../error-words";
import { Fieldset } from "../fieldset";
import { MethodSum } from "./sum";
import { conflictOf, differencesOf, typedOf } from "./values";
import { ReviewNote } from "./review-fields";
import { EDITOR_FORM, SaveOnEnter } from "../step-button";
import { StaffArea } from "../staff-area";
import { StaffForm, useStaffAction } from "../staff-forms";

interface MethodWeightsFormProps {
  id: string;
  revision: number;
  values: MethodValues;
  /** The state of the draft, with the buttons that move it on: they belong to this form. */
  children: ReactNode;
  /** The draft's own page. */
  path: string;
  /** What the points must sum to. */
  total: number;
  /** In the order of the method, in the reader's language. */
  groups: { key: string; name: string; criteria: { key: string; name: string; wordsPath: string }[] }[];
}

const OTHER_FIELDS = ["changelog", "changelogEs", "minimumKnownPercent", "priorPercentile"] as const;

/**
 * Every weight, both constants, the entry in the changelog, and the draft's next step. What was typed stays after every
 * answer.
 */
export function MethodWeightsForm({ id, revision, values, children, path, total, groups }: MethodWeightsFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("method", saveWeightsAction);
  const failure = state?.status === "failed" ? { changelog: t(`form.${state.code}`) } : {};
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const conflict = conflictOf(state);
  const shown = typedOf(state) ?? values;
  const bind = (name: string) => ({ name, defaultValue: shown[name] ?? "", error: errors[name] });
  const labels = new Map<string, string>([
    ...groups.flatMap(({ criteria }) => criteria.map((each) => [`points.${each.key}`, each.name] as const)),
    ...OTHER_FIELDS.map((field) => [field, t(`method.fields.${field}`)] as const),
  ]);
  const labelOf = (field: string) => labels.get(field) ?? field;
  return (
    <StaffForm id={EDITOR_FORM} name="method" saves keeps action={action} className="space-y-6">
      <SaveOnEnter />
      <ErrorSummary title={t("form.errorTitle")} errors={{ ...failure, ...errors }} />
      {conflict && <ConflictNotice differences={differencesOf(conflict, labelOf)} discardPath={path} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={conflict?.version ?? typedOf(state)?.version ?? revision} />
      <ReviewNote value={{ typed: shown.note, error: errors.note }}>{children}</ReviewNote>
      {/* A new answer brings new starting values, so the fields are made again with them. */}
      <MethodSum key={JSON.stringify(shown)} values={shown} total={total} error={errors.sum} pending={pending}>
        <Fieldset audience="public" legend={t("method.groups.changelog")} hint={t("method.hints.changelog")} stacked>
          <StaffArea audience="public" {...bind("changelog")} label={t("method.fields.changelog")} rows={4} />
          <StaffArea audience="public" {...bind("changelogEs")} label={t("method.fields.changelogEs")} rows={4} />
        </Fieldset>
        <Fieldset audience="public" legend={t("method.groups.constants")} hint={t("method.hints.constants")}>
          <TextField
            {...bind("minimumKnownPercent")}
            label={t("method.fields.minimumKnownPercent")}
            inputMode="decimal"
          />
          <TextField {...bind("priorPercentile")} label={t("method.fields.priorPercentile")} inputMode="decimal" />
        </Fieldset>
        {groups.map((group) => (
          <Fieldset audience="public" key={group.key} legend={group.name}>
            {group.criteria.map(({ key, name, wordsPath }) => (
              <div key={key}>
                <TextField {...bind(`points.${key}`)} label={name} inputMode="numeric" />
                <a href={wordsPath} className="text-link inline-flex min-h-11 items-center text-sm">
                  {t("method.words")}
                  <span className="sr-only">: {name}</span>
                </a>
              </div>
            ))}
          </Fieldset>
        ))}
      </MethodSum>
    </StaffForm>
  );
}
