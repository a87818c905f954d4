"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { startTransition, useActionState, type FormEvent } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextArea, TextField } from "@/components/ui/field";
import { Honeypot } from "@/components/ui/honeypot";
import { Notice } from "@/components/ui/notice";
import { reportCorrectionAction } from "@/lib/corrections/actions";
import {
  CORRECTION_FIELDS,
  CORRECTION_GROUNDS,
  CORRECTION_TOPICS,
  typedValues,
  type CorrectionField,
} from "@/lib/corrections/schema";
import type { CorrectionFormState } from "@/lib/corrections/types";
import { sendAsPage } from "@/components/ui/send-as-page";
import { textsOf } from "@/lib/shared/form-data";
import type { Locale } from "@/lib/shared/i18n";

interface CorrectionFormProps {
  locale: Locale;
  /** Slug of the listing it is about. */
  listing: string;
  /** Signed identity of this rendered form. */
  formKey: string;
}

/** What is wrong, what is right, how do you know. Works as a plain post before scripts arrive and without them. */
export function CorrectionForm({ locale, listing, formKey }: CorrectionFormProps) {
  const t = useTranslations("corrections");
  // The first is for a plain post, whose answer is in the page; the second sends from the browser.
  const [posted, post] = useActionState(reportCorrectionAction, { status: "idle" } as CorrectionFormState);
  const [state, send, isSending] = useActionState(sendFromBrowser, posted);
  const errors = state.status === "invalid" && !isSending ? state.fieldErrors : {};
  const words = (field: CorrectionField) => errors[field] && t(`errors.${errors[field]}`);
  const values = state.status === "idle" ? undefined : state.values;

  /** Our own code sends the form, because React empties a form that it sends itself. */
  function sendByHand(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!isSending) startTransition(() => send(form));
  }

  return (
    <form action={post} onSubmit={sendByHand} noValidate className="grid max-w-prose gap-6">
      <ErrorSummary
        title={t("errorSummary")}
        errors={Object.fromEntries(CORRECTION_FIELDS.map((field) => [field, words(field)]))}
      />
      {state.status === "failed" && !isSending && (
        <Notice tone="warning" title={t(`${state.code}.title`)} role="alert">
          {t(`${state.code}.lead`, { minutes: state.retryMinutes ?? 1 })}
        </Notice>
      )}
      <Select name="topic" label={t("fields.topic")} error={words("topic")} defaultValue={values?.topic ?? ""}>
        <option value="">{t("fields.choose")}</option>
        {CORRECTION_TOPICS.map((topic) => (
          <option key={topic} value={topic}>
            {t(`topics.${topic}`)}
          </option>
        ))}
      </Select>
      <TextArea
        name="wrong"
        label={t("fields.wrong")}
        hint={t("fields.wrongHint")}
        rows={4}
        error={words("wrong")}
        defaultValue={values?.wrong}
      />
      <TextArea
        name="right"
        label={t("fields.right")}
        hint={t("fields.rightHint")}
        rows={3}
        error={words("right")}
        defaultValue={values?.right}
      />
      <Select name="grounds" label={t("fields.grounds")} error={words("grounds")} defaultValue={values?.grounds ?? ""}>
        <option value="">{t("fields.choose")}</option>
        {CORRECTION_GROUNDS.map((grounds) => (
          <option key={grounds} value={grounds}>
            {t(`grounds.${grounds}`)}
          </option>
        ))}
      </Select>
      <TextArea
        name="evidence"
        label={t("fields.evidence")}
        hint={t("fields.evidenceHint")}
        rows={2}
        error={words("evidence")}
        defaultValue={values?.evidence}
      />
      <TextField
        name="email"
        label={t("fields.email")}
        hint={t("fields.emailHint")}
        type="email"
        autoComplete="email"
        spellCheck={false}
        error={words("email")}
        defaultValue={values?.email}
      />
      <Honeypot label={t("fields.honeypot")} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="listing" value={listing} />
      <input type="hidden" name="form" value={state.status === "idle" ? formKey : state.form} />
      <div>
        <Button aria-disabled={isSending}>{isSending ? t("sending") : t("send")}</Button>
      </div>
    </form>
  );
}

/** A broken connection is shown like any other refusal; the framework would replace the form with an error page. */
async function sendFromBrowser(before: CorrectionFormState, form: FormData): Promise<CorrectionFormState> {
  try {
    return await reportCorrectionAction(before, form);
  } catch (error) {
    unstable_rethrow(error);
    if (unstable_isUnrecognizedActionError(error)) return sendAsPage(form);
    return { status: "failed", code: "unreachable", values: typedValues(form), form: textsOf(form).form ?? "" };
  }
}
