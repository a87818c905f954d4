"use client";

import { useTranslations } from "use-intl/react";
import { Checkbox } from "@/components/ui/field";
import { SHARED_FIELDS, type SharedField } from "@/lib/consents/types";
import type { OutreachWay } from "@/lib/outreach/types";

interface OutreachShareFieldsProps {
  /** Which of the page's two forms has them. */
  way: OutreachWay;
  mayShare: readonly SharedField[];
  /** What the person did not give. */
  missing: readonly SharedField[];
  isTicked: (field: SharedField) => boolean;
}

/** What the place is told; a forbidden field is disabled and says why. */
export function OutreachShareFields({ way, mayShare, missing, isTicked }: OutreachShareFieldsProps) {
  const t = useTranslations("admin.outreach");
  const fields = useTranslations("admin.inquiry.shared");
  const hintOf = (field: SharedField) => {
    if (!mayShare.includes(field)) return t("notAllowed");
    return missing.includes(field) ? t("notGiven") : undefined;
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">{t("share")}</legend>
      {SHARED_FIELDS.map((field) => (
        <Checkbox
          key={field}
          id={`${way}.share.${field}`}
          name={`share.${field}`}
          label={fields(field)}
          hint={hintOf(field)}
          disabled={hintOf(field) !== undefined}
          defaultChecked={isTicked(field) && hintOf(field) === undefined}
        />
      ))}
    </fieldset>
  );
}
