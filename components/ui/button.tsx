import type { ComponentProps } from "react";

const LOOK = {
  primary: "bg-accent text-accent-ink hover:bg-accent-strong",
  quiet: "border border-line-strong bg-surface text-ink hover:bg-accent-soft",
  danger: "border border-danger bg-surface text-danger hover:bg-danger-soft",
} as const;

interface Look {
  look?: keyof typeof LOOK;
}

/** Classes of everything that looks like a button, 44 px high for thumbs. */
export function buttonClass(look: keyof typeof LOOK = "primary"): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-5 py-2 text-base font-semibold no-underline ${LOOK[look]}`;
}

export function Button({ look, type = "submit", className = "", ...rest }: ComponentProps<"button"> & Look) {
  return <button type={type} className={`${buttonClass(look)} ${className}`} {...rest} />;
}

/** A link that acts like the page's main button. */
export function ButtonLink({ look, className = "", ...rest }: ComponentProps<"a"> & Look) {
  return <a className={`${buttonClass(look)} ${className}`} {...rest} />;
}
