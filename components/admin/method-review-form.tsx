"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { reviewMethodAction } from "@/lib/methods/actions";
import { useErrorWords } from "./error-words";

/** The second person's answer to a draft. The two buttons are one field: `decision`. */
export function MethodReviewForm({ id, revision }: { id: string; revision: number }) {
  const t = useTranslations("admin");
  const [state, action, pending] = useActionState(reviewMethodAction, null);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = state?.status === "invalid" ? state.values : undefined;
  return (
    <form action={action} className="max-w-prose space-y-4" noValidate>
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={revision} />
      <TextArea
        key={typed?.note}
        name="note"
        label={t("method.review.note")}
        hint={t("method.review.noteHint")}
        defaultValue={typed?.note ?? ""}
        error={errors.note}
        rows={4}
      />
      <div className="flex flex-wrap gap-2">
        <Button name="decision" value="approve" disabled={pending}>
          {t("method.review.approve")}
        </Button>
        <Button name="decision" value="return" look="quiet" disabled={pending}>
          {t("method.review.return")}
        </Button>
      </div>
    </form>
  );
}
