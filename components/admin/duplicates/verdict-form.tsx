"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { decideDuplicateAction } from "@/lib/duplicates/actions";
import { useErrorWords } from "../error-words";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface VerdictFormProps {
  id: string;
  /** False when people gave consent to contact each of them. */
  mayBeSame: boolean;
}

/** One place or two, with the reason. */
export function VerdictForm({ id, mayBeSame }: VerdictFormProps) {
  const t = useTranslations("admin.duplicates");
  const [state, action, pending] = useStaffAction(`duplicate ${id}`, decideDuplicateAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state);
  return (
    <StaffForm key={JSON.stringify(typed)} name={`duplicate ${id}`} action={action} className="space-y-3">
      {state?.status === "failed" && (
        <Notice tone="danger" role="alert">
          {t(`failed.${state.code}`)}
        </Notice>
      )}
      <input type="hidden" name="id" value={id} />
      <StaffArea
        audience="staff"
        name="note"
        id={`note-${id}`}
        label={t("note")}
        hint={t("noteHint")}
        rows={2}
        defaultValue={typed?.note ?? ""}
        error={errors.note}
      />
      <div className="flex flex-wrap gap-3">
        {mayBeSame && (
          <Button name="verdict" value="same" disabled={pending}>
            {t("same")}
          </Button>
        )}
        <Button look="quiet" name="verdict" value="different" disabled={pending}>
          {t("different")}
        </Button>
      </div>
    </StaffForm>
  );
}
