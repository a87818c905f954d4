"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Alert } from "@/components/ui/alert";
import { Notice } from "@/components/ui/notice";
import type { FormFailure } from "@/lib/shared/form-state";

interface RefusalNoticeProps {
  reason: "withoutPermission" | FormFailure;
  /** When the form can be sent again, where that is known. */
  minutes?: number | undefined;
  /** How to reach the team and who to call now. */
  children: ReactNode;
}

/** Why the form was not taken and what to do instead. */
export function RefusalNotice({ reason, minutes = 1, children }: RefusalNoticeProps) {
  const t = useTranslations("contact");
  // What the error summary announces, it announces.
  const Told = reason === "withoutPermission" ? Notice : Alert;
  return (
    <Told tone="warning" title={t(`${reason}.title`)}>
      <p>{t(`${reason}.lead`, { minutes })}</p>
      {children}
    </Told>
  );
}
