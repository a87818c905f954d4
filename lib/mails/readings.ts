import "server-only";
import { count, type Reading } from "@/lib/server/metrics";
import { findMailDelay, mailFigures } from "./queries";

/** What the metrics say of mails. */
export async function mailReadings(): Promise<Reading[]> {
  const [{ byState, oldestQueuedSeconds, paced }, delay] = await Promise.all([mailFigures(), findMailDelay()]);
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
      name: "confirmations_paced",
      help: "Confirmations that wait because CONFIRMATIONS_PER_HOUR have left: look for misuse of the form when above 0",
      samples: [{ value: paced }],
    },
    {
      name: "mails_delayed",
      help: "Mails waiting for more than 15 minutes, without those held since a restore: alert when above 0",
      samples: [{ value: delay?.count ?? 0 }],
    },
  ];
}

/** What became of a mail that a visitor made due to the email they typed. */
export function countConfirmation(outcome: "queued" | "mailbox_had_enough" | "suspected"): void {
  count("confirmations_total", "Mails that visitors made due to an email they typed", { outcome });
}
