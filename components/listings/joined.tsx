import { Children, type ReactNode } from "react";

/** On one line, in the order given: "Medi-Cal · cash". What is nothing leaves no sign. */
export function Joined({ parts }: { parts: readonly ReactNode[] }) {
  const said = Children.toArray(parts).filter((part) => part !== "");
  return said.flatMap((part, at) => (at > 0 ? ["\u00a0· ", part] : [part]));
}
