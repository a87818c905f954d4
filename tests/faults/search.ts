import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { query } from "../../scripts/setup/database";
import { tracesIn } from "../support/traces";
import type { House } from "./house";

/** Looks for the senders' words in every file of the house (logs, pages, the database's own files), table and metric. */
export async function searchTraces(house: House): Promise<{ bytes: number; found: string[] }> {
  const metrics = await fetch(`${house.base}/api/metrics`, {
    headers: { authorization: `Bearer ${house.metricsToken}` },
  });
  const outputs: [string, Buffer][] = [
    ["metrics", Buffer.from(await metrics.text())],
    ["tables", Buffer.from(await tables(house.databaseUrl))],
    ...filesBelow(house.folder).map((file): [string, Buffer] => [
      path.relative(house.folder, file),
      readFileSync(file),
    ]),
  ];
  const found = outputs.flatMap(([name, bytes]) => tracesIn(bytes).map((trace) => `${name}: ${trace}`));
  return { bytes: outputs.reduce((total, [, bytes]) => total + bytes.length, 0), found };
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
