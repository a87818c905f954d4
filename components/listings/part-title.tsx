import type { ReactNode } from "react";

/** Above the places of a list that come after all others, saying why. */
export function PartTitle({ children }: { children: ReactNode }) {
  return (
    <p className="mt-2.5 border-t-2 border-line-strong pt-1.5 leading-snug font-semibold sm:mt-6 sm:pt-3">{children}</p>
  );
}
