import { z } from "./zod";

/**
 * A repeated group of a form, as `rowsOf` gathers it. The form offers empty rows, and this leaves them
 * out; the index of an error still names the right row.
 * @param alwaysSent fields that send something even in an empty row, such as a select
 */
export function filledRows<Row>(schema: z.ZodType<Row>, alwaysSent: readonly string[] = []) {
  const row = z.record(z.string(), z.string()).transform((fields, context): Row[] => {
    if (Object.entries(fields).every(([field, typed]) => alwaysSent.includes(field) || !typed.trim())) return [];
    const parsed = schema.safeParse(fields);
    if (parsed.success) return [parsed.data];
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  });
  return z.array(row).transform((read) => read.flat());
}
