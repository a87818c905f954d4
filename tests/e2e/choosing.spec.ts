import { expect, test, type Page } from "@playwright/test";

const AURORA = "aurora-charter-oak-hospital-covina";
const TWIN = "twin-town-treatment-centers-twin-town-sherman-oaks-sherman-oaks";
const addressOf = (path: string, slugs: string[], more = "") =>
  `${path}?${slugs.map((slug) => `place=${slug}`).join("&")}${more}`;

/** The slugs of the first places of the ranking. */
async function firstRanked(page: Page, count: number): Promise<string[]> {
  await page.goto("/rankings");
  const links = page.locator("section[id^=band-] li h3 a");
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return hrefs.slice(0, count).map((href) => href.replace("/listings/", ""));
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a comparison grows from a place's page, by a name, and its address is the whole of it", async ({ page }) => {
    await page.goto(`/listings/${AURORA}`);
    await page.getByRole("link", { name: "Compare", exact: true }).click();
    await expect(page).toHaveURL(`/compare?place=${AURORA}`);
    await expect(page.getByText("Add a second place to see where they differ.")).toBeVisible();
    await page.getByLabel("Find a place by name or city").fill("twin town sherman");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("link", { name: /^Add Twin Town/ }).click();
    await expect(page).toHaveURL(addressOf("/compare", [AURORA, TWIN]));
    await page.getByLabel("Distance from a ZIP code").fill("90012");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByRole("rowheader", { name: /Distance from 90012/ })).toBeVisible();
    await page.getByRole("link", { name: /^Remove Aurora/ }).click();
    await expect(page).toHaveURL(`/compare?place=${TWIN}&near=90012`);
  });

  test("only differences leaves out every row where all agree, and marks the rest in words", async ({ page }) => {
    await page.goto(addressOf("/compare", [AURORA, TWIN]));
    const rows = page.locator("tr[data-agreement]");
    const all = await rows.count();
    const same = await page.locator("tr[data-agreement=same]").count();
    expect(same).toBeGreaterThan(0);
    await page.getByRole("link", { name: "Show only differences" }).click();
    await expect(rows).toHaveCount(all - same);
    for (const text of await rows.locator("th").allTextContents())
      expect(text).toMatch(/≠ differs|\? not known for all/);
    await expect(page.getByText(`${same} rows where all agree are hidden.`)).toBeVisible();
  });

  test("too many, twice, and nothing we know are answered with a note", async ({ page }) => {
    const slugs = await firstRanked(page, 5);
    const response = await page.goto(addressOf("/compare", [...slugs, slugs[0]!, "no-such-place", "%00"]));
    expect(response?.status()).toBe(200);
    await expect(page.locator("thead th")).toHaveCount(4);
    const main = page.getByRole("main");
    await expect(main).toContainText(/This page holds 4 places\. Left out: .+\./);
    await expect(main).toContainText("A place was named twice. It is shown once.");
    await expect(main).toContainText("Part of this address leads to no place we know.");
  });

  test("every answer has a source and a date: the place's own, or its column's", async ({ page }) => {
    await page.goto(addressOf("/compare", [AURORA, TWIN]));
    const sources = page.getByRole("row", { name: /Source of the answers below/ }).getByRole("link");
    await expect(sources).toHaveText([/, \d{4}/, /, \d{4}/]);
    await expect(sources.first()).toHaveAttribute("href", `/listings/${AURORA}#facts`);
    await expect(page.getByRole("row", { name: /State license/ })).toContainText(
      /State license list \(DHCS\), .+ \d{4}/,
    );
  });

  test("a call sheet says whom to call, what to ask, what is known and where to try next", async ({ page }) => {
    await page.goto(`/listings/${AURORA}`);
    await page.getByRole("link", { name: /Call sheet/ }).click();
    await expect(page).toHaveURL(`/call-sheet?place=${AURORA}`);
    const call = page.getByRole("region", { name: /Aurora Charter Oak/ });
    await expect(call.locator('a[href="tel:+16269661632"]')).toBeVisible();
    await expect(call.getByRole("listitem").filter({ hasText: "Will someone medically trained" })).toContainText("Yes");
    await expect(call.getByRole("listitem").filter({ hasText: "When is the next free place" })).toContainText(
      "Ask: no public record knows this.",
    );
    const next = page.getByRole("region", { name: "If they cannot see you within 48 hours" });
    await expect(next.getByRole("listitem")).toHaveCount(3);
    await expect(next).toContainText(
      /best-ranked places in our newest ranking \(Hospital\).+Nobody can pay to be here/,
    );
    await expect(page.getByRole("region", { name: "Until then" }).locator('a[href="tel:988"]')).toBeVisible();
    await expect(page.locator('a[href="https://doi.org/10.1377/hlthaff.2020.00378"]')).toBeVisible();
  });

  test("on paper there is room to write, nothing to click, and the table is a table", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 740, height: 960 });
    await page.goto(addressOf("/call-sheet", [AURORA, TWIN]));
    await expect(page.getByText("Who I talked to").first()).toBeVisible();
    await expect(page.getByLabel("Distance from a ZIP code")).toBeHidden();
    expect(
      await page
        .getByText("Aurora Charter Oak")
        .first()
        .evaluate((el) => getComputedStyle(el).color),
    ).toBe("rgb(0, 0, 0)");
    await page.goto(addressOf("/compare", [AURORA, TWIN]));
    await expect(page.locator("tbody tr").nth(1)).toHaveCSS("display", "table-row");
  });
});

test("a comparison on a phone does not scroll sideways and stays a table", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(addressOf("/compare", await firstRanked(page, 4)));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expect(page.getByRole("table", { name: "Places compared" }).getByRole("columnheader")).toHaveCount(4);
  await expect(page.getByRole("row", { name: /^Buprenorphine/ }).getByRole("cell")).toHaveCount(4);
});
