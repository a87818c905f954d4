"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Notice } from "@/components/ui/notice";
import type { InquiryFailure } from "@/lib/inquiries/types";

interface RefusalNoticeProps {
  reason: "withoutPermission" | InquiryFailure;
  /** When the form can be sent again, if we know. */
  minutes?: number | undefined;
  /** How to reach the team and who to call now. */
  children: ReactNode;
  /** For a refusal that no error summary announces. */
  takesFocus?: boolean;
}

/** Why the form was not accepted, and what to do instead. */
export function RefusalNotice({ reason, minutes = 1, children, takesFocus = false }: RefusalNoticeProps) {
  const t = useTranslations("contact");
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);

  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="warning" title={t(`${reason}.title`)} {...(takesFocus && { role: "alert" as const })}>
        <p>{t(`${reason}.lead`, { minutes })}</p>
        {children}
      </Notice>
    </div>
  );
}
