"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { setInquiryStatusAction, type StatusChangeResult } from "@/lib/inquiries/actions";
import { INQUIRY_STATUSES, type InquiryStatus } from "@/lib/inquiries/types";

interface InquiryStatusFormProps {
  id: string;
  version: number;
  status: InquiryStatus;
}

/** Moves an inquiry on; a colleague's change in between is shown, not overwritten. */
export function InquiryStatusForm({ id, version, status }: InquiryStatusFormProps) {
  const t = useTranslations("admin.inquiry");
  const [state, action, pending] = useActionState<StatusChangeResult | null, FormData>(setInquiryStatusAction, null);
  const conflict = state?.status === "conflict" ? state.current : null;
  const seen = conflict?.version ?? (state?.status === "ok" ? state.data.version : version);
  return (
    <form action={action} className="space-y-3">
      {state?.status === "ok" && (
        <Notice tone="success" role="alert">
          {t("statusSaved")}
        </Notice>
      )}
      {conflict && (
        <Notice tone="warning" role="alert">
          {t("statusConflict", { status: t(`status.${conflict.status}`) })}
        </Notice>
      )}
      {state?.status === "failed" && (
        <Notice tone="danger" role="alert">
          {t("statusGone")}
        </Notice>
      )}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={Math.max(seen, version)} />
      <div className="flex flex-wrap items-end gap-3">
        <Select key={status} name="status" label={t("columns.status")} defaultValue={status}>
          {INQUIRY_STATUSES.map((each) => (
            <option key={each} value={each}>
              {t(`status.${each}`)}
            </option>
          ))}
        </Select>
        <Button disabled={pending}>{t("setStatus")}</Button>
      </div>
    </form>
  );
}
