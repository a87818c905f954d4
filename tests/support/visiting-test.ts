import { test as base, type Page } from "@playwright/test";

/** A small phone at 320 px, where WCAG asks that nothing scrolls sideways. */
const PHONE = { width: 320, height: 640 };

/** For visits that leave nothing behind: one page of a worker makes all of them, which spares a process for each. */
export const test = base.extend<{ visitor: Page }, { phone: Page }>({
  phone: [
    async ({ browser }, use, { project }) => {
      const page = await browser.newPage({ viewport: PHONE, locale: "en-US", baseURL: project.use.baseURL });
      await use(page);
      await page.close();
    },
    { scope: "worker" },
  ],
  visitor: async ({ phone }, use) => {
    await phone.emulateMedia({ colorScheme: "light" });
    await use(phone);
    phone.removeAllListeners();
  },
});

export { expect, type Response } from "@playwright/test";
