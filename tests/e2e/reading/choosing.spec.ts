import { expect, test, type Page } from "@playwright/test";
import { firstRanked, pathOf } from "../../support/chosen-places";
import { AURORA, TWIN_TOWN } from "../../support/public-pages";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a comparison grows from a place's page, by a name, and its URL is the whole of it", async ({ page }) => {
    await page.goto(`/listings/${AURORA}`);
    await page.getByRole("link", { name: "Compare", exact: true }).click();
    await expect(page).toHaveURL(`/compare?place=${AURORA}`);
    await expect(page.getByText("Add a second place to see where they differ.")).toBeVisible();
    await page.getByLabel("Find a place by name or city").fill("twin town sherman");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("link", { name: /^Add Twin Town/ }).click();
    await expect(page).toHaveURL(pathOf("/compare", [AURORA, TWIN_TOWN]));
    await page.getByLabel("Distance from a ZIP code").fill("90012");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByRole("rowheader", { name: /Distance from ZIP code 90012/ })).toBeVisible();
    await page.getByRole("link", { name: /^Remove Aurora/ }).click();
    await expect(page).toHaveURL(`/compare?place=${TWIN_TOWN}&near=90012`);
  });

  test("only differences leaves out every row where all agree, and marks the rest in words", async ({ page }) => {
    await page.goto(pathOf("/compare", [AURORA, TWIN_TOWN]));
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
    const response = await page.goto(pathOf("/compare", [...slugs, slugs[0]!, "no-such-place", "%00"]));
    expect(response?.status()).toBe(200);
    await expect(page.locator("thead th")).toHaveCount(4);
    const main = page.getByRole("main");
    await expect(main).toContainText(/This page holds 4 places\. Left out: .+\./);
    await expect(main).toContainText("A place was named twice. It is shown once.");
    await expect(main).toContainText("Part of this address leads to no place we know.");
  });

  test("every answer has a source and a date: the place's own, or its column's", async ({ page }) => {
    await page.goto(pathOf("/compare", [AURORA, TWIN_TOWN]));
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
      /best-ranked places in our newest ranking.+Nobody can pay to be here.+Like the places on this sheet: .*Medi-Cal/,
    );
    await expect(page.getByRole("region", { name: "Until then" }).locator('a[href="tel:988"]')).toBeVisible();
    await expect(page.locator('a[href="https://doi.org/10.1377/hlthaff.2020.00378"]')).toBeVisible();
  });

  test("on paper there is room to write, nothing to click, and the table is a table", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 740, height: 960 });
    await page.goto(pathOf("/call-sheet", [AURORA, TWIN_TOWN]));
    await expect(page.getByText("Who I talked to").first()).toBeVisible();
    await expect(page.getByLabel("Distance from a ZIP code")).toBeHidden();
    expect(
      await page
        .getByText("Aurora Charter Oak")
        .first()
        .evaluate((el) => getComputedStyle(el).color),
    ).toBe("rgb(0, 0, 0)");
    await page.goto(pathOf("/compare", [AURORA, TWIN_TOWN]));
    await expect(page.locator("tbody tr").nth(1)).toHaveCSS("display", "table-row");
  });
});

const kept = (page: Page) => page.evaluate(() => localStorage.getItem("shortlist"));
const count = (page: Page) => page.locator("[data-shortlist-count]");

