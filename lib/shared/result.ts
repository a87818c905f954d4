/** What every server action answers. The browser gets a code, never a message; `values` never has a secret. */
export type ActionResult<Data, Field extends string = never, Code extends string = never, Current = never> =
  | { status: "ok"; data: Data }
  | { status: "invalid"; fieldErrors: Partial<Record<Field, string>>; values: Partial<Record<Field, string>> }
  | { status: "conflict"; current: Current }
  | { status: "failed"; code: Code; values?: Partial<Record<Field, string>> };
