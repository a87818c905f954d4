import type { ReactNode } from "react";

/** Words of a link back, with an arrow; one line is drawn below both, also where the link is a row of boxes. */
export function Back({ children }: { children: ReactNode }) {
  return (
    <span>
      <span aria-hidden="true">←&nbsp;</span>
      {children}
    </span>
  );
}

/** The same onward. */
export function Onward({ children }: { children: ReactNode }) {
  return (
    <span>
      {children}
      <span aria-hidden="true">&nbsp;→</span>
    </span>
  );
}
