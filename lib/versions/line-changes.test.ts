import fc from "fast-check";
import { expect, test } from "vitest";
import { lineChanges } from "./line-changes";

const text = fc
  .array(fc.constantFrom("a", "b", "", "longer words"), { maxLength: 12 })
  .map((lines) => lines.join("\n"));

test("every removed line was there before, every added one is there after, and no line is lost", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = lineChanges(before, after)!;
      const count = (kind: "removed" | "added" | "same") =>
        changes.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.lines.length, 0);
      const skipped = changes.reduce((sum, each) => sum + (each.kind === "same" ? each.skipped : 0), 0);
      const linesOf = (whole: string) => (whole === "" ? 0 : whole.replace(/\n$/, "").split("\n").length);
      expect(count("same") + skipped + count("removed")).toBe(linesOf(before));
      expect(count("same") + skipped + count("added")).toBe(linesOf(after));
    }),
  );
});

test("lines far from a change are counted", () => {
  expect(lineChanges("1\n2\n3\n4\n5", "1\n2\n3\n4\nfive")).toEqual([
    { kind: "same", lines: [], skipped: 3 },
    { kind: "same", lines: ["4"], skipped: 0 },
    { kind: "removed", lines: ["5"] },
    { kind: "added", lines: ["five"] },
  ]);
});

test("texts that have little in common are not compared line by line", () => {
  const lines = (from: number) => Array.from({ length: 1000 }, (_, at) => String(from + at)).join("\n");
  expect(lineChanges(lines(0), lines(5000))).toBeNull();
});
