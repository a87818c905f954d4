"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { sendTestMailAction } from "@/lib/mails/actions";
import { StaffForm, useStaffAction } from "../staff-forms";

/** Has the worker send a mail to the team. */
export function TestMailForm() {
  const t = useTranslations("admin.firstDay.items.testMail");
  const [, action, pending] = useStaffAction("test mail", sendTestMailAction);
  return (
    <StaffForm name="test mail" action={action}>
      <Button look="quiet" disabled={pending}>
        {t("send")}
      </Button>
    </StaffForm>
  );
}
