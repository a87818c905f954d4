"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Checkbox, Select, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { workInquiryAction, type WorkResult } from "@/lib/desk/actions";
import { DUE_HOURS } from "@/lib/desk/due";
import type { Assignable } from "@/lib/desk/types";
import { INQUIRY_STATUSES, type InquiryStatus } from "@/lib/inquiries/types";
import { useErrorWords } from "../error-words";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface InquiryWorkFormProps {
  id: string;
  version: number;
  status: InquiryStatus;
  assigneeId: string | null;
  /** Everybody it may be assigned to. */
  members: Assignable[];
  hasAnswered: boolean;
}

/** State, who works on it, until when; a colleague's change in between is shown, not overwritten. */
export function InquiryWorkForm({ id, version, status, assigneeId, members, hasAnswered }: InquiryWorkFormProps) {
  const t = useTranslations("admin.desk");
  const statuses = useTranslations("admin.inquiry.status");
  const [state, action, pending] = useStaffAction("work", workInquiryAction);
  const conflict = state?.status === "conflict" ? state.current : null;
  const typed = typedIn(state);
  const answered = conflict?.version ?? (state?.status === "ok" ? state.data.version : null);
  const seen = answered === null ? (typed?.version ?? version) : Math.max(answered, version);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  return (
    <StaffForm name="work" action={action} className="space-y-4 rounded-md border border-line bg-surface p-4">
      <Answer state={state} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={seen} />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <Select
          key={`status ${typed?.status ?? status}`}
          name="status"
          label={t("status")}
          defaultValue={typed?.status ?? status}
        >
          {INQUIRY_STATUSES.map((each) => (
            <option key={each} value={each}>
              {statuses(each)}
            </option>
          ))}
        </Select>
        <Select
          key={`assignee ${typed?.assigneeId ?? assigneeId}`}
          name="assigneeId"
          label={t("assignee")}
          defaultValue={typed?.assigneeId ?? assigneeId ?? ""}
        >
          <option value="">{t("nobody")}</option>
          {members.map(({ id: member, name }) => (
            <option key={member} value={member}>
              {name}
            </option>
          ))}
        </Select>
        <TextField
          name="dueOn"
          type="date"
          label={t("dueOn")}
          hint={t("dueRule", { first: DUE_HOURS.new, next: DUE_HOURS.in_progress, wait: DUE_HOURS.waiting })}
          error={errors.dueOn}
          defaultValue={typed?.dueOn}
        />
      </div>
      {!hasAnswered && (
        <Checkbox
          name="answered"
          label={t("answered")}
          hint={t("answeredHint")}
          defaultChecked={typed?.answered === "on"}
        />
      )}
      <Button disabled={pending}>{t("save")}</Button>
    </StaffForm>
  );
}

function Answer({ state }: { state: WorkResult | { status: "kept" } | null }) {
  const t = useTranslations("admin.desk");
  const statuses = useTranslations("admin.inquiry.status");
  if (state?.status === "ok")
    return (
      <Notice tone="success" role="alert">
        {t("saved")}
      </Notice>
    );
  if (state?.status === "conflict")
    return (
      <Notice tone="warning" role="alert">
        {t("conflict", { status: statuses(state.current.status) })}
      </Notice>
    );
  if (state?.status === "failed")
    return (
      <Notice tone="danger" role="alert">
        {t(state.code)}
      </Notice>
    );
  return null;
}
