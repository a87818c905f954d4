import { backupReadings } from "@/lib/backups/readings";
import { inquiryReadings } from "@/lib/inquiries/readings";
import { mailReadings } from "@/lib/mails/readings";
import { journalReadings } from "@/lib/replays/readings";
import { diskReadings } from "@/lib/server/disk-readings";
import { describeError, logger } from "@/lib/server/logger";
import { exposeMetrics, metricsAccess, type Reading } from "@/lib/server/metrics";
import { workerReadings } from "@/lib/server/worker-readings";

export const dynamic = "force-dynamic";

const NO_STORE = { "cache-control": "no-store" };

/** Figures for Prometheus: counts, ages and memory. Without METRICS_TOKEN there is nothing here (decision 18). */
export async function GET(request: Request): Promise<Response> {
  const access = metricsAccess(request.headers);
  if (access === "closed") return Response.json({ error: "There is nothing at this address." }, { status: 404 });
  if (access === "refused") {
    const headers = { ...NO_STORE, "www-authenticate": "Bearer" };
    return Response.json({ error: "Send the token of METRICS_TOKEN as a bearer token." }, { status: 401, headers });
  }
  const { type, text } = await exposeMetrics([...(await readings()), ...(await diskReadings())]);
  return new Response(text, { headers: { ...NO_STORE, "content-type": type } });
}

/** A database that is down is a figure too. */
async function readings(): Promise<Reading[]> {
  const database = (value: 0 | 1) => ({
    name: "database_up",
    help: "1 when the database answers",
    samples: [{ value }],
  });
  try {
    const ofNouns = [...(await mailReadings()), ...(await inquiryReadings()), ...(await backupReadings())];
    return [database(1), ...(await workerReadings()), ...ofNouns, ...(await journalReadings())];
  } catch (error) {
    logger.warn("metrics.database_away", describeError(error));
    return [database(0)];
  }
}
