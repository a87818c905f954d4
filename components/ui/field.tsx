import type { ComponentProps, ReactNode } from "react";
import { TextBox } from "./text-box";

const BOX =
  "block w-full min-h-11 rounded-md border border-line-strong bg-surface px-3 py-2 text-base text-ink aria-invalid:border-2 aria-invalid:border-danger";

interface FieldProps {
  /** Also the control's name and id. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to fix it; undefined when nothing is. */
  error?: string | undefined;
}

/** Beside the label and not of it, for the eye alone: screen readers are told by `aria-required`. */
interface Marked {
  mark?: string | undefined;
}

/** A control with its label, hint and error wired up for screen readers. */
export function TextField({
  name,
  label,
  mark,
  hint,
  error,
  ...rest
}: FieldProps & Marked & Omit<ComponentProps<"input">, "name">) {
  return (
    <Field name={name} label={label} mark={mark} hint={hint} error={error}>
      <input id={name} name={name} className={BOX} {...describedBy({ name, hint, error })} {...rest} />
    </Field>
  );
}

/** @param id another than the name, when two forms of a page have a field of that name */
export function TextArea({
  name,
  id = name,
  label,
  mark,
  hint,
  error,
  ...rest
}: FieldProps & Marked & Omit<ComponentProps<"textarea">, "name">) {
  return (
    <Field name={id} label={label} mark={mark} hint={hint} error={error}>
      <TextBox id={id} name={name} rows={6} className={BOX} {...describedBy({ name: id, hint, error })} {...rest} />
    </Field>
  );
}

export function Select({ name, label, hint, error, ...rest }: FieldProps & Omit<ComponentProps<"select">, "name">) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <select id={name} name={name} className={BOX} {...describedBy({ name, hint, error })} {...rest} />
    </Field>
  );
}

/** @param id another than the name, when two forms of a page have a box of that name */
export function Checkbox({
  name,
  id = name,
  label,
  hint,
  error,
  ...rest
}: FieldProps & Omit<ComponentProps<"input">, "name">) {
  return (
    <div className={error ? "border-l-4 border-danger pl-4" : ""}>
      {error && <FieldError name={id} error={error} />}
      <div className="flex items-start gap-3">
        <input
          id={id}
          name={name}
          type="checkbox"
          className="mt-0.5 size-6 shrink-0 accent-accent"
          {...describedBy({ name: id, hint, error })}
          {...rest}
        />
        <label htmlFor={id} className="min-h-6 font-medium">
          {label}
        </label>
      </div>
      {hint && <FieldHint name={id} hint={hint} className="ml-9" />}
    </div>
  );
}

function Field({ name, label, mark, hint, error, children }: FieldProps & Marked & { children: ReactNode }) {
  return (
    <div className={error ? "border-l-4 border-danger pl-4" : ""}>
      <div className="mb-1">
        <label htmlFor={name} className="font-semibold">
          {label}
        </label>
        {mark && (
          <span aria-hidden className="text-sm text-muted">
            {" "}
            {mark}
          </span>
        )}
      </div>
      {hint && <FieldHint name={name} hint={hint} />}
      {error && <FieldError name={name} error={error} />}
      {children}
    </div>
  );
}

function FieldHint({ name, hint, className = "" }: { name: string; hint: ReactNode; className?: string }) {
  return (
    <p id={`${name}-hint`} className={`mb-1 text-sm text-muted ${className}`}>
      {hint}
    </p>
  );
}

function FieldError({ name, error }: { name: string; error: string }) {
  return (
    <p id={`${name}-error`} className="mb-1 text-sm font-semibold text-danger">
      {error}
    </p>
  );
}

function describedBy({ name, hint, error }: Pick<FieldProps, "name" | "hint" | "error">) {
  const ids = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}
