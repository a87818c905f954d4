"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkbox, TextArea, TextField } from "@/components/ui/field";
import { Honeypot } from "@/components/ui/honeypot";
import { useEnhancedForm } from "@/components/ui/use-enhanced-form";
import type { NamedListing } from "@/lib/facts/listing-title";
import { submitInquiryAction } from "@/lib/inquiries/actions";
import { INQUIRY_FIELDS, typedValues, type InquiryField } from "@/lib/inquiries/inquiry-fields";
import type { AnswersWithin } from "@/lib/settings/answers-within";
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
  /** What the person asked for in the search, in words; "" for nothing. It stands in the message, to be changed. */
  asked: string;
  /** What the team says of its time; null when it says nothing. */
  answersWithin: AnswersWithin | null;
  /** The way for who only has a question, or gives no permission. */
  withoutConsent: ReactNode;
  /** How to reach the team and who to call now, shown when the form cannot be taken. */
  directHelp: ReactNode;
}

const loadRules = () => import("./inquiry-rules");

/** What we must know to answer, whom we may ask for the person, and their permission. */
export function InquiryForm({
  locale,
  formKey,
  consentText,
  consentDays,
  places,
  asked,
  answersWithin,
  withoutConsent,
  directHelp,
}: InquiryFormProps) {
  const t = useTranslations("contact");
  const { form, register, errors, refusal, sent, isSending, attempts } = useEnhancedForm({
    action: submitInquiryAction,
    loadRules,
    fields: INQUIRY_FIELDS,
    typedValues,
  });
  const words = (field: InquiryField) => errors[field] && t(`errors.${errors[field]}`);
  const values = sent?.values;
  // Whoever named places that are gone by now is asked again whom we may contact; never any place unasked.
  const isNamed = values?.scope === "named" || (values?.place.length ?? 0) > 0;

  return (
    <form {...form} className="grid max-w-prose gap-6">
      <ErrorSummary
        key={attempts}
        title={t("errorSummary")}
        errors={Object.fromEntries(INQUIRY_FIELDS.map((field) => [field, words(field)]))}
      />
      {errors.consent && <RefusalNotice reason="withoutPermission">{directHelp}</RefusalNotice>}
      {refusal && (
        <RefusalNotice reason={refusal.code} minutes={refusal.retryMinutes}>
          {directHelp}
        </RefusalNotice>
      )}
      <TextField
        label={t("fields.name")}
        mark={t("fields.required")}
        aria-required
        hint={t("fields.nameHint")}
        error={words("name")}
        autoComplete="name"
        defaultValue={values?.name}
        {...register("name")}
      />
      <AnswerFields values={values} register={register} words={words} />
      <TextArea
        label={t("fields.message")}
        mark={t("fields.required")}
        aria-required
        hint={t("fields.messageHint")}
        error={words("message")}
        defaultValue={values?.message ?? (asked && t("fields.messageAsked", { options: asked }))}
        {...register("message")}
      />
      {(places.length > 0 || isNamed) && (
        <ListingFields places={places} closed={sent?.shown?.closed ?? []} values={values} error={words("place")} />
      )}
      <Checkbox
        label={sent?.shown?.consentText ?? consentText}
        hint={t("fields.consentHint", { days: consentDays })}
        error={words("consent")}
        aria-required
        defaultChecked={values?.consent === "on"}
        {...register("consent")}
      />
      {withoutConsent}
      <MoreChoices values={values} />
      <Honeypot label={t("fields.honeypot")} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="form" value={sent?.form ?? formKey} />
      <div className="grid gap-3 sm:flex sm:items-center sm:gap-5">
        <Button aria-disabled={isSending} aria-describedby="sending-hint">
          {isSending ? t("sending") : t("send")}
        </Button>
        <p id="sending-hint" className="text-sm text-muted">
          {t("mayAnswer")} {answersWithin && t(`answersWithin.${answersWithin}`)}
        </p>
      </div>
    </form>
  );
}
