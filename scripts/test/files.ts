import { globSync } from "tinyglobby";
import type { StageName } from "./request";

/** The stages whose files can be chosen. */
export type FileStage = Exclude<StageName, "check">;

const PATTERNS: Record<FileStage, string> = {
  unit: "{lib,components,scripts}/**/*.test.{ts,tsx}",
  integration: "tests/integration/**/*.test.{ts,tsx}",
  e2e: "tests/e2e/**/*.spec.ts",
};

/** A stage's test files, as paths from the checkout; of those only the ones whose path has one of the words. */
export function testFiles(stage: FileStage, words: string[] = []): string[] {
  const files = globSync(PATTERNS[stage]).toSorted();
  return words.length === 0 ? files : files.filter((file) => words.some((word) => file.includes(word)));
}
