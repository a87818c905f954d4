import { checkKeyReadiness } from "@/lib/keys/queries";
import { checkReadiness } from "@/lib/server/readiness";

export const dynamic = "force-dynamic";

/**
 * 200 when database, migrations, worker, journal and keys are all well, else 503; says which, and what is wrong with the
 * keys.
 */
export async function GET(): Promise<Response> {
  const [others, { keys, problems }] = await Promise.all([checkReadiness(), checkKeyReadiness()]);
  const checks = { ...others, keys };
  const ready = Object.values(checks).every(Boolean);
  const said = { ready, checks, ...(!keys && { problems }) };
  return Response.json(said, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
