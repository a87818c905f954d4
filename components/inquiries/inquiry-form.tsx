"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { startTransition, useActionState, type FormEvent, type ReactNode } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkbox, TextArea, TextField } from "@/components/ui/field";
import { Honeypot } from "@/components/ui/honeypot";
import type { NamedListing } from "@/lib/choices/types";
import { submitInquiryAction } from "@/lib/inquiries/actions";
import {
  inquirySchema,
  INQUIRY_FIELDS,
  typedValues,
  type InquiryError,
  type InquiryField,
} from "@/lib/inquiries/schema";
import type { InquiryFormState } from "@/lib/inquiries/types";
import { sendAsPage } from "@/components/ui/send-as-page";
import { textsOf } from "@/lib/shared/form-data";
import type { Locale } from "@/lib/shared/i18n";
import { AnswerFields } from "./answer-fields";
import { MoreChoices } from "./more-choices";
import { ListingFields } from "./listing-fields";
import { RefusalNotice } from "./refusal-notice";

interface InquiryFormProps {
  locale: Locale;
  /** Signed identity of this rendered form. */
  formKey: string;
  consentText: string;
  consentDays: number;
  /** The places the person came with, when they came with some. */
  places: readonly NamedListing[];
  /** How to reach the team and who to call now, shown when the form cannot be taken. */
  directHelp: ReactNode;
}

type Errors = Partial<Record<InquiryField, InquiryError>>;

/** Works as a plain post before scripts arrive and without them; the browser and the server check by one schema. */
export function InquiryForm({ locale, formKey, consentText, consentDays, places, directHelp }: InquiryFormProps) {
  const t = useTranslations("contact");
  // The first is for a plain post, whose answer is in the page; the second sends from the browser.
  const [posted, post] = useActionState(submitInquiryAction, { status: "idle" } as InquiryFormState);
  const [state, send, isSending] = useActionState(sendFromBrowser, posted);
  // No default values: what a person typed before the scripts arrived stays in the fields.
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(inquirySchema),
    // Errors change only when the form is sent: otherwise the summary would take the focus from somebody who types.
    reValidateMode: "onSubmit",
    shouldFocusError: false,
  });

  const errors = shownErrors(state, formState.errors, isSending);
  const isWrong = Object.keys(errors).length > 0;
  const words = (field: InquiryField) => errors[field] && t(`errors.${errors[field]}`);
  const values = state.status === "idle" ? undefined : state.values;
  const closed = (state.status !== "idle" && state.closed) || [];
  // When the named places are gone now, we ask the person again whom we may contact; we never widen the consent.
  const isNamed = values?.scope === "named" || (values?.place.length ?? 0) > 0;

  /** Our own code sends a form that the browser found right, because React empties a form that it sends itself. */
  function checkAndSend(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (isSending) return;
    void handleSubmit(() => startTransition(() => send(new FormData(form))))(event);
  }

  return (
    <form action={post} onSubmit={checkAndSend} noValidate className="grid max-w-prose gap-6">
      <ErrorSummary
        key={`errors ${formState.submitCount}`}
        title={t("errorSummary")}
        errors={Object.fromEntries(INQUIRY_FIELDS.map((field) => [field, words(field)]))}
      />
      {errors.consent && <RefusalNotice reason="withoutPermission">{directHelp}</RefusalNotice>}
      {state.status === "failed" && !isSending && !isWrong && (
        <RefusalNotice reason={state.code} minutes={state.retryMinutes} takesFocus>
          {directHelp}
        </RefusalNotice>
      )}
      <TextField
        label={t("fields.name")}
        hint={t("fields.nameHint")}
        error={words("name")}
        autoComplete="name"
        defaultValue={values?.name}
        {...register("name")}
      />
      <AnswerFields values={values} register={register} words={words} />
      <TextArea
        label={t("fields.message")}
        hint={t("fields.messageHint")}
        error={words("message")}
        defaultValue={values?.message}
        {...register("message")}
      />
      {(places.length > 0 || isNamed) && (
        <ListingFields places={places} closed={closed} values={values} error={words("place")} />
      )}
      <Checkbox
        label={(state.status !== "idle" && state.consentText) || consentText}
        hint={t("fields.consentHint", { days: consentDays })}
        error={words("consent")}
        defaultChecked={values?.consent === "on"}
        {...register("consent")}
      />
      <MoreChoices values={values} />
      <Honeypot label={t("fields.honeypot")} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="form" value={state.status === "idle" ? formKey : state.form} />
      <div>
        <Button aria-disabled={isSending}>{isSending ? t("sending") : t("send")}</Button>
      </div>
    </form>
  );
}

/** A broken connection is shown like any other refusal; the framework would replace the form with an error page. */
async function sendFromBrowser(before: InquiryFormState, form: FormData): Promise<InquiryFormState> {
  try {
    return await submitInquiryAction(before, form);
  } catch (error) {
    unstable_rethrow(error);
    if (unstable_isUnrecognizedActionError(error)) return sendAsPage(form);
    const shown = before.status === "idle" ? {} : { consentText: before.consentText, closed: before.closed };
    return {
      status: "failed",
      code: "unreachable",
      values: typedValues(form),
      form: textsOf(form).form ?? "",
      ...shown,
    };
  }
}

/** The errors that the browser found, else those of the server; none while we wait for an answer. */
function shownErrors(
  state: InquiryFormState,
  found: Partial<Record<InquiryField, { message?: string | undefined }>>,
  isSending: boolean,
): Errors {
  const entries = INQUIRY_FIELDS.map((field) => [field, found[field]?.message]).filter(([, message]) => message);
  if (entries.length > 0) return Object.fromEntries(entries) as Errors;
  return state.status === "invalid" && !isSending ? state.fieldErrors : {};
}
