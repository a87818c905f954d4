"use client";

import { useTranslations } from "use-intl/react";
import { OWNERSHIP_STATEMENTS } from "@/lib/settings/disclosures";
import { Fieldset } from "../fieldset";
import { StaffArea } from "../staff-area";
import { Line, type FieldsProps } from "./fields";
import type { SettingFormProps } from "./types";

/** What each person whom the footer names says of themselves. */
export function ProfileFields({ people, ...of }: FieldsProps & Pick<SettingFormProps, "people">) {
  const t = useTranslations("admin.settings");
  return (
    <>
      <p className="text-muted">{t("disclosureHint")}</p>
      {people.map(({ role, name }) => {
        const own = { ...of, label: (field: string) => t(`fields.${field.slice(role.length + 1) as "email"}`) };
        return (
          <Fieldset key={role} legend={`${t(`fields.${role}`)}: ${name}`} audience="public" stacked>
            <input type="hidden" name={`${role}.name`} value={name} />
            <Words {...own} name={`${role}.biography`} hint={t("hints.biography")} />
            <Line {...own} name={`${role}.email`} hint={t("hints.profileEmail")} />
            <Line {...own} name={`${role}.url`} hint={t("hints.url")} />
            <Words {...own} name={`${role}.interests`} hint={t("hints.interests")} />
          </Fieldset>
        );
      })}
    </>
  );
}

/** Who owns the site, who pays for it, what it earns, and how to ask. */
export function OwnershipFields(of: FieldsProps) {
  const t = useTranslations("admin.settings");
  return (
    <>
      <p className="text-muted">{t("disclosureHint")}</p>
      <Line {...of} name="legalName" hint={t("hints.legalName")} />
      {OWNERSHIP_STATEMENTS.map((name) => (
        <Words key={name} {...of} name={name} hint={t(`hints.${name}`)} />
      ))}
    </>
  );
}

/** The same in English and in Spanish. */
function Words({ shown, errors, label, name, hint }: FieldsProps & { name: string; hint: string }) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {[`${name}En`, `${name}Es`].map((field) => (
        <StaffArea
          key={field}
          audience="public"
          name={field}
          label={label(field)}
          hint={hint}
          defaultValue={shown[field]}
          error={errors[field]}
          rows={4}
        />
      ))}
    </div>
  );
}
