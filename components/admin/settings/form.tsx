"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import {
  saveCrisisNumbersAction,
  saveFooterCreditsAction,
  saveOwnershipAction,
  saveProfilesAction,
  saveTeamContactAction,
} from "@/lib/settings/actions";
import type { SettingTexts } from "@/lib/settings/texts";
import { ConflictNotice } from "../conflict-notice";
import { useErrorWords } from "../error-words";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";
import { CreditFields, CrisisFields, DayField, TeamFields } from "./fields";
import { OwnershipFields, ProfileFields } from "./disclosure-fields";
import { useFieldLabels } from "./labels";
import type { SettingFormProps } from "./types";

const ACTIONS = {
  crisisNumbers: saveCrisisNumbersAction,
  teamContact: saveTeamContactAction,
  footerCredits: saveFooterCreditsAction,
  profiles: saveProfilesAction,
  ownership: saveOwnershipAction,
};

/** One setting with the day it was checked. What was typed stays after every answer. */
export function SettingForm({ settingKey: key, seen, saved, lines, people, today }: SettingFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction(key, ACTIONS[key]);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const conflict = state?.status === "conflict" ? state.current : null;
  const typed = typedIn(state);
  const shown = { ...saved, ...typed } as SettingTexts;
  const label = useFieldLabels({ lines, people });
  const of = { shown, errors, label };
  return (
    <StaffForm name={key} saves keeps action={action} className="max-w-2xl space-y-5">
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      {conflict && <ConflictNotice differences={differences(conflict, label)} discardPath={`/admin/settings/${key}`} />}
      <input type="hidden" name="seen" value={conflict?.seen ?? typed?.seen ?? seen} />
      {/* A new answer brings new starting values, so the fields are made again with them. */}
      <div key={JSON.stringify(shown)} className="space-y-5">
        {key === "crisisNumbers" && <CrisisFields {...of} lines={lines} />}
        {key === "teamContact" && <TeamFields {...of} />}
        {key === "footerCredits" && <CreditFields {...of} />}
        {key === "profiles" && <ProfileFields {...of} people={people} />}
        {key === "ownership" && <OwnershipFields {...of} />}
        <DayField {...of} day={typed?.checkedOn ?? today} />
      </div>
      <Button disabled={pending}>{pending ? t("form.saving") : t("form.save")}</Button>
    </StaffForm>
  );
}

function differences({ saved, typed }: { saved: SettingTexts; typed: SettingTexts }, label: (field: string) => string) {
  return Object.keys(saved)
    .map((field) => ({ field, label: label(field), saved: saved[field] ?? "", typed: normalized(typed[field]) }))
    .filter((field) => field.saved !== field.typed);
}

/** Browsers send line ends as CRLF. */
function normalized(text = ""): string {
  return text.replace(/\r\n/g, "\n");
}
