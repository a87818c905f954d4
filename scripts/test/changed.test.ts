import { expect, test } from "vitest";
import { changedFiles, reachOf } from "./changed";

test.each([
  ["a page", ["app/layout.tsx"], "all", "all"],
  ["a component", ["components/ui/button.tsx"], "all", { importersOf: ["components/ui/button.tsx"] }],
  ["an action", ["lib/posts/actions.ts"], "all", "all"],
  ["a message", ["messages/en/site.json"], "all", { importersOf: ["messages/en/site.json"] }],
  ["a migration", ["prisma/migrations/1/migration.sql"], "all", "all"],
  ["a command", ["scripts/import.ts"], "all", "all"],
  ["a package", ["package-lock.json"], "all", "all"],
  ["the browser's settings", ["playwright.config.ts"], "all", { importersOf: ["playwright.config.ts"] }],
  ["help for tests", ["tests/support/visitor.ts"], "all", { importersOf: ["tests/support/visitor.ts"] }],
  ["a unit test", ["lib/map/atlas.test.ts"], "nothing", { importersOf: ["lib/map/atlas.test.ts"] }],
  ["a document", ["README.md", "docs/decisions/0001-x.md"], "nothing", "nothing"],
])("what %s can reach", (_, changed, browser, integration) => {
  expect(reachOf("e2e", changed)).toEqual(browser);
  expect(reachOf("integration", changed)).toEqual(integration);
});

test("public data, which unit tests read and do not import, reach all of them", () => {
  expect(reachOf("unit", ["prisma/seed/data/listings.csv"])).toBe("all");
  expect(reachOf("unit", ["lib/map/atlas.ts"])).toEqual({ importersOf: ["lib/map/atlas.ts"] });
});

test("a browser test reaches itself", () => {
  const changed = ["tests/e2e/reading/map.spec.ts", "README.md"];
  expect(reachOf("e2e", changed)).toEqual({ files: ["tests/e2e/reading/map.spec.ts"] });
});

test("a reference that git does not know is answered with what to do", () => {
  expect(() => changedFiles("no-such-reference")).toThrow(/git knows no "no-such-reference" here.*--since/);
});
