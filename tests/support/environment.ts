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

Object.assign(process.env, testEnvironment);
