import { canonicalJson } from "@/lib/rankings/checksum";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { query } from "./database";
import { Failure } from "./failure.mjs";

/**
 * Refuses a database that has published the first ranking method as it was in a former state of this software. A
 * published method and its editions never change, so nothing is converted, and nothing in the database is touched.
 * @throws Failure that says what to do
 */
export async function refuseFormerMethod(url: string): Promise<void> {
  const definition = await query(url, async (client) => {
    const { rows } = await client.query<{ exists: boolean }>(
      `SELECT to_regclass('public."RankingMethod"') IS NOT NULL AS exists`,
    );
    if (!rows[0]?.exists) return null;
    const methods = await client.query<{ definition: unknown }>(
      `SELECT definition FROM "RankingMethod" WHERE version = 1 AND status = 'published'`,
    );
    return methods.rows[0]?.definition ?? null;
  });
  if (definition === null || canonicalJson(definition) === canonicalJson(METHOD_V1)) return;
  throw new Failure(
    "This database has published a ranking by a former draft of the first method.\n" +
      "       Published rankings are never converted, and the database is left as it is.\n" +
      "       Start with an empty one: set DATA_DIR to a new folder, or DATABASE_URL to an empty database.",
  );
}
