/**
 * Escapes a text so that LIKE finds it literally: in Prisma's `contains` and `startsWith`, `%` and `_` are wildcards.
 * PostgreSQL has no NUL, so NULs are removed.
 */
export function literalInLike(text: string): string {
  return text.replaceAll("\0", "").replace(/[\\%_]/g, "\\$&");
}
