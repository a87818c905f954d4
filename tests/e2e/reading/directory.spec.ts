import { expect, test } from "@playwright/test";
import { FIRST_EDITION } from "../../support/first-edition";

test("a search by city and medication works without scripts, says where it begins, and its URL can be shared", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/listings");
  await page.getByLabel("Name, place or service").fill("long beach");
  await page.getByRole("group", { name: "Medication it gives" }).getByLabel("Buprenorphine").check();
  await page.getByRole("button", { name: "Show places" }).first().click();
  await expect(page).toHaveURL(/q=long\+beach.*medication=buprenorphine/);
  await expect(page.getByText(/^(Within \d+ miles|\d+ to \d+ miles away)$/).first()).toBeVisible();
  const hits = page.getByRole("main").locator("ol > li");
  expect(await hits.count()).toBeGreaterThan(0);
  await expect(hits.first()).toContainText(/\d mi\b/);
  for (const text of await hits.allTextContents()) expect(text).toContain("buprenorphine");
  await expect(page.getByLabel("Name, place or service")).toHaveValue("long beach");
  await context.close();
});

test("a filter counts only places that answered yes", async ({ page }) => {
  await page.goto("/listings?payment=medi-cal&language=spanish");
  const hits = page.getByRole("main").locator("ol > li");
  for (const text of await hits.allTextContents()) {
    expect(text).toMatch(/^[^:]*Medi-Cal\s·\sSpanish.*How to pay: *Medi-Cal/);
  }
  await expect(page.getByLabel("Medi-Cal (Medicaid)")).toBeChecked();
});

