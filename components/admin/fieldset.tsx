"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import type { Audience } from "./staff-area";

interface FieldsetProps {
  legend: string;
  hint?: ReactNode;
  /** Who will read the fields. */
  audience: Audience;
  /** Fields side by side where there is room; else one below the other. */
  stacked?: boolean;
  children: ReactNode;
}

/** Fields that belong together. */
export function Fieldset({ legend, hint, audience, stacked = false, children }: FieldsetProps) {
  const t = useTranslations("admin.audience");
  return (
    <fieldset className="rounded-md border border-line bg-surface p-4">
      <legend className="px-1 font-serif text-lg font-semibold">{legend}</legend>
      <p className="mb-3 text-sm text-muted">
        {hint} <strong className="block font-semibold">{t(audience)}</strong>
      </p>
      <div className={stacked ? "space-y-4" : "grid items-start gap-4 sm:grid-cols-2"}>{children}</div>
    </fieldset>
  );
}
