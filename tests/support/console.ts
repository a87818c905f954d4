import { afterEach, beforeEach, vi } from "vitest";

const METHODS = ["log", "info", "warn", "error", "debug", "trace"] as const;

let unexpected: string[] = [];
let expected: RegExp[] = [];

/** Announces console output that belongs to the test's subject. Any other output fails the test. */
export function expectConsole(pattern: RegExp): void {
  expected.push(pattern);
}

beforeEach(() => {
  unexpected = [];
  expected = [];
  for (const method of METHODS)
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      const line = words.map(String).join(" ");
      if (!expected.some((pattern) => pattern.test(line))) unexpected.push(`console.${method}: ${line}`);
    });
});

afterEach(() => {
  for (const method of METHODS) vi.mocked(console[method]).mockRestore();
  if (unexpected.length > 0) throw new Error(`Unexpected console output:\n${unexpected.join("\n")}`);
});
