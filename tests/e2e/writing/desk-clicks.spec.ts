// The day's work in few clicks: each act of a member counts, typing does not.
import type { Locator } from "@playwright/test";
import { expect, test } from "../../support/writing-test";

for (const scripts of [true, false])
  test(`six facts from one call take at most nine clicks, ${scripts ? "with" : "without"} scripts`, async ({
    staff,
  }) => {
    const page = await staff.page("editor", { javaScriptEnabled: scripts });
    let clicks = 0;
    const click = async (target: Locator) => {
      clicks += 1;
      await target.click();
    };
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
    expect(clicks).toBeLessThanOrEqual(9);
    await page.goto(listing);
    await expect(page.getByText("Front desk, by phone")).toHaveCount(6);
  });
