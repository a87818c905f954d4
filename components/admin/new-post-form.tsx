"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { createPostAction } from "@/lib/posts/actions";
import { useErrorWords } from "./error-words";
import { LanguageSelect } from "./language-select";

/** A title is enough for a draft; everything else follows in the editor. */
export function NewPostForm() {
  const t = useTranslations("admin");
  const [state, action, pending] = useActionState(createPostAction, null);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = state && "values" in state ? state.values : undefined;
  return (
    <form action={action} className="max-w-xl space-y-5" noValidate>
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      <TextField name="title" label={t("post.fields.title")} defaultValue={typed?.title} error={errors.title} />
      <LanguageSelect
        key={typed?.locale}
        label={t("post.fields.locale")}
        value={typed?.locale ?? "en"}
        error={errors.locale}
      />
      <Button disabled={pending}>{t("post.create")}</Button>
    </form>
  );
}
