"use client";

import type { ComponentProps } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { decideCorrectionAction } from "@/lib/corrections/actions";
import type { CorrectionStatus } from "@/lib/corrections/types";
import { useErrorWords } from "../error-words";
import { Fieldset } from "../fieldset";
import { LanguageSelect } from "../language-select";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface CorrectionDecisionProps {
  id: string;
  /** The version on screen; when there is a newer one, the decision is refused. */
  version: number;
  status: CorrectionStatus;
  publicNote: string | null;
  publicNoteLocale: string | null;
  declineReason: string | null;
}

/** Accept with a note for everybody, decline with a reason, or move it; a conflict loses nothing that was typed. */
export function CorrectionDecision(props: CorrectionDecisionProps) {
  const { id, version, status, publicNote, publicNoteLocale, declineReason } = props;
  const staffLocale = useLocale();
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("decision", decideCorrectionAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const conflict = state?.status === "conflict" ? state.current : null;
  const typed = typedIn(state);
  const now = conflict?.status ?? status;
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
      {/* One form for all decisions: one that would drop some of its words is refused, and says so. */}
      <StaffForm key={JSON.stringify(typed)} name="decision" action={action} className="space-y-4">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={conflict?.version ?? typed?.version ?? version} />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Fieldset audience="public" legend={t("correction.accept")} hint={t("correction.acceptHint")} stacked>
            <StaffArea
              audience="public"
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
            <Decide to="accepted" look="primary" disabled={pending}>
              {t("correction.acceptButton")}
            </Decide>
          </Fieldset>
          <Fieldset audience="staff" legend={t("correction.decline")} stacked>
            <StaffArea
              audience="staff"
              name="declineReason"
              label={t("correction.declineReason")}
              rows={4}
              defaultValue={typed?.declineReason ?? declineReason ?? ""}
              error={errors.declineReason}
            />
            <Decide to="declined" disabled={pending}>
              {t("correction.declineButton")}
            </Decide>
          </Fieldset>
        </div>
        <div className="flex flex-wrap gap-3">
          {now !== "new" && <Decide to="new">{t("correction.putBack")}</Decide>}
          {now !== "spam" && <Decide to="spam">{t("correction.markSpam")}</Decide>}
        </div>
      </StaffForm>
    </section>
  );
}

interface DecideProps extends ComponentProps<typeof Button> {
  to: CorrectionStatus;
}

/** One of the form's buttons; each is one decision. */
function Decide({ to, look = "quiet", ...rest }: DecideProps) {
  return <Button look={look} name="status" value={to} {...rest} />;
}
