import "server-only";
import { Prisma } from "@/lib/server/db";

/**
 * For each typed word that no name or place begins with, the words of names and places most like it, the likest first.
 * Written out in words.sql.
 */
export function wordsSql(typed: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT t.typed, ARRAY(
      SELECT w."word" FROM "SearchWord" AS w
      WHERE w."word" % t.typed
      ORDER BY similarity(w."word", t.typed) DESC, w."word"
      LIMIT ${MAX_ALIKE}) AS "alike"
    FROM unnest(${typed}::text[]) AS t(typed)
    WHERE NOT EXISTS (
      SELECT FROM "SearchWord" AS w
      WHERE w."word" >= t.typed AND w."word" < t.typed || U&'\\+10FFFF')`;
}

/** Enough to hold those that are slips of the hand, which are the likest. */
const MAX_ALIKE = 20;
