import type { ReactNode } from "react";

const TONE = {
  plain: "border-line-strong text-ink",
  accent: "border-accent bg-accent-soft text-ink",
  warning: "border-warning bg-warning-soft text-ink",
  success: "border-success bg-success-soft text-ink",
  danger: "border-danger bg-danger-soft text-ink",
} as const;

/** A state in a word. */
export function Badge({ tone = "plain", children }: { tone?: keyof typeof TONE; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-full border px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap ${TONE[tone]}`}
    >
      {children}
    </span>
  );
}
