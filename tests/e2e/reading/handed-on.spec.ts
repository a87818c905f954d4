import { expect, test, type Page } from "@playwright/test";

/** Of one name, in one city; the newest edition does not rank it. */
const UNRANKED = "safe-refuge-long-beach-1085";

const hits = (page: Page) => page.getByRole("main").locator("ol > li");

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody on methadone says so once, and every place that is found says whether they can stay on it", async ({
    page,
  }) => {
    await page.goto("/find");
    await page
      .getByRole("group", { name: /take one of these medications/ })
      .getByLabel("Methadone")
      .check();
    await expect(page.getByText("places where you go on with what your clinic gives you")).toBeVisible();
    await page.getByRole("button", { name: "Show the filters" }).click();
    await expect(page).toHaveURL("/find?keeping=on-methadone&sort=rank");
    await page.getByRole("link", { name: /^Show \d+ places$/ }).click();
    for (const text of await hits(page).allTextContents())
      expect(text).toMatch(/keeps you on methadone|stay on methadone/);
    await page
      .getByRole("link", { name: /^Compare .+, .+/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/compare\?place=[^&]+&keeping=on-methadone$/);
    await expect(page.getByText("What you asked for: Staying on methadone (given here or elsewhere)")).toBeVisible();
    await expect(
      page
        .getByRole("row", { name: /You can stay on methadone/ })
        .getByRole("cell")
        .first(),
    ).toContainText("Yes");
    await page.getByRole("link", { name: "Make a call sheet" }).click();
    const next = page.getByRole("region", { name: "If they cannot see you within 48 hours" });
    await expect(next).toContainText("what you asked for: Staying on methadone (given here or elsewhere)");
    for (const link of await next.getByRole("listitem").getByRole("link", { name: /, / }).all())
      expect(await link.getAttribute("href")).toMatch(/^tel:|keeping=on-methadone/);
  });

  test("a family on Medi-Cal that finds nothing is led on with Medi-Cal, whether it ticked or typed it", async ({
    page,
  }) => {
    for (const [query, without, leadsTo] of [
      ["payment=medi-cal&language=spanish&q=zzzzqqq&words=exact", "zzzzqqq", /\?payment=medi-cal&language=spanish#/],
      ["q=medi-cal+spanish+323-555-0100", "323-555-0100", /\?q=medi-cal\+spanish#/],
    ] as const) {
      await page.goto(`/listings?${query}`);
      const help = page.getByRole("link", { name: new RegExp(`^Without “${without}”: \\d+ places$`) });
      await expect(page.getByText("Still as you asked: Medi-Cal (Medicaid) · Spanish").first()).toBeVisible();
      const promised = /\d+ places/.exec((await help.textContent())?.split(":")[1] ?? "")?.[0] ?? "";
      await help.click();
      await expect(page).toHaveURL(leadsTo);
      await expect(page.getByRole("heading", { name: promised, exact: true })).toBeVisible();
      for (const text of await hits(page).allTextContents()) expect(text).toMatch(/How to pay: *Medi-Cal/);
    }
  });

  test("a place that is not ranked says why on its card, answers what was asked, and leads to places that fit", async ({
    page,
  }) => {
    await page.goto("/es/listings?q=safe+refuge&payment=medi-cal&sort=name");
    const card = hits(page).filter({ hasText: "1085 Obispo Avenue" });
    await expect(card).toContainText(/No clasificado: *No encontramos una licencia vigente/);
    await card
      .getByRole("heading")
      .getByRole("link", { name: /^Safe Refuge ?, 1085 Obispo Avenue/ })
      .click();
    await expect(page).toHaveURL(`/es/listings/${UNRANKED}/asked?payment=medi-cal`);
    await expect(page.getByRole("region", { name: "Lo que usted busca" })).toContainText(/Medi-Cal \(Medicaid\): *Sí/);
    const instead = page.getByRole("region", { name: "Otros lugares que sí están clasificados" });
    await expect(instead.getByRole("listitem")).toHaveCount(3);
    await expect(instead).toContainText("lo que usted pidió: Medi-Cal (Medicaid)");
    await instead.getByRole("link", { name: "Todos los lugares que coinciden" }).click();
    await expect(page).toHaveURL("/es/listings?payment=medi-cal");
  });

  test("without a question the page of such a place leads to its kind near it, and to the questions", async ({
    page,
  }) => {
    await page.goto(`/listings/${UNRANKED}`);
    const instead = page.getByRole("region", { name: "Ranked places instead" });
    await expect(instead.getByRole("link", { name: "Help me choose" })).toHaveAttribute("href", "/find");
    await instead.getByRole("link", { name: "Places near it" }).click();
    await expect(page).toHaveURL("/listings?kind=residential&near=90804&sort=distance");
    await expect(page.getByText("Nearest first.")).toBeVisible();
    await page.goto(`/listings/${UNRANKED}/asked`);
    await expect(page).toHaveURL(`/listings/${UNRANKED}`);
  });

  test("places of one name are told apart in titles, links and the form", async ({ page }) => {
    await page.goto("/listings?q=safe+refuge");
    const names = await hits(page).getByRole("heading").getByRole("link").all();
    const texts = await Promise.all(names.map((link) => link.textContent()));
    expect(texts.length).toBeGreaterThan(10);
    expect(new Set(texts).size).toBe(texts.length);
    await page.goto(`/listings/${UNRANKED}`);
    await expect(page).toHaveTitle("Safe Refuge, 1085 Obispo Avenue, Long Beach · Best Heroin Rehab");
    await expect(
      page.getByRole("link", { name: "Call Safe Refuge, 1085 Obispo Avenue, Long Beach: 562-987-5722" }),
    ).toBeVisible();
    await page.goto(`/contact?place=${UNRANKED}`);
    await expect(page.getByLabel("Safe Refuge, 1085 Obispo Avenue, Long Beach")).toBeChecked();
  });
});

test("the list on the device hands on what the search asked for", async ({ page }) => {
  await page.goto("/listings?payment=medi-cal&language=spanish");
  await page.locator("[data-shortlist]").first().click();
  await page.getByRole("link", { name: "Open shortlist" }).click();
  await expect(page).toHaveURL("/shortlist?payment=medi-cal&language=spanish");
  await expect(page.getByRole("link", { name: /Make a call sheet/ })).toHaveAttribute(
    "href",
    /\/call-sheet\?place=[^&]+&payment=medi-cal&language=spanish$/,
  );
});

test("what somebody asked for stands in the message of the form, and is theirs to change", async ({ page }) => {
  await page.goto("/contact?payment=medi-cal&keeping=on-methadone");
  const message = page.getByLabel("Your message");
  await expect(message).toHaveValue(
    "I am looking for: Staying on methadone (given here or elsewhere) · Medi-Cal (Medicaid)",
  );
  await message.fill("Something else");
  await expect(message).toHaveValue("Something else");
});
