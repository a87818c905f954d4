import { expect, type Page } from "@playwright/test";

/** Opens an inquiry as staff do who have its reference; the queue's first page may be full of others. */
export async function openInquiry(page: Page, reference: string): Promise<void> {
  await page.goto("/admin/inquiries");
  await page.getByLabel(/^Find by reference/).fill(reference);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  const found = page.getByRole("link", { name: reference });
  await found
    .or(page.getByRole("heading", { level: 1, name: reference }))
    .first()
    .click();
  await page.waitForURL(/\/admin\/inquiries\/[0-9a-f-]{36}/);
}

/** Opens the editor of the one published listing of that name. */
export async function openListingNamed(page: Page, name: string): Promise<void> {
  await page.goto(`/admin/listings?status=published&q=${encodeURIComponent(name)}`);
  await page.locator("tbody").getByRole("link", { name }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
}

/** Saves the listing whose editor is open. */
export async function saveListing(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved. Public pages are up to date.")).toBeVisible();
}
