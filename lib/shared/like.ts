/**
 * Text that LIKE finds as it stands: Prisma hands `contains` and `startsWith` on with `%` and `_` still wildcards.
 * PostgreSQL knows no NUL, so none is asked for.
 */
export function literalInLike(text: string): string {
  return text.replaceAll("\0", "").replace(/[\\%_]/g, "\\$&");
}
