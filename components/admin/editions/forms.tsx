"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { Locale } from "@/lib/shared/locales";
import { judgeAnewAction, publishEditionAction } from "@/lib/rankings/actions";
import { useErrorWords } from "../error-words";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

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

interface PublishFormProps {
  /** The language that a reason is written in. */
  locale: Locale;
  checksum: string;
  /** The member decided about places in it, and nobody else can publish it: they say why. */
  isAlone: boolean;
}

/** Publishes the proposed edition that the page shows, and no other one. */
export function PublishForm({ locale, checksum, isAlone }: PublishFormProps) {
  const t = useTranslations("admin.ranking.proposed");
  const form = useTranslations("admin.form");
  const [state, action, pending] = useStaffAction("publish edition", publishEditionAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state);
  return (
    <StaffForm name="publish edition" action={action} className="space-y-3">
      <ErrorSummary title={form("errorTitle")} errors={errors} />
      <input type="hidden" name="checksum" value={checksum} />
      <input type="hidden" name="locale" value={locale} />
      <p className="max-w-prose text-muted">{t("publishLead")}</p>
      {isAlone && (
        <StaffArea
          key={typed?.aloneReason}
          audience="public"
          name="aloneReason"
          label={t("aloneReason")}
          hint={t("aloneHint")}
          rows={3}
          defaultValue={typed?.aloneReason}
          error={errors.aloneReason}
        />
      )}
      <Button disabled={pending}>{pending ? t("publishing") : t("publish")}</Button>
    </StaffForm>
  );
}
