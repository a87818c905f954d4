/** `limited`: too many in a short time. `unavailable`: our fault. `unreachable`: the browser got no answer. */
export type FormFailure = "limited" | "unavailable" | "unreachable";

/** Why a form in which nothing is wrong was not taken. */
export interface Refusal {
  code: FormFailure;
  retryMinutes?: number;
}

interface SentForm<Values, Shown> {
  /** As they were typed, to fill the form again. */
  values: Values;
  /** Keeps the rendered form's identity. */
  form: string;
  /** What the form shows, should the page by now show something else. */
  shown?: Shown;
}

/** The state of a public form. Success is no state: it leads to a page of its own. */
export type FormState<Field extends string, Error extends string, Values, Shown = never> =
  | { status: "idle" }
  | (SentForm<Values, Shown> & { status: "invalid"; fieldErrors: Partial<Record<Field, Error>> })
  | (SentForm<Values, Shown> & { status: "failed" } & Refusal);
