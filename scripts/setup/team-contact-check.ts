import type { Client } from "pg";
import { reachesTeam } from "../../lib/shared/team-email";
import { query } from "./database";
import { Failure } from "./failure.mjs";

/** Whether pages can name an email or a phone by which people of the site at `siteUrl` reach the team. */
export async function hasTeamContact(client: Client, siteUrl: string | undefined): Promise<boolean> {
  const { rows } = await client.query<{ email: string | null; phone: string | null }>(
    `SELECT value->>'email' AS email, value->>'phone' AS phone FROM "Setting" WHERE key = 'teamContact'`,
  );
  return rows.some((contact) => reachesTeam(contact, siteUrl));
}

/**
 * A site whose team nobody can reach does not start. A database that cannot be asked is for others to report, and
 * /api/ready looks again.
 * @throws Failure
 */
export async function refuseSilentTeam(url: string, siteUrl: string | undefined): Promise<void> {
  if (await query(url, (client) => hasTeamContact(client, siteUrl)).catch(() => true)) return;
  throw new Failure(
    "Nobody could reach the team: it has no public email or phone, or only an email at this machine.\n" +
      "       Set TEAM_EMAIL and run: npm run seed\n" +
      "       Staff change both later at /admin/settings/teamContact.",
  );
}
