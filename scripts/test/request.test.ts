import { describe, expect, test } from "vitest";
import { parseTestRequest, STAGES } from "./request";

describe("npm test", () => {
  test("without words runs every stage", () => {
    expect(parseTestRequest([])).toEqual({ stages: [...STAGES], words: [] });
  });

  test("takes stages, and words that files are chosen by", () => {
    expect(parseTestRequest(["integration", "unit"])).toEqual({ stages: ["unit", "integration"], words: [] });
    expect(parseTestRequest(["e2e", "map"])).toEqual({ stages: ["e2e"], words: ["map"] });
    expect(parseTestRequest(["receipts"])).toEqual({ stages: ["unit", "integration", "e2e"], words: ["receipts"] });
  });

  test("takes what has changed since a commit", () => {
    expect(parseTestRequest(["changed"])).toMatchObject({ changedSince: "origin/main" });
    expect(parseTestRequest(["changed", "--since", "HEAD~3"])).toMatchObject({ changedSince: "HEAD~3" });
  });

  test.each([
    [["--wath"]],
    [["check", "map"]],
    [["changed", "map"]],
    [["changed", "--since"]],
    [["changed", "--since", "a", "b"]],
  ])("answers %j with how to ask", (args) => {
    expect(() => parseTestRequest(args)).toThrow(/npm test -- e2e map/);
  });
});
