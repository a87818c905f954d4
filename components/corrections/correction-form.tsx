"use client";

import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextArea, TextField } from "@/components/ui/field";
import { Honeypot } from "@/components/ui/honeypot";
import { useEnhancedForm } from "@/components/ui/use-enhanced-form";
import { reportCorrectionAction } from "@/lib/corrections/actions";
import {
  CORRECTION_FIELDS,
  CORRECTION_GROUNDS,
  CORRECTION_TOPICS,
  typedValues,
  type CorrectionField,
} from "@/lib/corrections/correction-fields";
import type { Locale } from "@/lib/shared/i18n";

interface CorrectionFormProps {
  locale: Locale;
  /** Slug of the listing it is about. */
  listing: string;
  /** Signed identity of this rendered form. */
  formKey: string;
}

const loadRules = () => import("./correction-rules");

/** What is wrong, what is right, how do you know. */
export function CorrectionForm({ locale, listing, formKey }: CorrectionFormProps) {
  const t = useTranslations("corrections");
  const { form, register, errors, refusal, sent, isSending, attempts } = useEnhancedForm({
    action: reportCorrectionAction,
    loadRules,
    fields: CORRECTION_FIELDS,
    typedValues,
  });
  const words = (field: CorrectionField) => errors[field] && t(`errors.${errors[field]}`);
  const propsOf = (field: CorrectionField) => ({
    label: t(`fields.${field}`),
    error: words(field),
    defaultValue: sent?.values[field],
    ...register(field),
  });

  return (
    <form {...form} className="grid max-w-prose gap-6">
      <ErrorSummary
        key={attempts}
        title={t("errorSummary")}
        errors={Object.fromEntries(CORRECTION_FIELDS.map((field) => [field, words(field)]))}
      />
      {refusal && (
        <Alert tone="warning" title={t(`${refusal.code}.title`)}>
          {t(`${refusal.code}.lead`, { minutes: refusal.retryMinutes ?? 1 })}
        </Alert>
      )}
      <Select {...propsOf("topic")}>
        <option value="">{t("fields.choose")}</option>
        {CORRECTION_TOPICS.map((topic) => (
          <option key={topic} value={topic}>
            {t(`topics.${topic}`)}
          </option>
        ))}
      </Select>
      <TextArea hint={t("fields.wrongHint")} rows={4} {...propsOf("wrong")} />
      <TextArea hint={t("fields.rightHint")} rows={3} {...propsOf("right")} />
      <Select {...propsOf("grounds")}>
        <option value="">{t("fields.choose")}</option>
        {CORRECTION_GROUNDS.map((grounds) => (
          <option key={grounds} value={grounds}>
            {t(`grounds.${grounds}`)}
          </option>
        ))}
      </Select>
      <TextArea hint={t("fields.evidenceHint")} rows={2} {...propsOf("evidence")} />
      <TextField
        hint={t("fields.emailHint")}
        type="email"
        autoComplete="email"
        spellCheck={false}
        {...propsOf("email")}
      />
      <Honeypot label={t("fields.honeypot")} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="listing" value={listing} />
      <input type="hidden" name="form" value={sent?.form ?? formKey} />
      <div>
        <Button aria-disabled={isSending}>{isSending ? t("sending") : t("send")}</Button>
      </div>
    </form>
  );
}
