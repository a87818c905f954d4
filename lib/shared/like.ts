/** Text that LIKE finds as it stands: Prisma hands `contains` and `startsWith` on with `%` and `_` still wildcards. */
export function literalInLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
