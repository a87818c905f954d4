"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Checkbox, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { saveNeedsAction } from "@/lib/outreach/actions";
import type { Needs } from "@/lib/outreach/types";
import { useErrorWords } from "../error-words";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface OutreachNeedsFormProps {
  id: string;
  version: number;
  needs: Needs;
  groups: { label: string; options: { need: string; label: string }[] }[];
}

/** What the person needs, as options of the search; a colleague's change in between is not overwritten. */
export function OutreachNeedsForm({ id, version, needs, groups }: OutreachNeedsFormProps) {
  const t = useTranslations("admin.outreach");
  const [state, action, pending] = useStaffAction("needs", saveNeedsAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state);
  const seen = state?.status === "conflict" ? Math.max(state.current.version, version) : (typed?.version ?? version);
  const isTicked = (need: string) => (typed ? need in typed : (needs.codes as string[]).includes(need));
  return (
    <StaffForm name="needs" action={action} className="space-y-3 rounded-md border border-line bg-surface p-4">
      {state?.status === "conflict" && (
        <Notice tone="warning" role="alert">
          {t("conflict")}
        </Notice>
      )}
      {state?.status === "failed" && (
        <Notice tone="danger" role="alert">
          {t(state.code)}
        </Notice>
      )}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={seen} />
      <p className="text-sm text-muted">{t("needsHint")}</p>
      <div key={JSON.stringify([needs, typed])} className="space-y-3">
        <div className="grid gap-x-6 md:grid-cols-2">
          {groups.map(({ label, options }) => {
            const count = options.filter(({ need }) => isTicked(need)).length;
            return (
              <details key={label} open={count > 0} className="border-t border-line">
                <summary className="min-h-11 cursor-pointer py-2 font-semibold">
                  {label} <span className="text-sm font-normal text-muted">({t("chosenCount", { count })})</span>
                </summary>
                <fieldset className="grid gap-2 pb-3">
                  <legend className="sr-only">{label}</legend>
                  {options.map(({ need, label: words }) => (
                    <Checkbox key={need} name={need} label={words} defaultChecked={isTicked(need)} />
                  ))}
                </fieldset>
              </details>
            );
          })}
        </div>
        <TextField
          name="near"
          label={t("near")}
          hint={t("nearHint")}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
          defaultValue={typed ? (typed.near ?? "") : (needs.near ?? "")}
          error={errors.near}
        />
      </div>
      <Button look="quiet" disabled={pending}>
        {t("saveNeeds")}
      </Button>
    </StaffForm>
  );
}
