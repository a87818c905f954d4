import "server-only";
import type { Reading } from "@/lib/server/metrics";
import { findMailDelay, mailFigures } from "./queries";

/** What the metrics say of mails. */
export async function mailReadings(): Promise<Reading[]> {
  const [{ byState, oldestQueuedSeconds }, delay] = await Promise.all([mailFigures(), findMailDelay()]);
  return [
    {
      name: "mails",
      help: "Mails by kind and state",
      samples: byState.map(({ kind, status, count }) => ({ labels: { kind, status }, value: count })),
    },
    {
      name: "mail_oldest_queued_seconds",
      help: "Age of the oldest mail still to be sent",
      samples: [{ value: oldestQueuedSeconds }],
    },
    {
      name: "mails_delayed",
      help: "Mails waiting for more than 15 minutes: alert when above 0",
      samples: [{ value: delay?.count ?? 0 }],
    },
  ];
}
