"use client";

import type { UseFormRegister } from "react-hook-form";
import { useTranslations } from "use-intl/react";
import { Choice } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import type { InquiryField, InquiryValues } from "@/lib/inquiries/inquiry-fields";

interface AnswerFieldsProps {
  /** What was sent before, to fill the fields again. */
  values: InquiryValues | undefined;
  register: UseFormRegister<InquiryValues>;
  /** What is wrong with a field, in words. */
  words: (field: InquiryField) => string | undefined;
}

/** How we can answer: one of both is needed. */
export function AnswerFields({ values, register, words }: AnswerFieldsProps) {
  const t = useTranslations("contact.fields");
  return (
    <fieldset className="grid gap-4 border-l-2 border-line pl-4" aria-describedby="answer-hint">
      <legend className="float-left font-semibold">
        {t("answer")} <span className="text-sm font-normal text-muted">{t("oneRequired")}</span>
      </legend>
      <p id="answer-hint" className="clear-both -mt-3 text-sm text-muted">
        {t("answerHint")}
      </p>
      <TextField
        label={t("email")}
        hint={t("emailHint")}
        error={words("email")}
        type="email"
        autoComplete="email"
        spellCheck={false}
        defaultValue={values?.email}
        {...register("email")}
      />
      <div>
        <TextField
          label={t("phone")}
          hint={t("phoneHint")}
          error={words("phone")}
          type="tel"
          autoComplete="tel"
          defaultValue={values?.phone}
          {...register("phone")}
        />
        <Choice
          type="checkbox"
          name="leaveMessage"
          label={t("leaveMessage")}
          defaultChecked={values?.leaveMessage === "on"}
        />
      </div>
    </fieldset>
  );
}
