"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Select, TextField } from "@/components/ui/field";
import { ANSWERS_WITHIN } from "@/lib/settings/answers-within";
import { FOOTER_ROLES } from "@/lib/settings/disclosures";
import type { SettingTexts } from "@/lib/settings/texts";
import type { SettingFormProps } from "./types";

export interface FieldsProps {
  /** What the fields hold at first: what was typed, or what is saved. */
  shown: SettingTexts;
  /** What is wrong with a field, in words. */
  errors: Record<string, string>;
  label: (field: string) => string;
}

interface LineProps extends FieldsProps {
  name: string;
  /** Another label than the one that stands alone. */
  as?: string;
  hint?: ReactNode;
}

/** A field of one line. */
export function Line({ shown, errors, label, name, as, hint }: LineProps) {
  return (
    <TextField
      name={name}
      label={as ?? label(name)}
      hint={hint}
      defaultValue={shown[name] ?? ""}
      error={errors[name]}
    />
  );
}

/** The number of each help line, and that of its teletypewriter. */
export function CrisisFields({ lines, ...of }: FieldsProps & Pick<SettingFormProps, "lines">) {
  const t = useTranslations("admin");
  return (
    <>
      <p className="font-semibold">{t("settings.crisisHint")}</p>
      {lines.map(({ key, label }, at) => (
        <fieldset key={key} className="grid gap-3 rounded-md border border-line bg-surface p-4 sm:grid-cols-2">
          <legend className="px-1 font-semibold">{label}</legend>
          <input type="hidden" name={`crisisNumbers.${at}.key`} value={key} />
          <Line {...of} name={`crisisNumbers.${at}.number`} as={t("settings.number")} />
          <Line {...of} name={`crisisNumbers.${at}.tty`} as={`${t("settings.tty")} (${t("form.optional")})`} />
        </fieldset>
      ))}
    </>
  );
}

/** How people reach the team. */
export function TeamFields(of: FieldsProps) {
  const t = useTranslations("admin.settings");
  return (
    <>
      <Line {...of} name="email" hint={t("emailHint")} />
      <Line {...of} name="phone" hint={t("phoneHint")} />
      <Select
        name="answersWithin"
        label={of.label("answersWithin")}
        hint={t("answersWithinHint")}
        defaultValue={of.shown.answersWithin}
        error={of.errors.answersWithin}
      >
        <option value="">{t("answersWithinNone")}</option>
        {ANSWERS_WITHIN.map((time) => (
          <option key={time} value={time}>
            {t(`answersWithinTimes.${time}`)}
          </option>
        ))}
      </Select>
    </>
  );
}

/** The three names of the footer. */
export function CreditFields(of: FieldsProps) {
  const t = useTranslations("admin.settings");
  return (
    <>
      <p className="text-muted">{t("creditsHint")}</p>
      {FOOTER_ROLES.map((role) => (
        <Line key={role} {...of} name={role} />
      ))}
    </>
  );
}

/** The day on which a person made sure of it. */
export function DayField({ day, ...of }: FieldsProps & { day: string }) {
  const t = useTranslations("admin.settings");
  return <Line {...of} shown={{ checkedOn: day }} name="checkedOn" hint={t("checkedOnHint")} />;
}
