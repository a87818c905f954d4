import type { ReactNode } from "react";

interface FilterSheetProps {
  /** What opens and closes it. */
  label: ReactNode;
  children: ReactNode;
}

/** The filters, folded away on a phone; public/filters.js makes them a sheet over the page. */
export function FilterSheet({ label, children }: FilterSheetProps) {
  return (
    <details className="filter-sheet fold-on-phones group data-sheet:fixed data-sheet:inset-0 data-sheet:z-30 data-sheet:overflow-y-auto data-sheet:overscroll-contain data-sheet:bg-surface data-sheet:px-4 max-lg:not-open:basis-auto">
      <summary className="min-h-11 list-none items-center justify-between gap-2 rounded-md border border-line-strong px-3 py-1 text-sm leading-tight font-semibold group-data-sheet:sticky group-data-sheet:top-0 group-data-sheet:z-10 group-data-sheet:-mx-4 group-data-sheet:rounded-none group-data-sheet:border-x-0 group-data-sheet:border-t-0 group-data-sheet:bg-surface group-data-sheet:px-4 group-data-sheet:text-base max-lg:flex">
        {label}
        <span aria-hidden="true">
          <span className="group-open:hidden">▾</span>
          <span className="hidden text-2xl group-open:inline">×</span>
        </span>
      </summary>
      {children}
    </details>
  );
}
