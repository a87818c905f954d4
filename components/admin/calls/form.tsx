"use client";

import { useTranslations } from "use-intl/react";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { proposeCallAction, recordCallAction } from "@/lib/calls/actions";
import type { AnswerField } from "@/lib/calls/call-facts";
import { useErrorWords } from "../error-words";
import { AsOfField } from "../listings/fact-fields";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";
import { CallAnswer } from "./answer";

type Asked = Pick<ComponentProps<typeof CallAnswer>, "question" | "answers" | "known"> & { name: AnswerField };

interface CallFormProps {
  listingId: string;
  /** YYYY-MM-DD, what most calls are dated. */
  today: string;
  facts: readonly Asked[];
  admissions: readonly Asked[];
  /** False for who hands the answers to an editor. */
  mayRecord: boolean;
}

/** All that a place answers in one call, with one line of evidence and one button. */
export function CallForm({ listingId, today, facts, admissions, mayRecord }: CallFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("call", mayRecord ? recordCallAction : proposeCallAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state);
  const answer = (asked: Asked) => (
    <CallAnswer key={asked.name} {...asked} chosen={typed?.[asked.name]} error={errors[asked.name]} />
  );
  return (
    <StaffForm name="call" keeps action={action} className="space-y-6">
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      {state?.status === "failed" && (
        <Notice tone="warning" role="alert">
          {t(`done.${state.code}`)}
        </Notice>
      )}
      <input type="hidden" name="id" value={listingId} />
      <div key={JSON.stringify(typed)} className="space-y-6">
        <div className="divide-y divide-line rounded-md border border-line bg-surface">{facts.map(answer)}</div>
        <section aria-labelledby="admissions" className="space-y-2">
          <h2 id="admissions" className="text-xl">
            {t("call.admissions")}
          </h2>
          <p className="text-sm text-muted">{t("call.admissionsHint")}</p>
          <div className="divide-y divide-line rounded-md border border-line bg-surface">{admissions.map(answer)}</div>
        </section>
        <TextField
          name="evidence"
          label={t("call.evidence")}
          hint={t("call.evidenceHint")}
          defaultValue={typed?.evidence}
          error={errors.evidence}
          required
        />
        <AsOfField today={today} typed={typed} errors={errors} required />
      </div>
      {!mayRecord && <p className="max-w-prose text-sm text-muted">{t("call.handLead")}</p>}
      <Button disabled={pending}>{t(mayRecord ? "call.save" : "call.hand")}</Button>
    </StaffForm>
  );
}
