import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { SERVER_TYPESCRIPT, runNode } from "./commands.mjs";
import { query } from "./database";
import { refuseFormerMethod } from "./former-method";
import { hashFiles } from "./hashes.mjs";
import { writePrivate } from "./private-files.mjs";
import { hasTeamContact } from "./team-contact-check";
import { refuseUnfinishedRestore } from "./unfinished-restore";

/**
 * Brings the tables up to date. Our own server remembers what it has; a foreign one is always asked.
 * @param serverFolder of our own server; undefined for a foreign one
 */
export async function migrate(env: NodeJS.ProcessEnv, logs: string, serverFolder?: string): Promise<string> {
  await refuseUnfinishedRestore(env.DATABASE_URL ?? "");
  await refuseFormerMethod(env.DATABASE_URL ?? "");
  const stamp = serverFolder && path.join(serverFolder, "migrated");
  const migrations = hashFiles(["prisma/migrations", "package-lock.json"]);
  if (stamp && existsSync(stamp) && readFileSync(stamp, "utf8") === migrations) return "up to date";
  await runNode("The migration", [...SERVER_TYPESCRIPT, "scripts/migrate.ts"], {
    env,
    log: path.join(logs, "migrate.log"),
  });
  if (stamp) writePrivate(stamp, migrations);
  return "applied";
}

/** What of the seed reaches a full house too, when it is newer: corrected posts and new help lines. */
const KEPT_UP = ["prisma/seed/posts", "prisma/seed/posts.ts", "lib/shared/crisis-lines.ts"];

/**
 * Fills an empty house, or goes on where an earlier seed was stopped: an edition of the ranking comes last. A full house
 * gets what is newer in the seed's posts and settings, and never over anything that staff wrote. Our own server remembers
 * which seed it has, and with which TEAM_EMAIL; a foreign one is always asked.
 * @param serverFolder of our own server; undefined for a foreign one
 */
export async function seed(env: NodeJS.ProcessEnv, url: string, logs: string, serverFolder?: string): Promise<string> {
  const { rows } = await query(url, (client) =>
    client.query<{ full: boolean }>(
      'SELECT EXISTS (SELECT FROM "RankingEdition") AND EXISTS (SELECT FROM "Post") AND EXISTS (SELECT FROM "Setting") AS full',
    ),
  );
  const isFull = rows[0]?.full === true;
  const stamp = serverFolder && path.join(serverFolder, "seeded");
  const newest = `${hashFiles(KEPT_UP)} ${env.TEAM_EMAIL ?? ""}`;
  const isNewest = stamp && existsSync(stamp) && readFileSync(stamp, "utf8") === newest;
  if (isFull && isNewest && (await query(url, (client) => hasTeamContact(client, env.SITE_URL))))
    return "already there";
  const script = ["prisma/seed.ts", ...(isFull ? ["--upkeep"] : [])];
  await runNode("The seed", [...SERVER_TYPESCRIPT, ...script], { env, log: path.join(logs, "seed.log") });
  if (stamp) writePrivate(stamp, newest);
  return isFull ? "up to date" : "loaded";
}

/** The first administrator's e-mail address, or undefined when nobody is on the staff. */
export async function administratorEmail(url: string): Promise<string | undefined> {
  const { rows } = await query(url, (client) =>
    client.query<{ email: string }>(
      `SELECT email FROM "StaffMember" ORDER BY role = 'admin' DESC, "createdAt" LIMIT 1`,
    ),
  );
  return rows[0]?.email;
}
