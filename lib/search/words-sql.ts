import "server-only";
import { Prisma } from "@/lib/server/db";
import { SERVICE_WORDS } from "./service-words";

/** Of similar words only those nearly as much alike as the best. */
const MARGIN = 0.1;

/**
 * For each typed word that no name or place begins with, the known words most like it. Written out in words.sql.
 */
export function wordsSql(typed: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT t.typed, ARRAY(
      SELECT alike.word FROM (
        SELECT found.word, found.similarity, max(found.similarity) OVER () AS best FROM (
          SELECT w."word", similarity(w."word", t.typed) FROM "SearchWord" AS w WHERE w."word" % t.typed
          UNION
          SELECT s.word, similarity(s.word, t.typed) FROM unnest(${SERVICE_WORDS}::text[]) AS s(word)
          WHERE s.word % t.typed) AS found) AS alike
      WHERE alike.similarity >= alike.best - ${MARGIN}::float4
      ORDER BY alike.similarity DESC, alike.word LIMIT 4) AS "used"
    FROM unnest(${typed}::text[]) AS t(typed)
    WHERE NOT EXISTS (SELECT FROM "SearchWord" AS w
      WHERE w."word" >= t.typed AND w."word" < t.typed || U&'\\+10FFFF')`;
}
