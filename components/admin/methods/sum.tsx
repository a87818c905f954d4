"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import type { MethodValues } from "@/lib/methods/schema";

interface MethodSumProps {
  /** The starting values of the fields. */
  values: MethodValues;
  total: number;
  error: string | undefined;
  pending: boolean;
  /** The fields; those named `points.…` are added up as they are typed. */
  children: ReactNode;
}

/** The fields of the weights, and below them, always visible, their sum and the button that saves. */
export function MethodSum({ values, total, error, pending, children }: MethodSumProps) {
  const t = useTranslations("admin");
  const [typed, setTyped] = useState<MethodValues>({});
  const sum = sumOf({ ...values, ...typed });
  const take = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement) setTyped({ ...typed, [target.name]: target.value });
  };
  // The field in use must not be hidden by the bar below.
  return (
    <div onInput={take} className="space-y-6 [&_input]:scroll-mb-32 [&_textarea]:scroll-mb-32">
      {children}
      <div className="sticky bottom-0 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t-2 border-line-strong bg-bg py-3">
        <div id="sum" tabIndex={-1}>
          <output className="tabular block text-lg font-semibold">
            {t("method.sum", { sum, total, off: Math.abs(total - sum), side: sideOf(sum, total) })}
          </output>
          {error && <p className="text-sm font-semibold text-danger">{error}</p>}
        </div>
        <Button disabled={pending}>{pending ? t("form.saving") : t("form.save")}</Button>
      </div>
    </div>
  );
}

function sumOf(values: MethodValues): number {
  const points = Object.entries(values).filter(([name]) => name.startsWith("points."));
  return points.reduce((sum, [, typed]) => sum + (Number(typed) || 0), 0);
}

function sideOf(sum: number, total: number): "even" | "missing" | "over" {
  if (sum === total) return "even";
  return sum < total ? "missing" : "over";
}
