"use client";

import { useTranslations } from "use-intl/react";
import type { ComponentProps, ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { StaffForm } from "./staff-forms";

interface FoldedFormProps extends Pick<ComponentProps<typeof StaffForm>, "name" | "action"> {
  /** What the form does, and to what: several such forms stand on a page. */
  title: string;
  subject: string;
  /** A form that comes back is open. */
  isOpen: boolean;
  /** Why it was not done, when that has nothing to do with a field. */
  failure: Parameters<ReturnType<typeof useTranslations<"admin.done">>>[0] | null;
  children: ReactNode;
}

/** A staff form that is folded away until somebody needs it. */
export function FoldedForm({ title, subject, isOpen, failure, children, ...form }: FoldedFormProps) {
  const t = useTranslations("admin.done");
  return (
    <details open={isOpen}>
      <summary className="inline-flex min-h-11 items-center font-semibold text-accent">
        {title}
        <span className="sr-only">: {subject}</span>
      </summary>
      <StaffForm {...form} className="max-w-prose space-y-3 py-2">
        {failure && (
          <Notice tone="danger" role="alert">
            {t(failure)}
          </Notice>
        )}
        {children}
      </StaffForm>
    </details>
  );
}
