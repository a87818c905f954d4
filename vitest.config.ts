import path from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { patience } from "./tests/support/patience.mjs";

const root = import.meta.dirname;

/** Where the sun stands thirteen and three quarter hours ahead: what depends on a time zone shows it. */
process.env.TZ = "Pacific/Chatham";

const alias = {
  "@": root,
  // As in a server bundle: elsewhere the package throws.
  "server-only": path.join(root, "node_modules/server-only/empty.js"),
};

function project(name: string, test: TestProjectInlineConfiguration["test"]): TestProjectInlineConfiguration {
  const setupFiles = ["tests/support/environment.ts", "tests/support/console.ts"];
  // One process for many files: tests/support/environment.ts begins each anew.
  const shared = { name, root, environment: "node", isolate: false, setupFiles } as const;
  // As in playwright.config.ts; the end of a run names what passed only then.
  const retry = process.env.CI ? 1 : 0;
  return {
    resolve: { alias },
    test: { ...shared, retry, testTimeout: patience(10_000), hookTimeout: patience(60_000), ...test },
  };
}

export default defineConfig({
  test: {
    projects: [
      project("unit", { include: ["{lib,components,scripts}/**/*.test.{ts,tsx}"] }),
      project("architecture", { include: ["tests/architecture*.test.ts"], testTimeout: patience(60_000) }),
      project("integration", {
        include: ["tests/integration/**/*.test.{ts,tsx}"],
        globalSetup: ["tests/support/postgres-server.ts"],
        testTimeout: patience(30_000),
        hookTimeout: patience(120_000),
        maxWorkers: 2,
      }),
    ],
  },
});
