import { backupAgeSeconds } from "@/lib/backups/queries";
import { checkKeyReadiness } from "@/lib/keys/queries";
import { checkReadiness } from "@/lib/server/readiness";
import { checkTeamContact } from "@/lib/settings/queries";

export const dynamic = "force-dynamic";

/**
 * 200 when database, migrations, worker, journal and keys are all well, the team can be reached and no restore is under
 * way, else 503; says which, and of the last three what is wrong in words. The age of the newest backup stands beside
 * them: a site without one serves as well as before.
 */
export async function GET(): Promise<Response> {
  const [others, { keys, problems: ofKeys }, { team, problems: ofTeam }, newestBackupSeconds] = await Promise.all([
    checkReadiness(),
    checkKeyReadiness(),
    checkTeamContact(),
    backupAgeSeconds(),
  ]);
  const checks = { ...others, keys, team };
  const restoring = checks.restored ? [] : ["A restore into this database has not ended."];
  const problems = [...restoring, ...ofKeys, ...ofTeam];
  const ready = Object.values(checks).every(Boolean);
  return Response.json(
    { ready, checks, ...(problems.length > 0 && { problems }), newestBackupSeconds },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
