import { expect, test } from "@playwright/test";

const KINDS = ["opioid-treatment-program", "outpatient", "residential", "hospital"];
const linesOf = (html: string) =>
  [...html.matchAll(/<li id="place-([^"]+)" data-label="([^"]+)"/g)].map(([, slug, label]) => `${slug} ${label}`);
const markersOf = (html: string) =>
  [...html.matchAll(/<a href="#place-([^"]+)" tabindex="-1".*?<text[^>]*>([^<]+)<\/text><\/a>/g)].map(
    ([, slug, label]) => `${slug} ${label}`,
  );

for (const path of ["/map", "/es/map", "/map/kinds/residential"])
  test(`every place on ${path} is in its list with the same number, and the other way round`, async ({ request }) => {
    const [drawing, notDrawn = ""] = (await (await request.get(path)).text()).split('id="not-on-the-map"');
    const lines = linesOf(drawing ?? "");
    expect(lines.length).toBeGreaterThan(50);
    expect(markersOf(drawing ?? "").toSorted()).toEqual(lines.toSorted());
    expect(markersOf(notDrawn)).toEqual([]);
  });

test("the maps of the four kinds hold together what the map of all holds", async ({ request }) => {
  const slugsOn = async (path: string) =>
    linesOf(await (await request.get(path)).text()).map((line) => line.split(" ")[0]);
  const ofKinds = await Promise.all(KINDS.map((kind) => slugsOn(`/map/kinds/${kind}`)));
  expect(ofKinds.flat().toSorted()).toEqual((await slugsOn("/map")).toSorted());
  for (const other of ["spa", "Hospital", "HOSPITAL", "opioid-treatment_program"])
    for (const list of ["/map/kinds", "/rankings/kinds", "/es/map/kinds", "/es/rankings/kinds"])
      expect((await request.get(`${list}/${other}`)).status(), `${list}/${other}`).toBe(404);
  for (const list of ["/map/kinds", "/rankings/kinds", "/es/map/kinds", "/es/rankings/kinds"]) {
    const old = await request.get(`${list}/opioid_treatment_program`, { maxRedirects: 0 });
    expect([old.status(), new URL(old.headers()["location"] ?? "", "http://x").pathname]).toEqual([
      308,
      `${list}/opioid-treatment-program`,
    ]);
  }
});

test("a marker leads to its line, and the keyboard goes from the list of areas to the lists without it", async ({
  page,
}) => {
  await page.goto("/map");
  const marker = page.locator("#area-central svg a").first();
  const slug = await marker.getAttribute("data-place");
  await marker.click();
  await expect(page).toHaveURL(new RegExp(`#place-${slug}$`));
  await expect(page.locator(`#place-${slug}`)).toBeInViewport();
  await page.goto("/map");
  await page.locator("nav ol a").last().focus();
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", /^\/listings\//);
});

test("from a search the map opens with the kind that was asked for, if it was one", async ({ page }) => {
  for (const [query, map] of [
    ["?kind=residential", "/map/kinds/residential"],
    ["?kind=residential&kind=hospital", "/map"],
    ["", "/map"],
  ] as const) {
    await page.goto(`/listings${query}`);
    await expect(page.getByRole("link", { name: "See the places on a map" })).toHaveAttribute("href", map);
  }
});
