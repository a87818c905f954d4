"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { searchInquiriesAction } from "@/lib/desk/actions";
import { dayOf } from "@/lib/shared/dates";
import { useErrorWords } from "../error-words";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

/** Finds an inquiry by reference, email or number. It posts, because none of them may be in a URL. */
export function InquirySearch() {
  const t = useTranslations("admin.desk");
  const statuses = useTranslations("admin.inquiry.status");
  const [state, action, pending] = useStaffAction("search", searchInquiriesAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  return (
    <StaffForm name="search" losesNothing action={action} className="space-y-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="grow sm:max-w-sm">
          <TextField
            name="sought"
            label={t("sought")}
            autoComplete="off"
            spellCheck={false}
            error={errors.sought}
            defaultValue={typedIn(state)?.sought}
          />
        </div>
        <Button look="quiet" disabled={pending}>
          {t("search")}
        </Button>
      </div>
      <output className="block">
        {state?.status === "failed" && t("nothing")}
        {state?.status === "ok" && t("found", { count: state.data.rows.length })}
      </output>
      {state?.status === "ok" && (
        <ul className="grid gap-1">
          {state.data.rows.map(({ id, reference, status, createdAt }) => (
            <li key={id}>
              <a href={`/admin/inquiries/${id}`} className="text-link inline-flex min-h-11 items-center">
                {reference}
              </a>{" "}
              {statuses(status)} · {dayOf(createdAt)}
            </li>
          ))}
        </ul>
      )}
    </StaffForm>
  );
}
