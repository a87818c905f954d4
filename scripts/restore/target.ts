import { existsSync, readdirSync } from "node:fs";
import { DATABASE, REPLACED, RESTORED, hasTables, makeExtensions, query } from "../setup/database";
import { Failure } from "../setup/failure.mjs";
import { isRestoring, RESTORING } from "../setup/unfinished-restore";

/** The database that is filled, and what makes it the house's. */
export interface Target {
  url: string;
  note: string;
  /** The last act: whoever connects from now on has the restored database. */
  open: () => Promise<void>;
  /** After a failure. @returns what to say of what is there now */
  discard: () => Promise<string>;
}

/**
 * An empty database: a new one beside that of the house's own server, or the one of DATABASE_URL.
 * @param own whose server it is: `started` for this command, or undefined for another one
 * @throws Failure when it is in use, or there are people in it who nobody said may be replaced
 */
export async function prepareTarget(url: string, own: boolean, replaces: boolean): Promise<Target> {
  const target = own ? await besideOwn(url, replaces) : await emptyForeign(url);
  await query(target.url, (client) => client.query(`CREATE SCHEMA ${RESTORING}`));
  return target;
}

/** What was uploaded stands outside the database. @throws Failure when something does, which nobody said may be replaced */
export function refuseUploads(folder: string, replaces: boolean): void {
  if (!replaces && existsSync(folder) && readdirSync(folder).length > 0)
    throw new Failure(`There are files in ${folder}. To replace them: --replace`);
}

async function besideOwn(url: string, replaces: boolean): Promise<Target> {
  if (!replaces && (await hasPeople(url)))
    throw new Failure(
      "There are people in the house's database: staff, inquiries or corrections. Make a backup of it first\n" +
        "       (npm run backup). To replace all of it: npm run restore -- FILE --replace",
    );
  const isThere = await hasTables(url);
  const restored = urlOf(url, RESTORED);
  const drop = (name: string) =>
    query(urlOf(url, "postgres"), (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  await drop(RESTORED);
  await query(urlOf(url, "postgres"), (client) => client.query(`CREATE DATABASE ${RESTORED}`));
  return {
    url: restored,
    note: isThere ? "a new one beside the present one, which it replaces at the end" : "a new one: there was none",
    open: async () => {
      await finish(restored);
      await query(urlOf(url, "postgres"), async (client) => {
        await client.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ANY($1) AND pid <> pg_backend_pid()",
          [[DATABASE, RESTORED]],
        );
        await client.query("BEGIN");
        await client.query(`ALTER DATABASE ${DATABASE} RENAME TO ${REPLACED}`);
        await client.query(`ALTER DATABASE ${RESTORED} RENAME TO ${DATABASE}`);
        await client.query("COMMIT");
      });
      await drop(REPLACED);
    },
    discard: async () => {
      await drop(RESTORED);
      return isThere
        ? "The present database is as it was."
        : "There was no database here before, and there is none now.";
    },
  };
}

async function emptyForeign(url: string): Promise<Target> {
  if (await isRestoring(url))
    throw new Failure(
      "An earlier restore into this database did not end. Make an empty one, and point DATABASE_URL to it.",
    );
  if (await hasWorker(url))
    throw new Failure(
      "A worker runs on this database, or ran less than a minute ago. Is it a database that people use? Then nothing may\n" +
        "       be restored into it: make an empty one (createdb NAME), and point DATABASE_URL to it.",
    );
  const { rows } = await query(url, (client) =>
    client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_class
       WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND relnamespace = 'public'::regnamespace
         AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')`,
    ),
  );
  if (rows[0]?.count)
    throw new Failure(
      "The database of DATABASE_URL is not empty, and nothing of it is touched.\n" +
        "       Make an empty one (createdb NAME), point DATABASE_URL to it, and restore again.",
    );
  await makeExtensions(url);
  return {
    url,
    note: "empty, as it has to be",
    open: () => finish(url),
    discard: () =>
      Promise.resolve(
        "The database of DATABASE_URL is half filled, and nothing starts on it: make an empty one again.",
      ),
  };
}

async function finish(url: string): Promise<void> {
  await query(url, (client) => client.query(`DROP SCHEMA ${RESTORING}`));
}

async function hasPeople(url: string): Promise<boolean> {
  return query(url, async (client) => {
    const made = await client.query<{ names: string[] | null }>(
      `SELECT array_agg(name) AS names FROM unnest(ARRAY['"StaffMember"', '"Inquiry"', '"Correction"']) AS name
       WHERE to_regclass('public.' || name) IS NOT NULL`,
    );
    for (const name of made.rows[0]?.names ?? []) {
      const { rowCount } = await client.query(`SELECT 1 FROM public.${name} LIMIT 1`);
      if (rowCount) return true;
    }
    return false;
  });
}

async function hasWorker(url: string): Promise<boolean> {
  return query(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('public."WorkerHeartbeat"') IS NOT NULL AS there`,
    );
    if (!rows[0]?.there) return false;
    const fresh = await client.query(
      `SELECT 1 FROM public."WorkerHeartbeat" WHERE "at" > (now() AT TIME ZONE 'UTC') - interval '1 minute'`,
    );
    return Boolean(fresh.rowCount);
  });
}

function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
