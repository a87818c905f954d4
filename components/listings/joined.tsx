import { Children, type ReactNode } from "react";

/** Its children on one line, in the order given: "Medi-Cal · cash". What is nothing leaves no sign. */
export function Joined({ children }: { children: ReactNode }) {
  const said = Children.toArray(children).filter((part) => part !== "");
  return said.flatMap((part, at) => (at > 0 ? ["\u00a0· ", part] : [part]));
}
