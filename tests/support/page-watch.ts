import type { Page } from "@playwright/test";

/** What a page does while it is looked at. */
export interface PageWatch {
  /** Every URL it asked for. */
  requests: string[];
  /** What its console reported as an error, and what was thrown. */
  errors: string[];
  /** What the policy of the page it shows refused. */
  refused: () => Promise<string[]>;
}

/** Notes what the page does from its first byte on; call it before the visit. */
export async function watch(page: Page): Promise<PageWatch> {
  const requests: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener("securitypolicyviolation", (event) => {
      refused.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return {
    requests,
    errors,
    refused: () => page.evaluate(() => (window as unknown as { refused: string[] }).refused),
  };
}

/** Waits until React has taken over the page: before that, what its scripts do is still to come. */
export async function untilHydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [document.body, ...document.querySelectorAll("main :is(form, button)")].every((element) =>
      Object.keys(element).some((key) => key.startsWith("__reactProps$")),
    ),
  );
}

/** Keeps the scripts of the pages visited from now on away until they are released. */
export async function holdScripts(page: Page): Promise<{ release: () => void }> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/(_next\/static\/.*|filters)\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  return { release };
}
