import { backupAgeSeconds } from "@/lib/backups/queries";
import { checkKeyReadiness } from "@/lib/keys/queries";
import { findJournalStanding } from "@/lib/replays/queries";
import { waitsFor } from "@/lib/server/opening";
import { checkReadiness } from "@/lib/server/readiness";
import { checkTeamContact } from "@/lib/settings/queries";

export const dynamic = "force-dynamic";

/**
 * 200 when database, migrations, worker, journal and keys are all well, the team can be reached and no restore is under
 * way, else 503; says which, and what is wrong in words where it knows. Beside them stand the age of the newest backup
 * and what the journal lacks: a site without these serves as well as before.
 */
export async function GET(): Promise<Response> {
  const [others, { keys, problems: ofKeys }, { team, problems: ofTeam }, newestBackupSeconds, journal] =
    await Promise.all([
      checkReadiness(),
      checkKeyReadiness(),
      checkTeamContact(),
      backupAgeSeconds(),
      journalFigures(),
    ]);
  const checks = { ...others, keys, team };
  const restoring = checks.restored ? [] : ["A restore into this database has not ended."];
  const waiting = waitsFor();
  const problems = [...restoring, ...(waiting ? [waiting] : []), ...ofKeys, ...ofTeam];
  const ready = Object.values(checks).every(Boolean);
  return Response.json(
    { ready, checks, ...(problems.length > 0 && { problems }), newestBackupSeconds, ...journal },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

/** Null when nobody can say. */
async function journalFigures() {
  const standing = await findJournalStanding().catch(() => null);
  const { missingLines, damaged } = standing?.state === "read" ? standing : {};
  return { journalMissingLines: missingLines ?? null, journalDamagedLines: damaged?.length ?? null };
}
