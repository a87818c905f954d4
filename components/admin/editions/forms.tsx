"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { judgeAnewAction, publishEditionAction } from "@/lib/rankings/actions";
import { StaffForm, useStaffAction } from "../staff-forms";

/** Prepares the edition that would be published now. */
export function JudgeAnewForm() {
  const t = useTranslations("admin.ranking");
  const [, action, pending] = useStaffAction("judge anew", judgeAnewAction);
  return (
    <StaffForm name="judge anew" action={action} className="space-y-3">
      <p className="max-w-prose text-muted">{t("judgeLead")}</p>
      <Button look="quiet" disabled={pending}>
        {pending ? t("judging") : t("judge")}
      </Button>
    </StaffForm>
  );
}

/** Publishes the proposed edition that the page shows, and no other one. */
export function PublishForm({ checksum }: { checksum: string }) {
  const t = useTranslations("admin.ranking.proposed");
  const [, action, pending] = useStaffAction("publish edition", publishEditionAction);
  return (
    <StaffForm name="publish edition" action={action} className="space-y-3">
      <input type="hidden" name="checksum" value={checksum} />
      <p className="max-w-prose text-muted">{t("publishLead")}</p>
      <Button disabled={pending}>{pending ? t("publishing") : t("publish")}</Button>
    </StaffForm>
  );
}
