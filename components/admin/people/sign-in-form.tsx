"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { signInAction } from "@/lib/staff/actions";
import { useErrorWords } from "../error-words";

interface SignInFormProps {
  /** The admin page to go to afterwards. */
  next: string;
  /** Who is signed in here already. */
  email?: string | undefined;
  isAgain?: boolean;
}

export function SignInForm({ next, email, isAgain = false }: SignInFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useActionState(signInAction, null);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const failure = state?.status === "failed" ? { email: t(`signIn.${state.code}`) } : {};
  const typed = state && "values" in state ? state.values : undefined;
  return (
    <form action={action} className="max-w-md space-y-5" noValidate>
      <ErrorSummary title={t("form.errorTitle")} errors={{ ...failure, ...errors }} />
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        type="email"
        label={t("signIn.email")}
        autoComplete="username"
        defaultValue={typed?.email ?? email}
        error={errors.email}
        required
      />
      <TextField
        name="password"
        type="password"
        label={t("signIn.password")}
        autoComplete="current-password"
        error={errors.password}
        required
      />
      <div className="flex flex-wrap gap-3">
        <Button disabled={pending}>{t("signIn.submit")}</Button>
        {isAgain && (
          <ButtonLink look="quiet" href={next}>
            {t("signIn.back")}
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
