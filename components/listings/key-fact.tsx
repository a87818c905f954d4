import type { ReactNode } from "react";

interface KeyFactProps {
  term: string;
  children: ReactNode;
}

/** An item of a list of key facts: the question and its answer, on a line of their own. */
export function KeyFact({ term, children }: KeyFactProps) {
  return (
    <div className="w-full">
      <dt className="inline text-muted">{`${term}:`}</dt> <dd className="inline">{children}</dd>
    </div>
  );
}