test("the places nearest to a ZIP code come first, none is left out, and rough distances say so", async ({ page }) => {
  await page.goto("/listings");
  await page.getByLabel("Near: ZIP, city or neighborhood").fill("90802-1234");
  await page.getByLabel("Nearest first").check();
  await page.getByRole("button", { name: "Show places" }).first().click();
  await expect(page).toHaveURL(/near=90802-1234.*#results$/);
  await expect(page.getByRole("link", { name: "Remove: Near 90802" })).toBeVisible();
  await expect(page.getByRole("heading", { name: `${FIRST_EDITION.places} places` })).toBeVisible();
  const hits = page.getByRole("main").locator("ol > li");
  await expect(hits.first()).toContainText("Long Beach");
  const distances = await hits.getByText(/^(about )?[\d.]+ mi\b/).allTextContents();
  const miles = distances.map((text) => Number(/([\d.]+) mi\b/.exec(text)?.[1]));
  expect(miles).toHaveLength(20);
  expect(miles).toEqual(miles.toSorted((a, b) => a - b));
  await expect(page.getByText("measured to the middle of a place’s ZIP code")).toBeVisible();
});

test("places that did not say are a choice, and say what they did not say", async ({ page }) => {
  await page.goto("/listings?language=spanish");
  const heading = page.getByRole("main").getByRole("heading", { level: 2 });
  const sure = Number.parseInt((await heading.textContent()) ?? "", 10);
  await page.getByLabel("Include places that did not say").check();
  await page
    .getByRole("button", { name: /^Show / })
    .last()
    .click();
  await expect(page).toHaveURL(/unknown=include/);
  expect(Number.parseInt((await heading.textContent()) ?? "", 10)).toBeGreaterThan(sure);
  await page.goto("/listings?language=spanish&unknown=include&sort=name");
  await expect(page.getByText("Spanish: did not say").first()).toBeVisible();
});

test("what is asked for is taken away part by part, and a search that finds nothing says what would help", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/listings?q=tarzanna&language=greek&kind=hospital&medication=methadone");
  await expect(page.getByText("“tarzanna” is read as “Tarzana”.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Search for exactly “tarzanna”" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No place fits" })).toBeVisible();
  const help = page.getByRole("link", { name: /^Without .*: \d+ places?$/ }).first();
  const promised = Number(/(\d+) places?$/.exec((await help.textContent()) ?? "")?.[1]);
  await help.click();
  await expect(page.getByRole("heading", { name: promised === 1 ? "1 place" : `${promised} places` })).toBeVisible();
  await page.goto("/listings?language=greek&kind=hospital");
  await page.getByRole("link", { name: "Remove: Greek" }).click();
  await expect(page).toHaveURL(/\/listings\?kind=hospital#results$/);
  await expect(page.getByRole("link", { name: /^Remove:/ })).toHaveCount(1);
  await context.close();
});

test("pages follow one another without gap or repeat", async ({ page }) => {
  await page.goto("/listings?sort=name");
  const links = page.getByRole("main").locator("ol > li h3 a");
  const first = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(first).toHaveLength(20);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/after=/);
  const second = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(second).toHaveLength(20);
  expect(second.filter((href) => first.includes(href))).toEqual([]);
  await page.getByRole("link", { name: "Previous page" }).click();
  await expect(links.first()).toHaveAttribute("href", first[0] ?? "");
});

test("a URL that makes no sense shows everything instead of an error", async ({ page }) => {
  const response = await page.goto("/listings?kind=castle&page=-7&sort=money&q=%00&near[]=1");
  expect(response?.status()).toBe(200);
  await expect(page.getByText("Part of the address was left out")).toBeVisible();
  await expect(page.getByRole("heading", { name: `${FIRST_EDITION.places} places` })).toBeVisible();
});

test("every page takes parameters named as something every object has for unknown ones", async ({ request }) => {
  // Name by name: lib/shared/search-params.test.ts.
  const names = ["toString", "constructor", "hasOwnProperty", "valueOf", "__proto__", "then"];
  const query = names.map((name) => `${name}=1&near=90012&${name}=2`).join("&");
  const tools = ["/listings", "/find", "/compare", "/call-sheet", "/shortlist", "/contact", "/rankings/mine"];
  for (const path of [...tools, "/es/listings", "/admin/sign-in"]) {
    const response = await request.get(`${path}?${query}`);
    expect(response.status(), path).toBe(200);
    if (!path.endsWith("/listings")) continue;
    for (const name of names.filter((each) => each !== "__proto__"))
      expect(await response.text(), name).toContain(`<code>${name}</code>`);
  }
});

test("signs that a database reads as patterns are only letters here", async ({ page }) => {
  await page.goto("/listings?q=zzz%25_zzz");
  await expect(page.getByRole("heading", { name: "No place fits" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Ask us" })).toHaveAttribute("href", "/contact");
});

test("on paper the filters in force are a line of text, and no form is printed", async ({ page }) => {
  await page.goto("/listings?q=long+beach&payment=medi-cal&payment=free&near=90802&unknown=include");
  const line = page.getByText(/^What you asked for: /);
  await expect(line).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(line).toHaveText(
    "What you asked for: “long beach” · Paying: Medi-Cal (Medicaid) or Free: takes no payment · " +
      "Near ZIP code 90802 · Include places that did not say",
  );
  await expect(page.getByRole("form", { name: "Search" })).toBeHidden();
  await expect(page.locator("main :is(input, select, button):visible")).toHaveCount(0);
});

test("a text that is the name of a filter finds what the filter finds, says so, and can be taken off", async ({
  page,
}) => {
  const heading = page.getByRole("main").getByRole("heading", { level: 2 });
  await page.goto("/listings?payment=medi-cal");
  const ticked = await heading.textContent();
  await page.goto("/listings?q=medi-cal");
  await expect(heading).toHaveText(ticked ?? "");
  await page.getByRole("link", { name: "Remove: Medi-Cal" }).click();
  await expect(page).toHaveURL(/\/listings#results$/);
});

test("what is not known of a search is said where the person lands, and the rest of the search is kept", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const heading = page.getByRole("main").getByRole("heading", { level: 2 });
  await page.goto("/listings?medication=methadone");
  const fitting = (await heading.textContent()) ?? "";
  await page.goto("/listings?medication=methadone&near=9003#results");
  await expect(heading).toHaveText(fitting);
  await expect(page.getByText("We do not know a place or ZIP code “9003”.")).toBeInViewport();
  await page.goto("/listings?q=methadone+xylophone#results");
  await expect(heading).toHaveText(fitting);
  await expect(page.getByText("We do not know “xylophone”.")).toBeInViewport();
  await page.goto("/es/listings?q=cl%C3%ADnica+de+metadona+cerca+de+m%C3%AD#results");
  await expect(page.getByText("nunca preguntamos a su teléfono")).toBeInViewport();
  await page.getByRole("link", { name: "Decir dónde" }).click();
  await expect(page.getByLabel("Cerca de: código postal o lugar")).toBeInViewport();
  await context.close();
});

test("a vague name says which place was taken and leads to the others, and danger comes before all", async ({
  page,
}) => {
  await page.goto("/listings?q=detox+in+the+valley");
  await expect(page.getByText("“the valley” is read as San Fernando Valley.")).toBeVisible();
  await page.getByRole("link", { name: "San Gabriel Valley" }).click();
  await expect(page.getByRole("link", { name: "Remove: Near San Gabriel Valley" })).toBeVisible();
  await expect(page.getByText(/from the middle of San Gabriel Valley/)).toBeVisible();
  await page.goto("/listings?q=overdose");
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Call 911");
  const top = async (locator: typeof alert) => (await locator.boundingBox())!.y;
  expect(await top(alert)).toBeLessThan(await top(page.getByRole("heading", { level: 1 })));
});
