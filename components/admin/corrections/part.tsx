import type { ReactNode } from "react";

interface PartProps {
  title: string;
  /** Closed, its fields are sent all the same. */
  isOpen: boolean;
  children: ReactNode;
}

/** A part of the listing beside the report; what the report is not about is folded. */
export function Part({ title, isOpen, children }: PartProps) {
  return (
    <details open={isOpen} className="rounded-md border border-line bg-surface px-4">
      <summary className="min-h-11 cursor-pointer content-center font-serif text-lg font-semibold">{title}</summary>
      <div className="space-y-4 pb-4">{children}</div>
    </details>
  );
}
