import { canonicalJson } from "@/lib/rankings/checksum";
import type { Verification } from "@/lib/rankings/jobs";
import { roundScore } from "@/lib/rankings/score";
import { meanKept } from "@/lib/rankings/stability";
import type { Edition } from "@/lib/rankings/types";
import type { Difference } from "@/lib/rankings/verification";
import { counted } from "@/lib/shared/counted";

const SHOWN_DIFFERENCES = 10;
const MAX_VALUE_LENGTH = 120;

/** An edition in figures. */
export function editionLines({ entries, exclusions, ...edition }: Edition): string[] {
  const scores = entries.map(({ score }) => score).sort((a, b) => a - b);
  const ties = Object.values(countBy(scores.map((score) => String(roundScore(score)))));
  const reasons = Object.entries(countBy(exclusions.map(({ reason }) => reason)));
  return [
    `  method ${edition.methodVersion} · ${edition.area} · licenses as of ${edition.stateListAsOf ?? edition.judgedOn}`,
    `  checksum ${edition.inputsChecksum}`,
    `  ranked ${entries.length} · scores ${show(scores[0])} to ${show(scores.at(-1))} · median ${show(medianOf(scores))}`,
    `  largest tie ${Math.max(0, ...ties)} · typical rate for what is not known ${edition.prior.toFixed(3)}`,
    `  ${stabilityLine(edition.stability)}`,
    `  not ranked ${exclusions.length}${reasons.map(([reason, count]) => `\n    ${count} ${reason}`).join("")}`,
  ];
}

/** Whether an edition came out again as it was stored, and where not. */
export function verificationLines({ number, differences, ...verification }: Verification): string[] {
  const { methodVersion, ranked, excluded, checksum, tested } = verification;
  const scope = [
    `  method ${methodVersion} · ${ranked} ranked · ${excluded} not ranked`,
    `  checksum ${checksum}`,
    tested ? "  stability test run again" : "  computed before the stability test existed: no figures of it to compare",
  ];
  if (differences.length === 0) return [`Edition ${number} matches to the last digit.`, ...scope];
  const more = differences.length - SHOWN_DIFFERENCES;
  return [
    `Edition ${number} does not match: ${counted(differences.length, "of its figures comes", "of its figures come")} out otherwise.`,
    ...scope,
    ...differences.slice(0, SHOWN_DIFFERENCES).map(differenceLine),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function differenceLine({ figure, stored, recomputed }: Difference): string {
  return `  ${figure}: stored ${valueText(stored)}, recomputed ${valueText(recomputed)}`;
}

function valueText(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = canonicalJson(value);
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}

function stabilityLine(stability: Edition["stability"]): string {
  if (!stability) return "stability not tested";
  const tops = stability.tops.map((top) => `${meanKept(top).toFixed(1)} of the top ${top.size}`).join(" and ");
  return `stability ${counted(stability.runs, "run")}, every weight ± ${stability.spread * 100} %: ${tops || "too few places"} stay`;
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