test("a place is kept from its page and from the ranking, on this device only, and both tabs know", async ({
  context,
}) => {
  const [page, other] = [await context.newPage(), await context.newPage()];
  await other.goto("/shortlist");
  await page.goto(`/listings/${AURORA}`);
  const requests: string[] = [];
  for (const each of [page, other]) each.on("request", (request) => requests.push(request.url()));
  await page.getByRole("button", { name: /^Shortlist ?: / }).click();
  await expect(page.getByText("others who use it can see it")).toBeVisible();
  await expect(count(page)).toHaveText("1");
  await expect(count(other)).toHaveText("1");
  await expect(other.locator(`main a[href="/listings/${AURORA}"]`)).toBeVisible();
  await expect(other.getByRole("link", { name: /^Call Aurora Charter Oak Hospital/ })).toHaveAttribute(
    "href",
    /^tel:\+1/,
  );
  await other.getByRole("button", { name: "Remove Aurora Charter Oak Hospital" }).click();
  await expect(other.getByText("Nothing here yet.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Shortlist ?: / })).toBeVisible();
  await expect(count(page)).toBeEmpty();
  // A browser fetches the icon of a page when it has time for it.
  expect(requests.filter((url) => !url.endsWith("/icon.svg"))).toEqual([]);
  expect(await kept(page)).toBeNull();
  await page.goto("/rankings/page/1");
  await page.locator("[data-shortlist]").nth(2).click();
  await expect(page.locator("[data-shortlist]").nth(2)).toContainText("On your shortlist");
  await page.goto("/listings");
  await page.locator("[data-shortlist]").nth(7).click();
  await expect(count(page)).toHaveText("2");
});

test("the shortlist is put in order by buttons that keep the focus, then called, compared and removed", async ({
  page,
}) => {
  const slugs = await firstRanked(page, 5);
  for (const at of [0, 1, 2, 3, 4]) await page.locator("[data-shortlist]").nth(at).click();
  await page.getByRole("link", { name: "Shortlist 5" }).click();
  const names = page.getByRole("list", { name: "Your shortlist" }).locator('a[href^="/listings/"]');
  await expect(names).toHaveCount(5);
  const second = (await names.nth(1).textContent()) ?? "";
  await page.getByRole("button", { name: `Move ${second} up` }).click();
  await expect(names.first()).toHaveText(second);
  await expect(page.getByRole("button", { name: `Move ${second} up` })).toBeFocused();
  await expect(page.getByText(`${second} is now number 1 of 5.`)).toBeVisible();
  const order = [slugs[1]!, slugs[0]!, slugs[2]!, slugs[3]!, slugs[4]!];
  await expect(page.getByRole("link", { name: "Compare (first four)" })).toHaveAttribute(
    "href",
    pathOf("/compare", order.slice(0, 4)),
  );
  await expect(page.getByRole("link", { name: /Make a call sheet/ })).toHaveAttribute(
    "href",
    pathOf("/call-sheet", order),
  );
  await page.getByRole("link", { name: "Show addresses and phones" }).click();
  await expect(page.locator('main a[href^="tel:+1"]')).toHaveCount(5);
  await page.getByRole("button", { name: "Remove everything from this device" }).click();
  expect(await kept(page)).toBeNull();
  await expect(page.getByText("The list is removed from this device.")).toBeVisible();
  await page.getByRole("button", { name: "Keep these on this device" }).click();
  await expect(names).toHaveCount(5);
});

test("storage that is blocked, full or damaged is answered in words, and the rest goes on", async ({ browser }) => {
  const broken = async (script: () => void) => {
    const context = await browser.newContext();
    await context.addInitScript(script);
    return context.newPage();
  };
  const blocked = await broken(() =>
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("no", "SecurityError");
      },
    }),
  );
  await blocked.goto(`/listings/${AURORA}`);
  await blocked.getByRole("button", { name: /^Shortlist ?: / }).click();
  await expect(blocked.getByText("Your browser does not let us keep a list")).toBeVisible();
  await blocked.goto("/shortlist");
  await expect(blocked.getByText("You can still compare places")).toBeVisible();

  const full = await broken(() => {
    localStorage.setItem("shortlist", JSON.stringify([{ slug: "a", name: "A" }]));
    Storage.prototype.setItem = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
  });
  await full.goto(`/listings/${AURORA}`);
  await full.getByRole("button", { name: /^Shortlist ?: / }).click();
  await expect(full.getByText("Your browser does not let us keep a list")).toBeVisible();
  await expect(count(full)).toHaveText("1");

  const damaged = await broken(() => localStorage.setItem("shortlist", '[{"slug":"a","name":"A"},{"slug":7'));
  await damaged.goto("/shortlist");
  await expect(damaged.getByText("could not be read and is left out")).toBeVisible();
  for (const page of [blocked, full, damaged]) await page.context().close();
});

test("without scripts no button is there that could not work, and the shortlist says what does", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/listings");
  await expect(page.locator("[data-shortlist]").first()).toBeHidden();
  await expect(page.getByRole("link", { name: /^Compare/ }).first()).toBeVisible();
  await page.getByRole("link", { name: "Shortlist" }).click();
  await expect(page.getByText("needs JavaScript")).toBeVisible();
  await page.goto(pathOf("/shortlist", [AURORA, TWIN_TOWN]));
  await expect(page.locator('main a[href^="tel:+1"]')).toHaveCount(2);
  await context.close();
});

test("the guided questions end in a search, without scripts, and keep nothing but filters in any URL", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto("/find");
  for (const question of await page.getByRole("main").getByRole("group").all())
    await expect(
      question
        .getByRole("radio", { name: /Not sure|rather not say/ })
        .or(question.getByRole("checkbox"))
        .first(),
    ).toBeVisible();
  await page.getByLabel("For someone else").check();
  await expect(page.getByText("You can call places and ask for them without giving a name.")).toBeVisible();
  await page.getByLabel("In the next weeks").check();
  await page.getByLabel("Medi-Cal").check();
  await page.getByLabel("Care in Spanish").check();
  await page.getByRole("button", { name: "Show the filters" }).click();
  await expect(page).toHaveURL("/find?payment=medi-cal&language=spanish&sort=rank");
  const review = page.getByRole("region", { name: "These filters will be set" });
  await expect(review).toContainText("Medi-Cal (Medicaid)");
  await expect(page.getByLabel("Medi-Cal")).toBeChecked();
  const fitting = /\d+/.exec((await review.getByRole("link", { name: /^Show \d+ places$/ }).textContent()) ?? "")?.[0];
  await review.getByRole("link", { name: /^Show \d+ places$/ }).click();
  await expect(page).toHaveURL("/listings?payment=medi-cal&language=spanish&sort=rank");
  await expect(page.getByRole("heading", { name: `${fitting} places` })).toBeVisible();
  expect(requests.filter((url) => /who=|someone/.test(url))).toEqual([]);
  await context.close();
});

test("an answer that someone is in danger leads to help first, and the answer is not in the way back", async ({
  page,
}) => {
  await page.goto("/es/find");
  await page.getByLabel("Alguien está en peligro ahora").check();
  await page.getByRole("button", { name: "Mostrar los filtros" }).click();
  await expect(page).toHaveURL("/es/help-now");
  await expect(page.getByRole("link", { name: "Llame al 911" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL("/es/find");
});
