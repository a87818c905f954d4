import path from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

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
  return { resolve: { alias }, test: { name, root, environment: "node", setupFiles, ...test } };
}

export default defineConfig({
  test: {
    projects: [
      project("unit", { include: ["{lib,components,scripts}/**/*.test.{ts,tsx}"] }),
      project("architecture", { include: ["tests/architecture*.test.ts"], testTimeout: 60_000 }),
      project("integration", {
        include: ["tests/integration/**/*.test.{ts,tsx}"],
        globalSetup: ["tests/support/postgres-server.ts"],
        testTimeout: 30_000,
        hookTimeout: 120_000,
        maxWorkers: 2,
      }),
    ],
  },
});
