"use client";

import { useTranslations } from "use-intl/react";
import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkbox, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { eraseForPersonAction, withdrawForPersonAction } from "@/lib/desk/actions";
import { WISH_WAYS } from "@/lib/receipts/types";
import { useErrorWords } from "../error-words";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

const ACTIONS = { erasure: eraseForPersonAction, withdrawal: withdrawForPersonAction };

/** Staff say how the person asked and that it was them; then it does for the person what cannot be undone. */
export function WishForm({ id, kind }: { id: string; kind: keyof typeof ACTIONS }) {
  const t = useTranslations("admin.wish");
  const own = useTranslations(`admin.${kind}`);
  const words = useTranslations("admin.form");
  const [state, action, pending] = useStaffAction(kind, ACTIONS[kind]);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state) ?? {};
  return (
    <StaffForm name={kind} action={action} className="space-y-5">
      <ErrorSummary title={words("errorTitle")} errors={errors} />
      {state?.status === "failed" && (
        <Notice tone="danger" role="alert">
          {own("gone")}
        </Notice>
      )}
      <input type="hidden" name="id" value={id} />
      <div key={JSON.stringify(typed)} className="space-y-5">
        <Select name="way" label={t("way")} error={errors.way} defaultValue={typed.way ?? ""}>
          <option value="">{words("choose")}</option>
          {WISH_WAYS.map((way) => (
            <option key={way} value={way}>
              {t(`ways.${way}`)}
            </option>
          ))}
        </Select>
        <Checkbox
          name="sure"
          label={t("sure")}
          hint={t("sureHint")}
          error={errors.sure}
          defaultChecked={typed.sure === "on"}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button look="danger" disabled={pending}>
          {own("confirm")}
        </Button>
        <ButtonLink look="quiet" href={`/admin/inquiries/${id}`}>
          {own("back")}
        </ButtonLink>
      </div>
    </StaffForm>
  );
}
