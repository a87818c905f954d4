import type { ReactNode } from "react";

const TONE = {
  info: "border-accent bg-accent-soft",
  warning: "border-warning bg-warning-soft",
  danger: "border-danger bg-danger-soft",
  success: "border-success bg-success-soft",
} as const;

/** A few words that nobody should miss; the meaning is never in the color alone. */
export function Notice({
  tone = "info",
  title,
  children,
  ...rest
}: {
  tone?: keyof typeof TONE;
  title?: ReactNode;
  children: ReactNode;
  role?: "status" | "alert";
}) {
  return (
    <div className={`rounded-md border-l-4 p-3 sm:p-4 ${TONE[tone]}`} {...rest}>
      {title && <p className="font-semibold">{title}</p>}
      <div className="text-base">{children}</div>
    </div>
  );
}
