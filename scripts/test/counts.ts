import { existsSync, readFileSync } from "node:fs";

export type Count = { passed: number; failed: number };
export const noTests: Count = { passed: 0, failed: 0 };

type VitestReport = { numPassedTests: number; numFailedTests: number; success: boolean };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } };

/** What a report of Vitest or Playwright counted; nothing when the runner ended before it wrote one. */
export function countTests(report: string): Count {
  if (!existsSync(report)) return { ...noTests };
  const counted = JSON.parse(readFileSync(report, "utf8")) as VitestReport | PlaywrightReport;
  if ("stats" in counted) {
    const { expected, flaky, unexpected } = counted.stats;
    return { passed: expected + flaky, failed: unexpected };
  }
  return { passed: counted.numPassedTests, failed: counted.numFailedTests };
}
