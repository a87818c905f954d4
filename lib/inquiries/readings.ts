import "server-only";
import type { Reading } from "@/lib/server/metrics";
import { inquiryFigures } from "./queries";

/** What the metrics say of inquiries. */
export async function inquiryReadings(): Promise<Reading[]> {
  const figures = await inquiryFigures();
  return [
    {
      name: "inquiries",
      help: "Inquiries by state, and whether they are in quarantine",
      samples: figures.map(({ status, suspectedSpam, count }) => ({
        labels: { status, quarantine: String(suspectedSpam) },
        value: count,
      })),
    },
  ];
}
