"use client";
// Only the part of the path below the layout is the same on the server, where English is at the root, and in a browser.
import { useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";

interface MenuLinkProps {
  href: string;
  /** Its English path. */
  path: string;
  children: ReactNode;
}

/** Here, so that a page with scripts has it once, and not with each link. */
const LOOK =
  "flex min-h-12 items-center font-medium no-underline underline-offset-4 hover:underline aria-[current=page]:font-semibold aria-[current=page]:underline lg:min-h-11 lg:px-2.5";

/** A link of the menu, which says when it leads to the page it stands on. The layout that draws it knows no path. */
export function MenuLink({ href, path, children }: MenuLinkProps) {
  const here = `/${useSelectedLayoutSegments().join("/")}`;
  return (
    <a href={href} aria-current={here === path ? "page" : undefined} className={LOOK}>
      {children}
    </a>
  );
}
