import type { ReactNode } from "react";

interface KeyFactProps {
  term: string;
  ownLine?: boolean;
  children: ReactNode;
}

/** An item of a list of key facts: the question and its answer on one line. */
export function KeyFact({ term, ownLine = false, children }: KeyFactProps) {
  return (
    <div className={ownLine ? "w-full" : undefined}>
      <dt className="inline text-muted">{`${term}:`}</dt> <dd className="inline">{children}</dd>
    </div>
  );
}
