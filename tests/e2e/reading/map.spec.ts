import { expect, test, type APIRequestContext } from "@playwright/test";
import { patience } from "../../support/patience.mjs";

/** Fifteen screens of a phone, and what it may have to load of one page. */
const MAX_HEIGHT = 15 * 740;
const MAX_BYTES = 102_400;
const MAX_FIRST = 1.5 * 740;
const ASKED = "payment=medi-cal&keeping=on-methadone&language=spanish&people=a-woman&near=90012";

const cardsOf = (html: string) =>
  [...html.matchAll(/<li id="place-([^"]+)" data-number="(\d+)"/g)].map(([, slug, number]) => `${slug} ${number}`);
const markersOf = (html: string) =>
  [...html.matchAll(/<a href="#place-([^"]+)" aria-label="\d+: [^"]+, [^"]+".*?<text[^>]*>(\d+)<\/text><\/a>/g)].map(
    ([, slug, number]) => `${slug} ${number}`,
  );

/** Every page of the map in English, as the sitemap has them. */
async function mapPages(request: APIRequestContext): Promise<string[]> {
  const xml = await (await request.get("/sitemap.xml")).text();
  const paths = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = ""]) => new URL(url).pathname);
  return [...new Set(paths)].filter((path) => path === "/map" || path.startsWith("/map/"));
}

test("every number of a map is one place of the list beside it, and the maps of the kinds hold what the map of all holds", async ({
  request,
}) => {
  test.setTimeout(patience(120_000));
  const slugs: Record<string, string[]> = { all: [], kinds: [] };
  for (const path of await mapPages(request)) {
    const html = await (await request.get(path)).text();
    const cards = cardsOf(html);
    expect(markersOf(html), path).toEqual(cards);
    expect(new Set(cards.map((card) => card.split(" ")[1])).size, path).toBe(cards.length);
    const places = [...html.matchAll(/<li id="place-([^"]+)"/g)].map(([, slug = ""]) => slug);
    slugs[path.startsWith("/map/kinds/") ? "kinds" : "all"]!.push(...places);
  }
  expect(slugs.all!.length).toBeGreaterThan(900);
  expect(new Set(slugs.all).size).toBe(slugs.all!.length);
  expect(slugs.kinds!.toSorted()).toEqual(slugs.all!.toSorted());
});

test("a kind of care and an area have one spelling, and old ones lead there", async ({ request }) => {
  for (const path of ["/map/kinds/Hospital", "/map/kinds/spa", "/map/kinds/spa/westside", "/map/Westside"])
    for (const each of [path, `/es${path}`]) expect((await request.get(each)).status(), each).toBe(404);
  for (const path of ["/map/westside/page/1", "/map/westside/page/99", "/map/kinds/hospital/westside/page/0"])
    expect((await request.get(path)).status(), path).toBe(404);
  for (const list of ["/map/kinds", "/rankings/kinds", "/es/map/kinds", "/es/rankings/kinds"]) {
    const old = await request.get(`${list}/opioid_treatment_program`, { maxRedirects: 0 });
    expect([old.status(), new URL(old.headers()["location"] ?? "", "http://x").pathname]).toEqual([
      308,
      `${list}/opioid-treatment-program`,
    ]);
  }
});

