"use client";
// Only the part of the path below the layout is the same on the server, where English is at the root, and in a browser.
import { useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";

interface MenuLinkProps {
  href: string;
  /** Its English path. */
  path: string;
  className: string;
  children: ReactNode;
}

/** A link of the menu, which says when it leads to the page it stands on. The layout that draws it knows no path. */
export function MenuLink({ href, path, className, children }: MenuLinkProps) {
  const here = `/${useSelectedLayoutSegments().join("/")}`;
  return (
    <a href={href} aria-current={here === path ? "page" : undefined} className={className}>
      {children}
    </a>
  );
}
