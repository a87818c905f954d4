import { afterAll, vi } from "vitest";

/** Settings every test runs with; a database is set by `testDatabase()`. */
export const testEnvironment = {
  NODE_ENV: "test" as const,
  APP_SECRET: "a secret that only tests know, 32+",
  ENCRYPTION_KEYS: "test:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
  // Port 9 discards: a test that sends mail starts a mailbox and says so.
  SMTP_URL: "smtp://127.0.0.1:9",
  SITE_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
};

const before = { ...process.env };
Object.assign(process.env, testEnvironment);

// The files of a worker run one after the other in one process, which spares each of them loading every package anew.
// What a file leaves in the settings or in the product's modules is gone before the next.
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  vi.resetModules();
});
