import { defineConfig } from "@playwright/test";

/** A root user's browser has no sandbox of its own; none may call home while tests run. */
const args = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** `npm run test:e2e` sets BASE_URL, CHROMIUM_PATH and the rest; by hand, the tests run against `npm run up`. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  // One at a time: the tests share one site, one mailbox and one rate limiter.
  workers: 1,
  // The longest pages are read by axe twice; two busy cores need this long.
  timeout: 60_000,
  expect: { timeout: 7_500 },
  reporter: [["list"], ...(process.env.E2E_REPORT ? [["json", { outputFile: process.env.E2E_REPORT }] as const] : [])],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined, args },
  },
});
