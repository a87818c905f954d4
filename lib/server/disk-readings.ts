import "server-only";
import { statfs } from "node:fs/promises";
import path from "node:path";
import { env } from "./env";
import { bytesIn } from "./frugal-files.mjs";
import type { Reading } from "./metrics";

/** What the metrics say of the disk that the house's own things stand on: how full it is, and what of ours grows there. */
export async function diskReadings(): Promise<Reading[]> {
  const data = env().DATA_DIR;
  const folders = { logs: path.join(data, "logs"), pages: env().PAGE_CACHE_DIR ?? path.join(data, "pages") };
  const kept = await Promise.all(
    Object.entries(folders).map(async ([folder, at]) => ({ labels: { folder }, value: await bytesIn(at) })),
  );
  const disk = await statfs(data).catch(() => null);
  return [
    { name: "kept_bytes", help: "Bytes of logs and of kept pages; both are bounded", samples: kept },
    ...(disk
      ? [
          {
            name: "disk_free_ratio",
            help: "Part of the disk of DATA_DIR that is free: alert when below 0.1",
            samples: [{ value: disk.bavail / disk.blocks }],
          },
        ]
      : []),
  ];
}
