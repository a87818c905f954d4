"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Checkbox, Select, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { workInquiryAction, type WorkResult } from "@/lib/desk/actions";
import { DUE_HOURS } from "@/lib/desk/due";
import type { Assignable } from "@/lib/desk/types";
import { INQUIRY_STATUSES, type InquiryStatus } from "@/lib/inquiries/types";
import { useErrorWords } from "./error-words";

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
  const [state, action, pending] = useActionState<WorkResult | null, FormData>(workInquiryAction, null);
  const conflict = state?.status === "conflict" ? state.current : null;
  const seen = conflict?.version ?? (state?.status === "ok" ? state.data.version : version);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  return (
    <form action={action} className="space-y-4 rounded-md border border-line bg-surface p-4">
      <Answer state={state} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={Math.max(seen, version)} />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <Select key={`status ${status}`} name="status" label={t("status")} defaultValue={status}>
          {INQUIRY_STATUSES.map((each) => (
            <option key={each} value={each}>
              {statuses(each)}
            </option>
          ))}
        </Select>
        <Select key={`assignee ${assigneeId}`} name="assigneeId" label={t("assignee")} defaultValue={assigneeId ?? ""}>
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
        />
      </div>
      {!hasAnswered && <Checkbox name="answered" label={t("answered")} hint={t("answeredHint")} />}
      <Button disabled={pending}>{t("save")}</Button>
    </form>
  );
}

function Answer({ state }: { state: WorkResult | null }) {
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
