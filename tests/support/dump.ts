import { expect } from "vitest";
import { db } from "@/lib/server/db";

/** Every row of every table of every schema, the queue's and the counters' too, as text: what a dump holds. */
export async function dump(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname <> 'information_schema'`;
  const readable = tables.filter(({ name }) => name !== "pg_catalog.pg_statistic");
  const rows: string[] = [];
  for (const { name } of readable) {
    const found = await db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} AS t`);
    rows.push(...found.map(({ row }) => row));
  }
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['public."Inquiry"', "public.rate_limit", "graphile_worker._private_jobs"]),
  );
  return rows.join("\n");
}
