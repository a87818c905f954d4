// A ranking method goes from draft to its review, and nobody reviews what they wrote themselves. The draft is discarded
// at the end: a published method cannot be taken back, and the other tests read the first one.
import { expectCleanAdminPage } from "../../support/admin-page";
import { discardDraft, openDraft, openNewDraft } from "../../support/method-draft";
import { expect, test } from "../../support/writing-test";

for (const scripts of [true, false])
  test(`a new version is weighed, handed in and answered by a second person, ${scripts ? "with" : "without"} scripts`, async ({
    staff,
  }) => {
    const page = await staff.page("admin", { javaScriptEnabled: scripts });
    await openNewDraft(page);
    const maintenance = page.getByLabel("Maintenance, not only detox");
    await maintenance.fill("8");
    if (scripts) await expect(page.getByText("Sum: 102 of 100. Too many: 2")).toBeVisible();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("link", { name: "Make the points sum to exactly 100." })).toHaveAttribute(
      "href",
      "#sum",
    );
    await expect(page.getByText("Sum: 102 of 100. Too many: 2")).toBeVisible();
    await expect(maintenance).toHaveValue("8");
    await page.getByLabel("At least two of methadone").fill("3");
    await page.getByLabel("In English").fill("Maintenance counts more.");
    await page.getByLabel("In Spanish").fill("El mantenimiento cuenta más.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved. The draft is with you")).toBeVisible();
    await expect(page.getByText("Maintenance, not only detox: 6 → 8 points")).toBeVisible();
    await page.getByRole("button", { name: "Ask for a review" }).click();
    await expect(page.getByText("somebody else on the staff must review it")).toBeVisible();
    await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);

    const reviewer = await staff.page("editor", { javaScriptEnabled: scripts });
    await reviewer.goto("/admin/rankings/methods/2");
    await reviewer.getByRole("button", { name: "Approve" }).click();
    await expect(reviewer.getByRole("link", { name: /Say what you checked/ })).toHaveAttribute("href", "#note");
    await reviewer.getByLabel("Note or reason").fill("Weights and words are right.");
    await reviewer.getByRole("button", { name: "Approve" }).click();
    await expect(reviewer.getByText("Approved. It can be published.")).toBeVisible();
    await expect(reviewer.getByRole("button", { name: "Publish the method" })).toBeVisible();
    await reviewer.getByRole("link", { name: "Preview the ranking" }).click();
    await expect(reviewer.getByText(/places change rank/)).toBeVisible();
    await page.reload();
    await discardDraft(page);
  });

test("each page of a draft is stored nowhere, found by no search engine, accessible, and breaks no policy", async ({
  staff,
}) => {
  const page = await staff.page("admin");
  const draft = await openDraft(page);
  for (const part of ["", "/criterion-maintenance", "/preview", "/versions"])
    await expectCleanAdminPage(page, draft + part);
  await page.goto(draft);
  await discardDraft(page);
});

test("the public reads every version, its review and its record, without a name", async ({ page }) => {
  await page.goto("/rankings/method");
  await page.getByRole("link", { name: "Every version, and what changed" }).click();
  const first = page.getByRole("region", { name: "Version 1" });
  await expect(first).toContainText("No second person reviewed it");
  await expect(first).toContainText("First method: four gates");
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.getByRole("main")).toContainText("Primer método: cuatro condiciones");
  await page.getByRole("link", { name: "Leer completa la versión 1" }).click();
  await expect(page).toHaveURL(/\/es\/rankings\/method\/1$/);
  await expect(page.locator("#criterion-maintenance")).toBeVisible();
});
