"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { publishEditionAction } from "@/lib/rankings/actions";
import { StaffForm, useStaffAction } from "../staff-forms";

/** Computes a new edition, and says what the result is. */
export function EditionButton() {
  const t = useTranslations("admin.ranking");
  const [state, action, pending] = useStaffAction("edition", publishEditionAction);
  return (
    <StaffForm name="edition" action={action} className="space-y-3">
      <p className="max-w-prose text-muted">{t("computeLead")}</p>
      {state?.status === "ok" && (
        <Notice tone={state.data.isNew ? "success" : "info"} role="alert">
          {t(state.data.isNew ? "published" : "unchanged", { number: state.data.number })}
        </Notice>
      )}
      {state?.status === "failed" && (
        <Notice tone="warning" role="alert">
          {t(state.code)}
        </Notice>
      )}
      <Button disabled={pending}>{pending ? t("computing") : t("compute")}</Button>
    </StaffForm>
  );
}
