"use client";

import { useTranslations } from "use-intl/react";
import { Choice } from "@/components/ui/choice";
import { Select } from "@/components/ui/field";
import { SHARED_FIELDS } from "@/lib/consents/types";
import { CONTACT_WAYS, PREFERRED_TIMES } from "@/lib/inquiries/answering";
import type { InquiryValues } from "@/lib/inquiries/inquiry-fields";

/** Optional fields: folded, so that the form stays short. */
export function MoreChoices({ values }: { values: InquiryValues | undefined }) {
  const t = useTranslations("contact.more");
  const personal = SHARED_FIELDS.filter((field) => field !== "needs");
  return (
    <details className="rounded-md border border-line px-4">
      <summary className="min-h-11 cursor-pointer py-3 font-semibold">{t("title")}</summary>
      <div className="grid gap-5 pt-2 pb-5">
        <div className="grid gap-4 sm:grid-cols-2">
          <Select name="preferredWay" label={t("way")} defaultValue={values?.preferredWay}>
            <option value="">{t("noPreference")}</option>
            {CONTACT_WAYS.map((way) => (
              <option key={way} value={way}>
                {t(`ways.${way}`)}
              </option>
            ))}
          </Select>
          <Select name="preferredTime" label={t("time")} defaultValue={values?.preferredTime}>
            <option value="">{t("noPreference")}</option>
            {PREFERRED_TIMES.map((time) => (
              <option key={time} value={time}>
                {t(`times.${time}`)}
              </option>
            ))}
          </Select>
        </div>
        <fieldset aria-describedby="share-hint">
          <legend className="font-semibold">{t("share")}</legend>
          <p id="share-hint" className="text-sm text-muted">
            {t("shareHint")}
          </p>
          {personal.map((field) => (
            <Choice
              key={field}
              type="checkbox"
              name="share"
              value={field}
              label={t(`shared.${field}`)}
              defaultChecked={values?.share.includes(field) ?? false}
            />
          ))}
        </fieldset>
      </div>
    </details>
  );
}
