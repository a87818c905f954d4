// The desk for who runs places, as staff use it, and what readers see of it.
import { answerOf } from "../../support/staff-browser";
import { unique } from "../../support/unique";
import { expect, test, type Page } from "../../support/writing-test";

/** Operators whose places no other test visits, each with the name of one that is to be merged into it. */
const CASES = [
  { scripts: true, name: "Grasshopper House LLC", other: "Passages Malibu" },
  { scripts: false, name: "Chabad of California", other: "Chabad Residential" },
];

async function open(page: Page, name: string): Promise<void> {
  await page.goto(`/admin/operators?q=${encodeURIComponent(name)}`);
  await page.getByRole("row", { name }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const saved = (page: Page) => expect(page.getByText("Saved. Public pages are up to date.")).toBeVisible();
const listings = (page: Page) => page.getByRole("region", { name: "Listings", exact: true }).getByRole("listitem");

/** The public page of the first listing that the operator on screen runs. */
async function firstListing(page: Page): Promise<string> {
  const operator = page.url();
  await listings(page).first().getByRole("link").click();
  const slug = await page.getByLabel("Address on our site").inputValue();
  await page.goto(operator);
  return `/listings/${slug}`;
}

for (const { scripts, name, other } of CASES)
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test("staff merge what is one organization, which readers see at once, and take it apart again", async ({
      staff,
    }) => {
      const page = await staff.page("editor", { javaScriptEnabled: scripts });
      await open(page, other);
      const place = await firstListing(page);
      await open(page, name);
      const before = await listings(page).count();
      // The licenses give the hint; the search leads to the same question.
      await page
        .getByRole("region", { name: "Also on licenses of" })
        .getByRole("link", { name: other, exact: true })
        .click();
      await open(page, name);
      await page.getByLabel("Name of the other operator").fill(other);
      await press(page, "Find");
      await page
        .getByRole("region", { name: "Merge another operator" })
        .getByRole("link", { name: /Is it the same/ })
        .click();
      await expect(page.getByRole("heading", { name: `Is ${other} the same organization as ${name}?` })).toBeVisible();
      await press(page, "Merge them");
      await saved(page);
      await expect(listings(page)).toHaveCount(before + 1);
      const operator = page.url();
      for (const [path, words] of [
        [place, `Run by ${name}`],
        [`/es${place}`, `A cargo de ${name}`],
      ] as const) {
        await page.goto(path);
        await expect(page.getByText(words)).toBeVisible();
      }
      await page.getByText(`A cargo de ${name}`).click();
      await expect(page.locator("details", { hasText: `A cargo de ${name}` }).locator("li")).toHaveCount(before);
      await page.goto(operator);
      await press(page, /^Take out/);
      await saved(page);
      await expect(listings(page)).toHaveCount(before);
      await page.goto(place);
      await expect(page.getByText(`Run by ${name}`)).toHaveCount(0);
    });

    test("staff give it a listing of another name, and let that follow its name again", async ({ staff }) => {
      const page = await staff.page("editor", { javaScriptEnabled: scripts });
      await open(page, other);
      const place = await firstListing(page);
      await open(page, name);
      await page.getByLabel("Page of the listing").fill("/listings/no-such-place");
      await press(page, "It runs this listing");
      await expect(page.getByText("Enter the address of a page that is there: no listing has this one.")).toBeVisible();
      await expect(page.getByLabel("Page of the listing")).toHaveValue("/listings/no-such-place");
      await page.getByLabel("Page of the listing").fill(place);
      await press(page, "It runs this listing");
      await saved(page);
      await expect(listings(page).filter({ hasText: "set by staff" })).toHaveCount(1);
      await press(page, /^Follow its name again/);
      await saved(page);
      await expect(listings(page).filter({ hasText: "set by staff" })).toHaveCount(0);
    });

    test("of two editors of an operator the second sees both sides, and nothing typed is lost", async ({ staff }) => {
      const first = await staff.page("editor", { javaScriptEnabled: scripts });
      const second = await first.context().newPage();
      await open(first, name);
      await second.goto(first.url());
      // A tab behind another may draw nothing, and a click waits until its button stands still.
      await first.bringToFront();
      const entities = await first.getByLabel("Legal entities").inputValue();
      const added = `${entities}\nFIRST ${unique()}`;
      await first.getByLabel("Legal entities").fill(added);
      await press(first, "Save");
      await saved(first);
      await second.bringToFront();
      await second.getByLabel("Name", { exact: true }).fill("");
      await second.getByLabel("Legal entities").fill("SECOND");
      await press(second, "Save");
      await expect(second.getByRole("link", { name: "Enter the name of the operator." })).toHaveAttribute(
        "href",
        "#name",
      );
      await second.getByLabel("Name", { exact: true }).fill(name);
      await press(second, "Save");
      await expect(second.getByText("Somebody else saved this after you opened it").first()).toBeVisible();
      await expect(second.getByRole("row", { name: /Legal entities/ })).toContainText("FIRST");
      await expect(second.getByLabel("Legal entities")).toHaveValue("SECOND");
      await second.getByLabel("Legal entities").fill(entities);
      await press(second, "Save");
      await saved(second);
      await expect(second.getByText(/^Set by hand, kept at imports: .*Legal entities$/)).toBeVisible();
    });
  });

test("who only answers inquiries does not edit who runs places", async ({ staff, playwright, baseURL }) => {
  const browser = await playwright.request.newContext({ baseURL, storageState: await staff.state("outreach") });
  expect(await answerOf(browser, "/admin/operators")).toBe("403");
  await browser.dispose();
});
