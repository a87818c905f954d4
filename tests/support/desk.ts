import type { Page } from "@playwright/test";

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
