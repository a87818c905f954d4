// npm run rank: publishes a new edition when the method or the facts changed, and prints the newest one in figures.

import { SERVED_COUNTY } from "@/lib/listings/area";
import { publishEdition } from "@/lib/rankings/mutations";
import { getNewestEdition } from "@/lib/rankings/queries";
import { roundScore } from "@/lib/rankings/score";
import type { Edition } from "@/lib/rankings/types";
import { db } from "@/lib/server/db";
import { clearPageCache } from "@/lib/server/page-cache";

try {
  const written = await publishEdition({ area: SERVED_COUNTY });
  if (written.outcome === "published") await clearPageCache();
  const edition = await getNewestEdition();
  if (written.outcome === "no_method" || !edition) throw new Error("No method is published: run `npm run seed` first.");
  const changed = written.outcome === "published" ? "is new" : "stands: neither method nor facts changed";
  console.log([`Edition ${written.number} ${changed}.`, ...figuresOf(edition)].join("\n"));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}

function figuresOf({ entries, exclusions, ...edition }: Edition): string[] {
  const scores = entries.map(({ score }) => score).sort((a, b) => a - b);
  const ties = Object.values(countBy(scores.map((score) => String(roundScore(score)))));
  const reasons = Object.entries(countBy(exclusions.map(({ reason }) => reason)));
  return [
    `  method ${edition.methodVersion} · ${edition.area} · licenses judged on ${edition.judgedOn}`,
    `  checksum ${edition.inputsChecksum}`,
    `  ranked ${entries.length} · scores ${show(scores[0])} to ${show(scores.at(-1))} · median ${show(medianOf(scores))}`,
    `  largest tie ${Math.max(0, ...ties)} · typical rate for what is not known ${edition.prior.toFixed(3)}`,
    `  not ranked ${exclusions.length}${reasons.map(([reason, count]) => `\n    ${count} ${reason}`).join("")}`,
  ];
}

function countBy(keys: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function medianOf(sorted: number[]): number | undefined {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

function show(score: number | undefined): string {
  return score === undefined ? "–" : score.toFixed(1);
}
