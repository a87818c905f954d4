import "server-only";
import { lastHeartbeat } from "./heartbeat";
import type { Reading } from "./metrics";

/** What the metrics say of the worker. One that never ran has no age, where 0 would look well. */
export async function workerReadings(now = new Date()): Promise<Reading[]> {
  const at = await lastHeartbeat();
  if (!at) return [];
  return [
    {
      name: "worker_heartbeat_age_seconds",
      help: "Since the newest sign of life of a worker, one each 15 seconds: alert when above 120, or absent",
      samples: [{ value: Math.max(0, (now.getTime() - at.getTime()) / 1000) }],
    },
  ];
}
