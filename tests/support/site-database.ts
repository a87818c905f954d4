import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

/** Where the site under test keeps its data. */
export const SITE_DATA = path.resolve(process.env.DATA_DIR || ".data");

export function siteDatabaseUrl(): string {
  return readFileSync(path.join(SITE_DATA, "database-url"), "utf8");
}

/** Does something with the database of the site under test, as no page can. */
export async function withSiteDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: siteDatabaseUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
