import type { ReactNode } from "react";

interface PageStepsProps {
  page: number;
  pageCount: number;
  href: (page: number) => string;
  previous: string;
  next: string;
  /** Between the two: where one is. */
  children?: ReactNode;
}

const STEP = "text-link inline-flex min-h-11 items-center font-semibold";

/** The page before and the one after, each only where there is one. */
export function PageSteps({ page, pageCount, href, previous, next, children }: PageStepsProps) {
  return (
    <p className="flex flex-wrap items-center gap-x-6">
      {page > 1 && (
        <a href={href(page - 1)} rel="prev" className={STEP}>
          <span aria-hidden="true">←&nbsp;</span>
          {previous}
        </a>
      )}
      {children}
      {page < pageCount && (
        <a href={href(page + 1)} rel="next" className={STEP}>
          {next}
          <span aria-hidden="true">&nbsp;→</span>
        </a>
      )}
    </p>
  );
}
