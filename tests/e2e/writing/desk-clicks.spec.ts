// The day's work in few clicks: each act of a member counts, typing does not.
import type { Locator } from "@playwright/test";
import { openListingNamed, saveListing } from "../../support/desk";
import { correctionReference, fillCorrection, send } from "../../support/public-forms";
import { expect, test } from "../../support/writing-test";

/** Clicks that are counted. */
function counting() {
  let count = 0;
  const click = async (target: Locator) => {
    count += 1;
    await target.click();
  };
  return { click, clicks: () => count };
}

for (const scripts of [true, false])
  test(`six facts from one call take at most nine clicks, ${scripts ? "with" : "without"} scripts`, async ({
    staff,
  }) => {
    const page = await staff.page("editor", { javaScriptEnabled: scripts });
    const { click, clicks } = counting();
    await page.goto("/admin");
    await click(page.getByRole("link", { name: /should be checked again/ }));
    const call = page.getByRole("link", { name: /^Call / }).nth(scripts ? 0 : 1);
    const place = (await call.textContent())?.replace(/^Call\s*/, "") ?? "";
    await click(call);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(place.split(",")[0] ?? "");
    const listing = page.url().replace(/\/call$/, "");
    for (const question of ["Medi-Cal (Medicaid)", "Spanish", "Detox", "Long-term methadone"])
      await click(page.getByRole("group", { name: question }).getByLabel("They do not know"));
    for (const question of ["Outpatient (you live at home)", "Fee by income (sliding scale)"])
      await click(page.getByRole("group", { name: question }).getByLabel("Yes"));

    // Nothing chosen is lost when something is missing.
    await page.getByLabel("Whom you talked to").fill("  ");
    await page.getByRole("button", { name: "Save the answers" }).click();
    await expect(page.getByText("There is something to fix")).toBeVisible();
    await expect(page.getByRole("group", { name: "Spanish" }).getByLabel("They do not know")).toBeChecked();

    await page.getByLabel("Whom you talked to").fill("Front desk, by phone");
    await click(page.getByRole("button", { name: "Save the answers" }));
    await expect(page.getByText("The call is recorded.")).toBeVisible();
    expect(clicks()).toBeLessThanOrEqual(9);
    await page.goto(listing);
    await expect(page.getByText("Front desk, by phone")).toHaveCount(6);
  });

test("what somebody was told who may not change listings is public once an editor accepts it", async ({ staff }) => {
  const caller = await staff.page("outreach");
  await caller.goto("/admin");
  await caller.getByRole("link", { name: /should be checked again/ }).click();
  await caller
    .getByRole("link", { name: /^Call / })
    .nth(2)
    .click();
  const listing = caller.url().replace(/\/call$/, "");
  await caller.getByRole("group", { name: "Wait for a free place" }).getByLabel("up to a week").check();
  await caller.getByLabel("Whom you talked to").fill("Intake desk, by phone");
  await caller.getByRole("button", { name: "Hand to an editor" }).click();
  await expect(caller.getByText("Handed in.")).toBeVisible();
  await expect(caller.getByText("Waits for an editor")).toBeVisible();

  const editor = await staff.page("editor");
  await editor.goto(listing);
  const slug = await editor.locator('input[name="slug"]').inputValue();
  await editor.goto(`/listings/${slug}`);
  await expect(editor.getByText("Wait for a free place")).toHaveCount(0);
  await editor.goto("/admin/calls");
  const card = editor.getByRole("region").filter({ hasText: "Intake desk, by phone" }).last();
  await card.getByRole("button", { name: /^Accept the answers/ }).click();
  await expect(editor.getByText("Accepted. The public page shows it now.")).toBeVisible();
  await editor.goto(`/listings/${slug}`);
  await expect(editor.getByText("Wait for a free place:")).toBeVisible();
  await expect(editor.getByText("up to a week")).toBeVisible();
});

/** No other file touches it. */
const REPORTED = { name: "Harmony Place East", phone: "818-378-0379", extension: "" };

for (const scripts of [true, false])
  test(`a report is accepted with its change in three clicks, ${scripts ? "with" : "without"} scripts`, async ({
    staff,
    page: visitor,
  }) => {
    const editor = await staff.page("editor");
    await openListingNamed(editor, REPORTED.name);
    await visitor.goto(`/listings/${await editor.getByLabel("Address on our site").inputValue()}/correction`);
    await fillCorrection(visitor);
    await send(visitor);
    const reference = await correctionReference(visitor);

    const page = await staff.page("editor", { javaScriptEnabled: scripts });
    const { click, clicks } = counting();
    await page.goto("/admin");
    await click(page.getByRole("link", { name: /corrections? (?:is|are) new/ }));
    await click(page.getByRole("link", { name: reference }));
    const phone = page.getByLabel("Phone", { exact: true });
    const extension = page.getByLabel("Extension");
    await expect(extension).toHaveValue(REPORTED.extension);
    try {
      await extension.fill("4711");
      await phone.fill("1");
      await page.getByRole("button", { name: "Save and accept" }).click();
      await expect(page.getByText("There is something to fix")).toBeVisible();
      // Nothing typed is lost when something is wrong.
      await expect(extension).toHaveValue("4711");
      await phone.fill("213-555-0123");
      await click(page.getByRole("button", { name: "Save and accept" }));
      await expect(page.getByText("Saved. Public pages are up to date.")).toBeVisible();
      expect(clicks()).toBe(3);
      await visitor.goto("/corrections");
      const logged = visitor.getByRole("listitem").filter({ hasText: reference });
      await expect(logged.getByRole("listitem")).toHaveText([
        `Phone: before: ${REPORTED.phone} → now: 213-555-0123`,
        "Extension: before: nothing → now: 4711",
      ]);
    } finally {
      await openListingNamed(editor, REPORTED.name);
      await editor.getByLabel("Phone", { exact: true }).fill(REPORTED.phone);
      await editor.getByLabel("Extension").fill(REPORTED.extension);
      await saveListing(editor);
    }
  });
