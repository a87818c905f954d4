"use client";

import { useActionState, type ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { decideCorrectionAction } from "@/lib/corrections/actions";
import type { CorrectionStatus } from "@/lib/corrections/types";
import { useErrorWords } from "./error-words";
import { Fieldset } from "./fieldset";
import { LanguageSelect } from "./language-select";

interface CorrectionDecisionProps {
  id: string;
  /** The version on screen; a newer one refuses the decision. */
  version: number;
  status: CorrectionStatus;
  publicNote: string | null;
  publicNoteLocale: string | null;
  declineReason: string | null;
}

/** Accept with a note for everybody, decline with a reason, or put it elsewhere; nothing typed is lost to a conflict. */
export function CorrectionDecision(props: CorrectionDecisionProps) {
  const { id, version, status, publicNote, publicNoteLocale, declineReason } = props;
  const staffLocale = useLocale();
  const t = useTranslations("admin");
  const [state, action, pending] = useActionState(decideCorrectionAction, null);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const conflict = state?.status === "conflict" ? state.current : null;
  const typed = conflict?.typed ?? (state && "values" in state ? state.values : undefined);
  const seen = conflict?.version ?? version;
  const now = conflict?.status ?? status;
  const form = (to: CorrectionStatus, children: ReactNode) => (
    <form key={JSON.stringify(typed)} action={action} noValidate className="space-y-4">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={seen} />
      <input type="hidden" name="status" value={to} />
      {children}
    </form>
  );
  return (
    <section aria-labelledby="decision-title" className="space-y-4">
      <h2 id="decision-title" className="text-xl">
        {t("correction.decision")}
      </h2>
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      {conflict && (
        <Notice tone="warning" role="alert">
          {t("correction.conflict", { status: t(`correction.status.${conflict.status}`) })}
        </Notice>
      )}
      {state?.status === "failed" && (
        <Notice tone="danger" role="alert">
          {t(state.code === "interested" ? "correction.interested" : "form.gone")}
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {form(
          "accepted",
          <Fieldset legend={t("correction.accept")} hint={t("correction.acceptHint")} stacked>
            <TextArea
              name="publicNote"
              label={t("correction.publicNote")}
              hint={t("correction.publicNoteHint")}
              rows={4}
              defaultValue={typed?.publicNote ?? publicNote ?? ""}
              error={errors.publicNote}
            />
            <LanguageSelect
              label={t("correction.publicNoteLocale")}
              value={typed?.locale ?? publicNoteLocale ?? staffLocale}
              error={errors.locale}
            />
            <Button disabled={pending}>{t("correction.acceptButton")}</Button>
          </Fieldset>,
        )}
        {form(
          "declined",
          <Fieldset legend={t("correction.decline")} hint={t("correction.declineHint")} stacked>
            <TextArea
              name="declineReason"
              label={t("correction.declineReason")}
              rows={4}
              defaultValue={typed?.declineReason ?? declineReason ?? ""}
              error={errors.declineReason}
            />
            <Button look="quiet" disabled={pending}>
              {t("correction.declineButton")}
            </Button>
          </Fieldset>,
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        {now !== "new" && form("new", <Button look="quiet">{t("correction.putBack")}</Button>)}
        {now !== "spam" && form("spam", <Button look="quiet">{t("correction.markSpam")}</Button>)}
      </div>
    </section>
  );
}
