"use client";

import { useLayoutEffect, useState, useSyncExternalStore, type ComponentProps } from "react";

/** What stood in a box before the scripts arrived, and where in it the cursor was. */
interface Typed {
  value: string;
  start: number;
  end: number;
}

/**
 * A box of several lines. React, taking over a page, puts the page's words back into it over what was typed meanwhile;
 * the words of a one-line field and a choice it leaves alone.
 */
export function TextBox({ id, ...rest }: ComponentProps<"textarea"> & { id: string }) {
  // True only while a page that was sent is taken over, not for a box that a script puts in another's place.
  const isTakingOver = useSyncExternalStore(
    () => () => {},
    () => false,
    () => true,
  );
  const [typed] = useState(() => (isTakingOver ? typedIn(id) : null));
  useLayoutEffect(() => {
    const box = boxOf(id);
    if (!typed || !box) return;
    box.value = typed.value;
    if (document.activeElement === box) box.setSelectionRange(typed.start, typed.end);
  }, [id, typed]);
  return <textarea id={id} {...rest} />;
}

/** Null on the server, and for a box that nobody has typed in. */
function typedIn(id: string): Typed | null {
  const box = typeof document === "undefined" ? null : boxOf(id);
  if (!box || box.value === box.defaultValue) return null;
  return { value: box.value, start: box.selectionStart, end: box.selectionEnd };
}

function boxOf(id: string): HTMLTextAreaElement | null {
  const box = document.getElementById(id);
  return box instanceof HTMLTextAreaElement ? box : null;
}
