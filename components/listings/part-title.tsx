import type { ReactNode } from "react";

/** Above the places of a list that come after all others, saying why. */
export function PartTitle({ children }: { children: ReactNode }) {
  return <p className="mt-6 border-t-2 border-line-strong pt-3 font-semibold">{children}</p>;
}
