import type { z } from "./zod";
import type { ActionResult } from "./result";

type Invalid<Field extends string> = Extract<ActionResult<never, Field>, { status: "invalid" }>;
type Names<Schema extends z.ZodType> = Extract<keyof z.input<Schema>, string>;
type Parsed<Schema extends z.ZodType> =
  { ok: true; data: z.output<Schema> } | { ok: false; result: Invalid<Extract<keyof z.input<Schema>, string>> };

/**
 * The text fields of a form, without NULs, which PostgreSQL cannot keep; files and the framework's fields are left out.
 */
export function textsOf(form: FormData): Record<string, string> {
  const fields = [...form.entries()].filter(([name]) => !name.startsWith("$"));
  const texts = fields.filter((field): field is [string, string] => typeof field[1] === "string");
  return Object.fromEntries(texts.map(([name, text]) => [name, text.replaceAll("\0", "")]));
}

/**
 * Checks a form against its schema: the data, or the answer to send back with the first error of each field and what
 * was typed. A nested field's name is its path joined by dots. `secrets` names fields that must not be sent back.
 */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  input: Record<string, unknown>,
  secrets: readonly string[] = [],
): Parsed<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, data: parsed.data };
  // In the order of the schema, which is the form's; of two errors in one field, the first counts.
  const errors = new Map<string, string>();
  for (const { path, message } of parsed.error.issues)
    if (!errors.has(path.join("."))) errors.set(path.join("."), message);
  const values = Object.entries(input).filter(([name, value]) => typeof value === "string" && !secrets.includes(name));
  return {
    ok: false,
    result: {
      status: "invalid",
      fieldErrors: Object.fromEntries(errors) as Invalid<Names<Schema>>["fieldErrors"],
      values: Object.fromEntries(values) as Invalid<Names<Schema>>["values"],
    },
  };
}

/** The first problem of each field, in the order of the form. */
export function firstErrors<Field extends string, Error extends string>(
  fields: readonly Field[],
  { issues }: z.ZodError,
): Partial<Record<Field, Error>> {
  const found: Partial<Record<Field, Error>> = {};
  for (const field of fields) {
    const issue = issues.find(({ path }) => path[0] === field);
    if (issue) found[field] = issue.message as Error;
  }
  return found;
}

/**
 * The rows of a repeated group of fields named `group.0.field`: an array without holes, each row's fields by name.
 * Rows after the limit are not read, so that a forged index cannot make a huge array.
 */
export function rowsOf(texts: Record<string, string>, group: string, limit = 100): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  for (const [name, value] of Object.entries(texts)) {
    const [prefix, index, field] = name.split(".");
    const at = Number(index);
    if (prefix !== group || !field || !Number.isInteger(at) || at < 0 || at >= limit) continue;
    while (rows.length <= at) rows.push({});
    rows[at]![field] = value;
  }
  return rows;
}
