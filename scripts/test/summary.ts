import type { Outcome } from "./reports";

const SLOWEST = 10;

export interface StageResult extends Outcome {
  stage: string;
  seconds: number;
}

/**
 * The end of a run: the time of each stage, the slowest tests, what needed another try, what failed and why (many pages
 * of a log may stand between), and last the line that counts.
 */
export function summary(results: StageResult[]): string {
  const slowest = results
    .flatMap(({ tests }) => tests)
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST);
  const time = ({ name, seconds }: { name: string; seconds: number }) => `${seconds.toFixed(1).padStart(8)} s  ${name}`;
  const total = results.reduce((sum, { seconds }) => sum + seconds, 0);
  const stages = results.map(({ stage, seconds }) => ({ name: stage, seconds }));
  return [
    "\ntime",
    ...[...stages, { name: "all", seconds: total }].map(time),
    ...(slowest.length > 0 ? ["\nslowest tests", ...slowest.map(time)] : []),
    ...results.flatMap(({ flaky }) => flaky.map((name) => `\nflaky: ${name}`)),
    ...results.flatMap(({ failures }) => failures.map(({ name, error }) => `\nfailed: ${name}\n${indented(error)}`)),
    `\n${count(results, "passed")} passed, ${count(results, "failed")} failed`,
  ].join("\n");
}

export function count(results: StageResult[], kind: "passed" | "failed"): number {
  return results.reduce((sum, result) => sum + result[kind], 0);
}

const indented = (text: string) => text.replaceAll(/^/gm, "    ");
