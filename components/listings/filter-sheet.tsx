"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** Where the filters do not stand beside the places (`lg`). */
const NARROW = "(width < 64rem)";

interface FilterSheetProps {
  /** What opens and closes it. */
  label: ReactNode;
  children: ReactNode;
}

/**
 * The filters, folded away on a phone. Once scripts run they open as a sheet over the page: nothing behind it takes the
 * focus, and Escape closes it. Without them they open in their place.
 */
export function FilterSheet({ label, children }: FilterSheetProps) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => (ref.current ? asSheet(ref.current) : undefined), []);
  return (
    <details
      ref={ref}
      className="filter-sheet fold-on-phones group data-sheet:fixed data-sheet:inset-0 data-sheet:z-30 data-sheet:overflow-y-auto data-sheet:overscroll-contain data-sheet:bg-surface data-sheet:px-4 max-lg:not-open:basis-auto"
    >
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

/** @returns what ends it */
function asSheet(details: HTMLDetailsElement): () => void {
  const narrow = window.matchMedia(NARROW);
  let behind: HTMLElement[] = [];

  function follow() {
    for (const element of behind) element.inert = false;
    const isSheet = details.open && narrow.matches;
    details.toggleAttribute("data-sheet", isSheet);
    behind = isSheet ? elementsBeside(details).filter(({ inert }) => !inert) : [];
    for (const element of behind) element.inert = true;
  }

  function closeOnEscape({ key }: KeyboardEvent) {
    if (key !== "Escape" || !details.hasAttribute("data-sheet")) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  }

  details.addEventListener("toggle", follow);
  narrow.addEventListener("change", follow);
  document.addEventListener("keydown", closeOnEscape);
  follow();
  return () => {
    details.removeEventListener("toggle", follow);
    narrow.removeEventListener("change", follow);
    document.removeEventListener("keydown", closeOnEscape);
    for (const element of behind) element.inert = false;
  };
}

/** Everything of the page that is neither around the element nor in it. */
function elementsBeside(element: HTMLElement): HTMLElement[] {
  const parent = element.parentElement;
  if (!parent || element === document.body) return [];
  const siblings = [...parent.children].filter((each) => each instanceof HTMLElement && each !== element);
  return [...(siblings as HTMLElement[]), ...elementsBeside(parent)];
}
