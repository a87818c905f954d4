"use client";

import { createContext, useContext } from "react";
import { useTranslations } from "use-intl/react";
import { StepButton } from "../step-button";
import { StaffArea } from "../staff-area";

interface Note {
  typed: string | undefined;
  error: string | undefined;
}

const Context = createContext<Note>({ typed: undefined, error: undefined });

/** Gives the field below the typed note and its error. */
export const ReviewNote = Context.Provider;

/** The second person's answer to a draft, in the form of the draft. */
export function MethodReviewFields() {
  const t = useTranslations("admin.method.review");
  const { typed, error } = useContext(Context);
  return (
    <div className="max-w-prose space-y-4">
      <StaffArea
        audience="staff"
        key={typed}
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        defaultValue={typed ?? ""}
        error={error}
        rows={4}
      />
      <div className="flex flex-wrap gap-2">
        <StepButton step="approve" look="primary">
          {t("approve")}
        </StepButton>
        <StepButton step="return">{t("return")}</StepButton>
      </div>
    </div>
  );
}
