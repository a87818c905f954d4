import { defineConfig } from "@playwright/test";
import { patience } from "./tests/support/patience.mjs";

/** A root user's browser has no sandbox of its own; none may call home while tests run. */
const args = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** `npm test -- e2e` sets BASE_URL, CHROMIUM_PATH and the rest; by hand, the tests run against `npm run up`. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  // What only reads runs side by side, test by test. What writes comes after it, because it changes what the others
  // read, and side by side file by file: each file has listings, visitors, IPs and mailboxes of its own.
  projects: [
    { name: "reading", testMatch: "reading/**", fullyParallel: true },
    { name: "writing", testMatch: "writing/**", dependencies: ["reading"] },
  ],
  workers: 2,
  // A machine that stumbles is no fault of the product; the end of a run names what needed another try.
  retries: process.env.CI ? 2 : 0,
  timeout: patience(60_000),
  expect: { timeout: patience(7_500), toPass: { timeout: patience(30_000) } },
  reporter: [["list"], ...(process.env.E2E_REPORT ? [["json", { outputFile: process.env.E2E_REPORT }] as const] : [])],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    screenshot: "only-on-failure",
    // What hangs is named, long before its test's time is over.
    actionTimeout: patience(15_000),
    navigationTimeout: patience(30_000),
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined, args },
  },
});
