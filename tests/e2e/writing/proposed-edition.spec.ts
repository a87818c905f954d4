// Staff see what the next edition would change before they publish it. This test publishes none: an edition cannot be
// taken back, and the other tests read the first one.
import { expectCleanAdminPage } from "../../support/admin-page";
import { openListingNamed, saveListing } from "../../support/desk";
import { Staff } from "../../support/staff-browser";
import { expect, test, type Page } from "../../support/writing-test";

const RANKINGS = "/admin/rankings";

/** Opens the editor of the place that this file closes; no other file touches it. @returns its URL */
async function openListing(page: Page): Promise<string> {
  await openListingNamed(page, "Hathaway Recovery");
  return page.url();
}

async function close(page: Page, on: string, reason: string): Promise<void> {
  await page.getByLabel("Closed on").fill(on);
  await page.getByLabel("What happened, and how we know").fill(reason);
  await saveListing(page);
}

for (const scripts of [true, false])
  test(`what would change waits with its reasons, and is not published once the facts changed, ${scripts ? "with" : "without"} scripts`, async ({
    staff,
    browser,
    baseURL,
  }) => {
    // Somebody who has decided about no place yet, whatever the others did.
    const colleagues = new Staff(browser, baseURL);
    const colleague = await colleagues.page("editor", { javaScriptEnabled: scripts });
    const page = await staff.page("editor", { javaScriptEnabled: scripts });
    const editor = await openListing(page);
    await close(page, "2026-11-20", "Its door is locked.");
    await page.goto(RANKINGS);
    await page.getByRole("button", { name: "Judge anew now" }).click();
    await expect(page.getByText("The list would change.")).toBeVisible();
    const proposed = page.getByRole("region", { name: "Proposed edition" });
    // It stands among the decisions of the team, too.
    const rows = proposed.getByRole("row").filter({ hasText: "Hathaway Recovery" });
    await expect(rows.filter({ hasText: "Closed, revoked or suspended (since November 20, 2026)" })).toHaveCount(1);
    await page.goto("/admin");
    await page.getByRole("link", { name: "Look at the proposed edition" }).click();
    await expect(proposed).toBeVisible();
    await expect(proposed.getByText("Somebody else on the team has to look at it and publish it.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Publish this edition" })).toHaveCount(0);

    // A colleague looks at it, while the place opens again.
    await colleague.goto(RANKINGS);
    await page.goto(editor);
    await close(page, "", "");
    await colleague.getByRole("button", { name: "Publish this edition" }).click();
    await expect(colleague.getByText("The facts changed since this was prepared")).toBeVisible();
    await page.goto("/rankings/editions/2");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no edition with this number");
    await colleagues.release();
  });

test("the page is clean while an edition waits", async ({ staff }) => {
  const page = await staff.page("admin");
  const editor = await openListing(page);
  await close(page, "2026-11-20", "Its door is locked.");
  await page.goto(RANKINGS);
  await page.getByRole("button", { name: "Judge anew now" }).click();
  await expect(page.getByRole("region", { name: "Proposed edition" })).toBeVisible();
  await expectCleanAdminPage(page, RANKINGS);
  await page.goto(editor);
  await close(page, "", "");
});
