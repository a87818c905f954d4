import { test as base } from "@playwright/test";
import { Staff } from "./staff-browser";
import { uniqueIp } from "./unique";
import { IP_HEADER } from "./visitor";

/** For tests that write: everybody has an IP of their own, and the staff are signed in once a worker. */
export const test = base.extend<{ staff: Staff }, { workersStaff: Staff }>({
  // The site counts what comes from one IP.
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads there what a fixture needs
  extraHTTPHeaders: async ({}, use) => use({ [IP_HEADER]: uniqueIp() }),
  workersStaff: [
    async ({ browser }, use, { project }) => use(new Staff(browser, project.use.baseURL)),
    { scope: "worker" },
  ],
  staff: async ({ workersStaff }, use) => {
    await use(workersStaff);
    await workersStaff.release();
  },
});

export { expect, type Page } from "@playwright/test";
