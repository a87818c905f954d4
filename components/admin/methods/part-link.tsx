"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

interface PartLinkProps {
  path: string;
  /** The part's own page, or any page below it. */
  exact?: boolean;
  children: ReactNode;
}

/** A part of the staff area in its navigation, marked when it is the one on screen. */
export function PartLink({ path, exact = false, children }: PartLinkProps) {
  const here = usePathname();
  const isCurrent = here === path || (!exact && here.startsWith(`${path}/`));
  return (
    <a
      href={path}
      aria-current={isCurrent ? (here === path ? "page" : "true") : undefined}
      className={`inline-flex min-h-11 items-center border-b-2 px-2 text-sm font-semibold hover:underline ${isCurrent ? "border-accent text-ink" : "border-transparent text-accent"}`}
    >
      {children}
    </a>
  );
}
