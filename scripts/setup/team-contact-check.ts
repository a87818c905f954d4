import type { Client } from "pg";
import { query } from "./database";
import { Failure } from "./failure.mjs";

/** Whether pages can name an email or a phone of the team. */
export async function hasTeamContact(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM "Setting" WHERE key = 'teamContact' AND (value->>'email' IS NOT NULL OR value->>'phone' IS NOT NULL)`,
  );
  return rowCount === 1;
}

/**
 * A site whose team nobody can reach does not start. A database that cannot be asked is for others to report, and
 * /api/ready looks again.
 * @throws Failure
 */
export async function refuseSilentTeam(url: string): Promise<void> {
  if (await query(url, hasTeamContact).catch(() => true)) return;
  throw new Failure(
    "Nobody could reach the team: it has no public email or phone. Set TEAM_EMAIL and run: npm run seed\n" +
      "       Staff change both later at /admin/settings/teamContact.",
  );
}