for (const locale of ["", "/es"])
  test.describe(`on a phone (${locale || "/en"})`, () => {
    test.use({ viewport: { width: 360, height: 740 } });

    test("no page of the map is above fifteen screens or 100 kB, and its first number or place is near", async ({
      page,
      request,
    }) => {
      test.setTimeout(patience(120_000));
      const sizes: [path: string, bytes: number][] = [];
      for (const path of (await mapPages(request)).map((each) => locale + each))
        sizes.push([path, (await (await request.get(path)).body()).length]);
      expect(sizes.filter(([, bytes]) => bytes > MAX_BYTES)).toEqual([]);
      // The longest are those with the most to say.
      const longest = sizes.toSorted(([, one], [, other]) => other - one).slice(0, 8);
      for (const path of [`${locale}/map`, ...longest.map(([path]) => path)]) {
        await page.goto(path);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        expect.soft([path, height > MAX_HEIGHT && height]).toEqual([path, false]);
        const top = await page
          .locator("main :is(svg a, li[id^=place-])")
          .first()
          .evaluate((first) => first.getBoundingClientRect().top);
        expect.soft([path, top > MAX_FIRST && top]).toEqual([path, false]);
      }
    });

    test("nor is the map of a search", async ({ page }) => {
      for (const query of [ASKED, "payment=medi-cal&near=90012", "kind=residential", "unknown=include&q=recovery"]) {
        const response = await page.goto(`${locale}/map/asked?${query}`);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        expect.soft([query, height > MAX_HEIGHT && height]).toEqual([query, false]);
        const bytes = (await response?.body())?.length ?? Infinity;
        expect.soft([query, bytes > MAX_BYTES && bytes]).toEqual([query, false]);
        const { y } = (await page.locator("#map a").first().boundingBox())!;
        expect.soft([query, y > MAX_FIRST && y]).toEqual([query, false]);
      }
    });
  });

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an area of the county leads to its map, and a number to the marked card of its place", async ({ page }) => {
    await page.goto("/map");
    await page
      .locator("main svg")
      .getByRole("link", { name: /^Central Los Angeles, \d+ places$/ })
      .click();
    await expect(page).toHaveURL("/map/central-los-angeles");
    const marker = page.locator("#map a").first();
    const slug = await marker.getAttribute("data-place");
    const card = page.locator(`#place-${slug}`);
    await expect(card).toHaveCSS("outline-style", "none");
    await marker.click();
    await expect(page).toHaveURL(`/map/central-los-angeles#place-${slug}`);
    await expect(card).toBeInViewport();
    await expect(card).toHaveCSS("outline-style", "solid");
    await page.getByRole("link", { name: "Next map" }).click();
    await expect(page).toHaveURL("/map/central-los-angeles/page/2");
    await expect(page.locator("#sheets a[aria-current=page]")).toContainText("Map 2");
  });

  test("what a search asks for stays on its map, at the place, on the way back, and from there to the map again", async ({
    page,
  }) => {
    await page.goto(`/listings?q=los+angeles&${ASKED}`);
    await page.goto(`/listings?${ASKED}`);
    const found = await page
      .getByRole("main")
      .locator("ol > li h3 a")
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(found.length).toBeGreaterThan(1);
    await page.getByRole("link", { name: "See on a map" }).click();
    const query = new URL(page.url()).searchParams;
    expect([...query].toSorted()).toEqual([...new URLSearchParams(ASKED)].toSorted());
    for (const words of ["Medi-Cal", "Staying on methadone", "Spanish", "An adult woman", "Near ZIP code 90012"])
      await expect(page.getByRole("main")).toContainText(words);
    await expect(page.getByLabel("Near: ZIP, city or neighborhood")).toHaveValue("90012");
    const cards = page.locator("li[id^=place-] h3 a");
    expect(
      await cards.evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname)),
    ).toEqual(found);
    const html = await page.content();
    expect(markersOf(html)).toEqual(cardsOf(html));
    await cards.first().click();
    await expect(page).toHaveURL(new RegExp(`/asked\\?.*near=90012`));
    await expect(page.getByRole("link", { name: "Back to your search" })).toHaveAttribute(
      "href",
      /^\/listings\?(?=.*payment=medi-cal)(?=.*keeping=on-methadone)(?=.*language=spanish)(?=.*people=a-woman)(?=.*near=90012)/,
    );
    await page.goBack();
    await page.getByRole("link", { name: "Change it, or see it as a list" }).click();
    expect([...new URL(page.url()).searchParams].toSorted()).toEqual([...query].toSorted());
  });

  test("another ZIP code on the map of a search keeps all else that was asked for", async ({ page }) => {
    await page.goto(`/es/map/asked?payment=medi-cal&language=spanish&near=90012`);
    await page.getByRole("textbox").fill("91401");
    await page.getByRole("button", { name: "Ver mapa" }).click();
    await expect(page).toHaveURL("/es/map/asked?payment=medi-cal&language=spanish&near=91401");
    await page.goto("/map/asked?near=");
    await expect(page).toHaveURL("/map");
  });
});

test("typed words and the page of a search go along to its map; a search for nothing leads to the county", async ({
  page,
}) => {
  await page.goto("/listings?q=recovery&payment=medi-cal");
  await page.getByRole("link", { name: "Next page" }).click();
  const link = page.getByRole("link", { name: "See on a map" });
  await expect(link).toHaveAttribute("href", /^\/map\/asked\?q=recovery&payment=medi-cal&after=/);
  await page.goto("/listings");
  await expect(link).toHaveAttribute("href", "/map");
});

test("the keyboard goes from number to number, and each is named by its place", async ({ page }) => {
  await page.goto("/map/southeast-and-long-beach/page/3");
  const names = await page
    .locator("#map a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("aria-label")));
  expect(new Set(names.map((name) => name?.replace(/^\d+: /, ""))).size).toBe(names.length);
  await page.locator("#map a").first().focus();
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", names[1]!);
});

test.describe("on a desktop", () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test("the drawing stands beside its list, and stays while the list moves", async ({ page }) => {
    await page.goto("/map/westside");
    const [map, card] = [page.locator("#map"), page.locator("li[id^=place-]")];
    const [left, right] = [await map.boundingBox(), await card.first().boundingBox()];
    expect(left!.x + left!.width).toBeLessThanOrEqual(right!.x);
    await card.nth(5).scrollIntoViewIfNeeded();
    await expect(map).toBeInViewport();
  });
});
