import type { ReactNode } from "react";
import { Back, Onward } from "./arrows";

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
          <Back>{previous}</Back>
        </a>
      )}
      {children}
      {page < pageCount && (
        <a href={href(page + 1)} rel="next" className={STEP}>
          <Onward>{next}</Onward>
        </a>
      )}
    </p>
  );
}
