"use client";

import { useTranslations } from "use-intl/react";
import type { AdminError } from "@/lib/staff/types";

/** The words for the errors of a form, by field. A code without words gets general ones. */
export function useErrorWords(fieldErrors: Partial<Record<string, string>> = {}): Record<string, string> {
  const t = useTranslations("admin.errors");
  const words = (code: string) => (t.has(code as AdminError) ? t(code as AdminError) : t("wrong"));
  return Object.fromEntries(Object.entries(fieldErrors).map(([field, code]) => [field, words(code ?? "")]));
}
