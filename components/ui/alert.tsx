"use client";

import { useEffect, useRef, type ComponentProps } from "react";
import { Notice } from "./notice";

/** A notice that takes the focus when it appears, as the summary of errors does. */
export function Alert(notice: Omit<ComponentProps<typeof Notice>, "role">) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice {...notice} role="alert" />
    </div>
  );
}
