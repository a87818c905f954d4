import type { ReactNode } from "react";

interface FieldsetProps {
  legend: string;
  hint?: ReactNode;
  /** Fields side by side where there is room; else one below the other. */
  stacked?: boolean;
  children: ReactNode;
}

/** Fields that belong together. */
export function Fieldset({ legend, hint, stacked = false, children }: FieldsetProps) {
  return (
    <fieldset className="rounded-md border border-line bg-surface p-4">
      <legend className="px-1 font-serif text-lg font-semibold">{legend}</legend>
      {hint && <p className="mb-3 text-sm text-muted">{hint}</p>}
      <div className={stacked ? "space-y-4" : "grid items-start gap-4 sm:grid-cols-2"}>{children}</div>
    </fieldset>
  );
}
