"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { recordCallAction } from "@/lib/listings/actions";
import { answerField, type CallFact } from "@/lib/listings/call-facts";
import { useErrorWords } from "../error-words";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";
import { CallAnswer } from "./call-answer";

interface CallFormProps {
  listingId: string;
  /** YYYY-MM-DD, what most calls are dated. */
  today: string;
  questions: { fact: CallFact; question: string; known: string }[];
}

/** All that a place answers in one call, with one line of evidence and one button. */
export function CallForm({ listingId, today, questions }: CallFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("call", recordCallAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state);
  return (
    <StaffForm name="call" action={action} className="space-y-6">
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      {state?.status === "failed" && (
        <Notice tone="warning" role="alert">
          {t(`done.${state.code}`)}
        </Notice>
      )}
      <input type="hidden" name="id" value={listingId} />
      <div key={JSON.stringify(typed)} className="space-y-6">
        <div className="divide-y divide-line rounded-md border border-line bg-surface">
          {questions.map(({ fact, question, known }) => {
            const name = answerField(fact);
            return (
              <CallAnswer
                key={fact}
                name={name}
                question={question}
                known={known}
                chosen={typed?.[name]}
                error={errors[name]}
              />
            );
          })}
        </div>
        <TextField
          name="evidence"
          label={t("call.evidence")}
          hint={t("call.evidenceHint")}
          defaultValue={typed?.evidence}
          error={errors.evidence}
          required
        />
        <TextField
          name="asOf"
          label={t("facts.asOf")}
          hint={t("listing.hints.date")}
          defaultValue={typed?.asOf ?? today}
          error={errors.asOf}
          required
        />
      </div>
      <Button disabled={pending}>{t("call.save")}</Button>
    </StaffForm>
  );
}
