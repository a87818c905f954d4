import { expect, test } from "vitest";
import { summary } from "./summary";

test("the end of a run says how long it took, what was slow, what needed another try, and what failed", () => {
  const tests = Array.from({ length: 12 }, (_, index) => ({ name: `test ${index}`, seconds: index }));
  const text = summary([
    { stage: "unit", seconds: 12.34, passed: 12, failed: 0, tests, flaky: [], failures: [] },
    {
      stage: "e2e",
      seconds: 60,
      passed: 3,
      failed: 1,
      tests: [],
      flaky: ["tests/e2e/map.spec.ts › fits"],
      failures: [{ name: "tests/e2e/map.spec.ts › shows all", error: "expected 1\nto be 2" }],
    },
  ]);
  expect(text).toContain("    12.3 s  unit\n    60.0 s  e2e\n    72.3 s  all\n");
  expect(text).toContain("slowest tests\n    11.0 s  test 11\n");
  expect(text).not.toContain("test 1\n");
  expect(text).toMatch(
    /\nflaky: tests\/e2e\/map\.spec\.ts › fits\n\nfailed: .+ › shows all\n {4}expected 1\n {4}to be 2\n\n15 passed, 1 failed$/,
  );
});
