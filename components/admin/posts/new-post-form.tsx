"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { createPostAction } from "@/lib/posts/actions";
import { useErrorWords } from "../error-words";
import { LanguageSelect } from "../language-select";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

/** A title is enough for a draft; everything else follows in the editor. */
export function NewPostForm() {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("post", createPostAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state);
  return (
    <StaffForm name="post" action={action} className="max-w-xl space-y-5">
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      <TextField name="title" label={t("post.fields.title")} defaultValue={typed?.title} error={errors.title} />
      <LanguageSelect
        key={typed?.locale}
        label={t("post.fields.locale")}
        value={typed?.locale ?? "en"}
        error={errors.locale}
      />
      <Button disabled={pending}>{t("post.create")}</Button>
    </StaffForm>
  );
}
