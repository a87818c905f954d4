"use client";

import { type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextField } from "@/components/ui/field";
import { saveCrisisNumbersAction, saveFooterCreditsAction, saveTeamContactAction } from "@/lib/settings/actions";
import { ANSWERS_WITHIN } from "@/lib/settings/answers-within";
import { useErrorWords } from "../error-words";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface SettingFormProps {
  /** The setting as the words of a form, and the day (YYYY-MM-DD) to offer as the day it was checked. */
  setting: SettingValues;
  checkedOn: string;
}

export type SettingValues =
  | { key: "crisisNumbers"; lines: { key: string; label: string; number: string; tty: string }[] }
  | { key: "teamContact"; email: string; phone: string; answersWithin: string }
  | { key: "footerCredits"; crafted: string; polished: string; evaluated: string };

const ACTIONS = {
  crisisNumbers: saveCrisisNumbersAction,
  teamContact: saveTeamContactAction,
  footerCredits: saveFooterCreditsAction,
};

/** One setting with the day it was checked. */
export function SettingForm({ setting, checkedOn }: SettingFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction(setting.key, ACTIONS[setting.key]);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state);
  const field = (name: string, label: string, value: string, hint?: ReactNode) => (
    <TextField
      key={name}
      name={name}
      label={label}
      hint={hint}
      defaultValue={typed?.[name] ?? value}
      error={errors[name]}
    />
  );
  return (
    <StaffForm name={setting.key} action={action} className="max-w-xl space-y-5">
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      {setting.key === "crisisNumbers" && <p className="font-semibold">{t("settings.crisisHint")}</p>}
      {setting.key === "crisisNumbers" &&
        setting.lines.map(({ key, label, number, tty }, at) => (
          <fieldset key={key} className="grid gap-3 rounded-md border border-line bg-surface p-4 sm:grid-cols-2">
            <legend className="px-1 font-semibold">{label}</legend>
            <input type="hidden" name={`crisisNumbers.${at}.key`} value={key} />
            {field(`crisisNumbers.${at}.number`, t("settings.number"), number)}
            {field(`crisisNumbers.${at}.tty`, `${t("settings.tty")} (${t("form.optional")})`, tty)}
          </fieldset>
        ))}
      {setting.key === "teamContact" && [
        field("email", t("settings.email"), setting.email, t("settings.emailHint")),
        field("phone", t("settings.phone"), setting.phone, t("settings.phoneHint")),
        <Select
          key="answersWithin"
          name="answersWithin"
          label={t("settings.answersWithin")}
          hint={t("settings.answersWithinHint")}
          defaultValue={typed?.answersWithin ?? setting.answersWithin}
        >
          <option value="">{t("settings.answersWithinNone")}</option>
          {ANSWERS_WITHIN.map((time) => (
            <option key={time} value={time}>
              {t(`settings.answersWithinTimes.${time}`)}
            </option>
          ))}
        </Select>,
      ]}
      {setting.key === "footerCredits" && [
        field("crafted", t("settings.crafted"), setting.crafted),
        field("polished", t("settings.polished"), setting.polished),
        field("evaluated", t("settings.evaluated"), setting.evaluated),
      ]}
      {field("checkedOn", t("settings.checkedOn"), checkedOn, t("settings.checkedOnHint"))}
      <Button disabled={pending}>{t("form.save")}</Button>
    </StaffForm>
  );
}
