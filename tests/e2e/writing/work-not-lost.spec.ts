// Words that somebody typed on the desk are not lost by a wrong press.
import { openListingNamed, saveListing } from "../../support/desk";
import { expect, test } from "../../support/writing-test";

/** No other file touches it. */
const LISTING = "Shanti Recovery & Wellness";

test("leaving with unsaved words asks first, and Ctrl+S saves them", async ({ staff }) => {
  const page = await staff.page("editor");
  await openListingNamed(page, LISTING);
  const unit = page.locator('input[name="unit"]');
  const before = await unit.inputValue();
  const typed = `${before} (typed on the desk)`.trim();
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  const leave = () => page.getByRole("link", { name: "Overview" }).click();

  // Nothing typed, nothing asked.
  await unit.click();
  await leave();
  await page.waitForURL("**/admin");
  await page.goBack();

  await unit.fill(typed);
  await leave();
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  await expect(unit).toHaveValue(typed);

  try {
    await unit.press("Control+s");
    await expect(page.getByText("Saved. Public pages are up to date.")).toBeVisible();
    await expect(unit).toHaveValue(typed);
    await leave();
    await page.waitForURL("**/admin");
    expect(asked).toHaveLength(1);
  } finally {
    const other = await staff.page("editor");
    await openListingNamed(other, LISTING);
    await other.locator('input[name="unit"]').fill(before);
    await saveListing(other);
  }
});
