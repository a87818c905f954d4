import { expect, test } from "@playwright/test";

const NEWEST = "/api/v1/rankings/los-angeles";

test("a script on any other site may read the numbers, and is told when it has them already", async ({ request }) => {
  const first = await request.get(NEWEST, { headers: { origin: "https://example.org" } });
  const headers = first.headers();
  expect(first.status()).toBe(200);
  expect(headers["access-control-allow-origin"]).toBe("*");
  expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  const again = await request.get(NEWEST, { headers: { "if-none-match": headers.etag ?? "" } });
  expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
  const asked = await request.fetch(NEWEST, { method: "OPTIONS", headers: { origin: "https://example.org" } });
  expect([asked.status(), asked.headers()["access-control-allow-origin"]]).toEqual([204, "*"]);
  const head = await request.head(`${NEWEST}/editions/1`);
  expect([head.status(), head.headers().etag]).toEqual([200, headers.etag]);
});

test("whatever is wrong is told in JSON, never as a page", async ({ request }) => {
  const wrong = {
    "/api/v1/rankings/nowhere": 404,
    "/api/v1/rankings": 404,
    "/api/v1/hsds/places": 404,
    "/api/v1/listings/no-such-place": 404,
    "/api/v1/no/such/thing.html": 404,
    [`${NEWEST}/editions/0`]: 404,
    [`${NEWEST}/editions/%00`]: 404,
    [`${NEWEST}?format=html`]: 400,
  };
  for (const [path, status] of Object.entries(wrong)) {
    const response = await request.get(path);
    expect([path, response.status()]).toEqual([path, status]);
    expect(response.headers()["content-type"]).toBe("application/problem+json");
    expect(response.headers()["access-control-allow-origin"]).toBe("*");
    expect(await response.json()).toMatchObject({ status });
  }
  expect((await request.post(NEWEST, { data: {} })).status()).toBe(405);
});

test("the page about the numbers leads to each of them, and the rankings lead to the page", async ({ page }) => {
  await page.goto("/rankings");
  await page.getByRole("main").getByRole("link", { name: "Open data: JSON, CSV and HSDS" }).click();
  await expect(page).toHaveURL(/\/rankings\/data$/);
  const links = await page
    .locator('main a[href^="/api/"]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links).toHaveLength(14);
  for (const href of links) expect([href, (await page.request.get(href)).status()]).toEqual([href, 200]);
  const worked = await page.locator("#recompute li").last().textContent();
  const [yes, unknown, rate, exact, rounded] = (worked ?? "").match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
  expect(Math.abs(yes! + unknown! * rate! - exact!)).toBeLessThan(0.01);
  expect(Math.round(exact!)).toBe(rounded);
});
