"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { saveWordsAction } from "@/lib/methods/actions";
import type { MethodValues } from "@/lib/methods/schema";
import { ConflictNotice } from "../conflict-notice";
import { useErrorWords } from "../error-words";
import { Fieldset } from "../fieldset";
import { conflictOf, differencesOf, typedOf } from "./values";
import { StaffArea } from "../staff-area";
import { StaffForm, useStaffAction } from "../staff-forms";

interface MethodWordsFormProps {
  id: string;
  revision: number;
  /** The part's path segment, such as "criterion-maintenance". */
  part: string;
  values: MethodValues;
  /** This page, to discard what was typed. */
  path: string;
  hasEvidence: boolean;
}

/** Empty rows offered after the filled ones; saving brings more. */
const SPARE_ROWS = 2;

/** Name, explanation and evidence of one part of a draft, in both languages. */
export function MethodWordsForm({ id, revision, part, values, path, hasEvidence }: MethodWordsFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("words", saveWordsAction);
  const failure = state?.status === "failed" ? { title: t(`form.${state.code}`) } : {};
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const conflict = conflictOf(state);
  const shown = typedOf(state) ?? values;
  const bind = (name: string) => ({ name, defaultValue: shown[name] ?? "", error: errors[name] });
  return (
    <StaffForm name="words" saves keeps action={action} className="max-w-4xl space-y-6">
      <ErrorSummary title={t("form.errorTitle")} errors={{ ...failure, ...errors }} />
      {conflict && <ConflictNotice differences={differencesOf(conflict, (field) => field)} discardPath={path} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={conflict?.version ?? typedOf(state)?.version ?? revision} />
      <input type="hidden" name="part" value={part} />
      <div key={JSON.stringify(shown)} className="space-y-6">
        <Fieldset audience="public" legend={t("method.groups.words")}>
          <TextField {...bind("nameEn")} label={t("method.fields.nameEn")} lang="en" />
          <TextField {...bind("nameEs")} label={t("method.fields.nameEs")} lang="es" />
          <StaffArea
            audience="public"
            {...bind("explanationEn")}
            label={t("method.fields.explanationEn")}
            lang="en"
            rows={4}
          />
          <StaffArea
            audience="public"
            {...bind("explanationEs")}
            label={t("method.fields.explanationEs")}
            lang="es"
            rows={4}
          />
        </Fieldset>
        {hasEvidence &&
          rowNumbers(shown).map((at) => (
            <Fieldset
              audience="public"
              key={at}
              legend={t("method.evidence", { n: at + 1 })}
              hint={t("method.hints.evidence")}
            >
              <TextField {...bind(`evidence.${at}.title`)} label={t("method.fields.title")} />
              <TextField {...bind(`evidence.${at}.url`)} label={t("method.fields.url")} type="url" />
              <StaffArea
                audience="public"
                {...bind(`evidence.${at}.claimEn`)}
                label={t("method.fields.claimEn")}
                lang="en"
                rows={4}
              />
              <StaffArea
                audience="public"
                {...bind(`evidence.${at}.claimEs`)}
                label={t("method.fields.claimEs")}
                lang="es"
                rows={4}
              />
              <TextField {...bind(`evidence.${at}.year`)} label={t("method.fields.year")} inputMode="numeric" />
            </Fieldset>
          ))}
      </div>
      <Button disabled={pending}>{pending ? t("form.saving") : t("form.save")}</Button>
    </StaffForm>
  );
}

/** 0-based numbers of the filled rows and the spare ones after them. */
function rowNumbers(values: MethodValues): number[] {
  const filled = Object.entries(values).filter(([name, value]) => name.startsWith("evidence.") && value !== "");
  const last = Math.max(-1, ...filled.map(([name]) => Number(name.split(".")[1])));
  return Array.from({ length: last + 1 + SPARE_ROWS }, (_, at) => at);
}
