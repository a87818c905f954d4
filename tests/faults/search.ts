import { readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { query } from "../../scripts/setup/database";
import { tracesIn } from "../support/traces";
import type { House } from "./house";

/** Looks for the senders' words in every file of the house (logs, pages, the database's own files), table and metric. */
export async function searchTraces(house: House): Promise<{ bytes: number; found: string[] }> {
  let bytes = 0;
  const found: string[] = [];
  const look = (name: string, output: Buffer) => {
    bytes += output.length;
    found.push(...tracesIn(output).map((trace) => `${name}: ${trace}`));
  };
  look("metrics", Buffer.from(await metricsOf(house)));
  look("tables", Buffer.from(await tables(house.databaseUrl)));
  // One after the other, so that this process still hears who closes a connection.
  for (const file of filesBelow(house.folder)) {
    const content = await readIfThere(file);
    if (content) look(path.relative(house.folder, file), content);
  }
  return { bytes, found };
}

/** The file, or null when PostgreSQL has renamed or removed it meanwhile. */
async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** As Prometheus reads them. */
export async function metricsOf(house: House): Promise<string> {
  const headers = { authorization: `Bearer ${house.metricsToken}` };
  return (await fetch(`${house.base}/api/metrics`, { headers })).text();
}

/** Every row of every table of every schema, as a dump writes them. */
function tables(url: string): Promise<string> {
  return query(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
    );
    const text: string[] = [];
    for (const { name } of rows)
      text.push(
        ...(await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`)).rows.map(({ row }) => row),
      );
    return text.join("\n");
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
