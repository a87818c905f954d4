import { checkReadiness } from "@/lib/server/readiness";

export const dynamic = "force-dynamic";

/** 200 when database, migrations, worker and journal are all well, else 503; says which. */
export async function GET(): Promise<Response> {
  const checks = await checkReadiness();
  const ready = Object.values(checks).every(Boolean);
  return Response.json({ ready, checks }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
