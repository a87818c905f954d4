"use client";

import { useEffect, useRef } from "react";

/**
 * What is wrong, above the form: takes focus when it appears, and each line leads to its field.
 * `errors` maps a field's id to its words; nothing is rendered when it is empty.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: Record<string, string | undefined> }) {
  const box = useRef<HTMLDivElement>(null);
  const lines = Object.entries(errors).filter((line): line is [string, string] => Boolean(line[1]));
  const signature = JSON.stringify(lines);

  useEffect(() => {
    if (signature !== "[]") box.current?.focus();
  }, [signature]);

  if (lines.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-md border-2 border-danger bg-danger-soft p-4">
      <h2 className="font-sans text-lg font-semibold text-danger">{title}</h2>
      <ul className="mt-2 list-disc pl-5">
        {lines.map(([field, words]) => (
          <li key={field}>
            <a href={`#${field}`} className="font-medium text-danger underline">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
