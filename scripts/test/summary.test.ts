import { expect, test } from "vitest";
import { summary } from "./summary";

test("the end of a run says how long it took, what was slow, what needed another try, and what came of it", () => {
  const tests = Array.from({ length: 12 }, (_, index) => ({ name: `test ${index}`, seconds: index }));
  const text = summary([
    { stage: "unit", seconds: 12.34, passed: 12, failed: 0, tests, flaky: [] },
    { stage: "e2e", seconds: 60, passed: 3, failed: 1, tests: [], flaky: ["tests/e2e/map.spec.ts › fits"] },
  ]);
  expect(text).toContain("    12.3 s  unit\n    60.0 s  e2e\n    72.3 s  all\n");
  expect(text).toContain("slowest tests\n    11.0 s  test 11\n");
  expect(text).not.toContain("test 1\n");
  expect(text).toMatch(/\nflaky: tests\/e2e\/map\.spec\.ts › fits\n\n15 passed, 1 failed$/);
});
