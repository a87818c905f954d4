import type { ComponentProps, ReactNode } from "react";

interface ChoiceProps extends Omit<ComponentProps<"input">, "type"> {
  type: "checkbox" | "radio";
  label: ReactNode;
}

/** One of several answers: the whole line is the target, 44 px high for thumbs. */
export function Choice({ label, ...rest }: ChoiceProps) {
  return (
    <label className="flex min-h-11 items-center gap-3 py-1">
      <input className="size-6 shrink-0 accent-accent" {...rest} />
      <span>{label}</span>
    </label>
  );
}
