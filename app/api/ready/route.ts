import { backupAgeSeconds } from "@/lib/backups/queries";
import { checkReadiness } from "@/lib/server/readiness";

export const dynamic = "force-dynamic";

/**
 * 200 when database, migrations and worker are all well and no restore is under way, else 503; says which. The age of the
 * newest backup stands beside them: a site without one serves as well as before.
 */
export async function GET(): Promise<Response> {
  const [checks, newestBackupSeconds] = await Promise.all([checkReadiness(), backupAgeSeconds()]);
  const ready = Object.values(checks).every(Boolean);
  const words = checks.restored ? {} : { words: "A restore into this database has not ended." };
  return Response.json(
    { ready, ...words, checks, newestBackupSeconds },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
