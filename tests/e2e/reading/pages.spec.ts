import { expect, test } from "@playwright/test";
import { CONSENT_DAYS } from "@/lib/inquiries/consent";

for (const [path, english, spanish] of [
  ["/about", "About this site", "Sobre este sitio"],
  ["/editorial-policy", "Editorial policy and corrections", "Política editorial y correcciones"],
  ["/editorial-team", "Editorial team", "Equipo editorial"],
  ["/ownership", "Ownership and funding", "Propiedad y financiamiento"],
  ["/independence", "Independence", "Independencia"],
  ["/privacy", "Privacy", "Privacidad"],
  ["/help-now", "Help right now", "Ayuda ahora mismo"],
] as const) {
  test(`${path} exists in English and Spanish, and each leads to the other`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(english);
    await page.getByRole("link", { name: "Español" }).click();
    await expect(page).toHaveURL(`/es${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(spanish);
    await expect(page.locator('link[rel="alternate"][hreflang="en"]')).toHaveAttribute("href", new RegExp(`${path}$`));
    const strays = await page
      .locator('main a[href^="/"]:not([hreflang])')
      .evaluateAll((links) =>
        links.map((link) => link.getAttribute("href")).filter((href) => !href?.startsWith("/es")),
      );
    expect(strays).toEqual([]);
  });
}

test("privacy says what is true of the consent, and never claims to comply with HIPAA", async ({ page }) => {
  await page.goto("/privacy");
  const main = page.getByRole("main");
  await expect(main).toContainText(`It ends by itself after ${CONSENT_DAYS} days.`);
  await expect(main).toContainText("withdraw your permission, or limit it to some places");
  await expect(main).not.toContainText(/HIPAA[- ]compliant|complies with HIPAA/i);
  await page.goto("/es/privacy");
  await expect(page.getByRole("main")).toContainText(`Termina por sí solo a los ${CONSENT_DAYS} días.`);
});

test("privacy states in both languages how many days each thing is kept, as configured", async ({ page }) => {
  for (const [path, days] of [
    ["/privacy", "days"],
    ["/es/privacy", "días"],
  ] as const) {
    await page.goto(path);
    const main = page.getByRole("main");
    // Spam and backups are kept equally long.
    for (const [count, times] of [
      [180, 1],
      [30, 2],
    ] as const)
      await expect(main.locator("strong", { hasText: `${count} ${days}` })).toHaveCount(times);
    await expect(main).not.toContainText(/[{}]/);
  }
});

test("independence names the laws that forbid pay for patients", async ({ page }) => {
  await page.goto("/independence");
  await expect(page.getByRole("main")).toContainText("18 U.S.C. 220");
  await expect(page.getByRole("main")).toContainText("section 11831.6");
});

test.describe("on a phone without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("help right now begins with the call, then the steps, and gives every line as a link", async ({ page }) => {
    await page.goto("/help-now");
    await expect(page.getByRole("link", { name: "Call 911" })).toBeInViewport();
    await expect(page.getByRole("link", { name: "Call 911" })).toHaveAttribute("href", "tel:911");
    const headings = await page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents();
    expect(headings.slice(0, 3)).toEqual(["What to do, step by step", "Signs of an overdose", "Who to call"]);
    for (const number of ["988", "1-800-662-4357", "1-800-854-7771", "1-800-972-0590"])
      await expect(page.getByRole("main").getByRole("link", { name: number }).last()).toBeVisible();
    const steps = page.getByRole("main").locator("section", { hasText: "What to do, step by step" });
    await expect(steps).toContainText("Then give 1 breath every 5 seconds.");
    await expect(page.getByRole("main")).toContainText("Give naloxone anyway.");
    await expect(page.getByRole("main")).toContainText("section 11376.5");
    await expect(page.getByRole("main")).toContainText("It has limits.");
  });
});

for (const [path, words] of [
  ["/no/such/page", "There is no page at this address"],
  ["/es/no/such/page", "No hay ninguna página en esta dirección"],
  ["/no-such-file.pdf", "There is no page at this address"],
] as const) {
  test(`${path} answers 404 with a whole page and the way to help`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(404);
    expect(response.headers()["content-security-policy"]).toContain("default-src 'none'");
    const html = await response.text();
    expect(html).toContain(words);
    expect(html).toMatch(/href="(?:\/es)?\/help-now"/);
    expect(html).not.toMatch(/<script(?![^>]*(?:quick-exit|shortlist|visit))/);
  });
}

test.describe("a URL in capitals", () => {
  for (const [path, found] of [
    ["/ES", "/es"],
    ["/eS/rankings", "/es/rankings"],
    ["/Es/no-such-page", "/es/no-such-page"],
    ["/EN/about", "/about"],
  ] as const)
    test(`${path} leads to ${found}`, async ({ request }) => {
      const answer = await request.get(path, { maxRedirects: 0 });
      expect([answer.status(), new URL(answer.headers().location ?? "", "http://x").pathname]).toEqual([308, found]);
    });

  for (const path of ["/Rankings", "/es/RANKINGS", "/ADMIN", "/API/v1"])
    test(`${path} is a page of ours that says it is none`, async ({ request }) => {
      const answer = await request.get(path);
      expect([answer.status(), await answer.text()]).toEqual([404, expect.stringMatching(/<html lang="e[ns]"[^]*988/)]);
    });
});
