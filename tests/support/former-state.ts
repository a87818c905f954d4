import pg from "pg";

/** The tables of the database as they are now, to go back to: what somebody has who restores an older backup. */
export async function formerState(): Promise<() => Promise<void>> {
  await asOwner(async (client) => {
    await client.query("DROP SCHEMA IF EXISTS former CASCADE; CREATE SCHEMA former");
    for (const { name } of await tablesOf(client))
      await client.query(`CREATE TABLE former.${name} AS TABLE public.${name}`);
  });
  return () =>
    asOwner(async (client) => {
      // As a restore does: no trigger refuses, and nothing but rows comes back.
      await client.query("BEGIN; SET LOCAL session_replication_role = replica");
      for (const { name, columns } of await tablesOf(client))
        await client.query(
          `DELETE FROM public.${name}; INSERT INTO public.${name} (${columns}) SELECT ${columns} FROM former.${name}`,
        );
      await client.query("DELETE FROM graphile_worker._private_jobs; COMMIT");
    });
}

async function tablesOf(client: pg.Client): Promise<{ name: string; columns: string }[]> {
  const { rows } = await client.query<{ name: string; columns: string }>(`
    SELECT quote_ident(c.relname) AS name, string_agg(quote_ident(a.attname), ', ') AS columns
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attgenerated = ''
    GROUP BY c.relname`);
  return rows;
}

async function asOwner(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? "" });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
