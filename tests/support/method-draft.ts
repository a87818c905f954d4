import { expect, type Page } from "@playwright/test";

const LIST = "/admin/rankings";
const DRAFT = `${LIST}/methods/2`;

/** Opens the draft of the next method, started when there is none. @returns its URL */
export async function openDraft(page: Page): Promise<string> {
  await page.goto(LIST);
  const start = page.getByRole("button", { name: "Start a new version" });
  if (await start.isVisible()) await start.click();
  else await page.goto(DRAFT);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Method version 2");
  return DRAFT;
}

/** Opens a draft in which nobody has changed anything yet. */
export async function openNewDraft(page: Page): Promise<void> {
  await openDraft(page);
  await discardDraft(page);
  await openDraft(page);
}

/** Discards the draft that the page shows: a published method could not be taken back, and all else reads the first. */
export async function discardDraft(page: Page): Promise<void> {
  await page.locator("summary", { hasText: "Discard the draft" }).click();
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await expect(page.getByText("The draft is gone.")).toBeVisible();
}
