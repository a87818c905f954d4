import { query } from "./database";
import { Failure } from "./failure.mjs";

/** A schema that stands in a database as long as a restore into it has not ended. */
export const RESTORING = "restoring";

/**
 * Nobody may work in a database that is only half there. One that cannot be asked is for others to report.
 * @throws Failure
 */
export async function refuseUnfinishedRestore(url: string): Promise<void> {
  if (!(await isRestoring(url).catch(() => false))) return;
  throw new Failure(
    "A restore into this database has not ended. Wait for it; or, when it was stopped, make an empty database and\n" +
      "       restore again: npm run restore -- FILE (docs/operations.md)",
  );
}

export async function isRestoring(url: string): Promise<boolean> {
  const { rows } = await query(url, (client) =>
    client.query<{ restoring: boolean }>("SELECT to_regnamespace($1) IS NOT NULL AS restoring", [RESTORING]),
  );
  return rows[0]?.restoring === true;
}
