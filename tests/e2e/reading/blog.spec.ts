import { expect, test, type Page } from "@playwright/test";

const SLUG = "what-are-heroin-rehab-programs-and-how-do-they-work";
const TITLE = "What are heroin rehab programs and how do they work?";
const SLUG_ES = "que-son-los-programas-de-rehabilitacion-por-consumo-de-heroina-y-como-funcionan";
const TITLE_ES = "¿Qué son los programas de rehabilitación por consumo de heroína y cómo funcionan?";

/** The dates of the posts on this page of the blog and all older ones, as printed; the visit ends on the last page. */
async function datesToTheEnd(page: Page): Promise<(string | null)[]> {
  const dates = await page
    .getByRole("article")
    .locator("time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime")));
  const older = page.getByRole("link", { name: "Older posts" });
  if ((await older.count()) === 0) return dates;
  await older.click();
  await expect(page.getByRole("link", { name: "Newer posts" })).toBeVisible();
  return [...dates, ...(await datesToTheEnd(page))];
}

test("the blog lists its posts, newest first, with date, reading time, summary and tags", async ({ page }) => {
  await page.goto("/blog");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Blog");
  const dates = await datesToTheEnd(page);
  expect(dates.length).toBeGreaterThanOrEqual(6);
  expect(dates).toEqual(dates.toSorted().toReversed());
  // The first post that came out is the last of all.
  const post = page.getByRole("article").filter({ hasText: TITLE });
  await expect(post.getByRole("list").getByRole("link")).toHaveText(["Heroin", "Rehabilitation", "Addiction"]);
  await expect(post).toContainText("November 9, 2026");
  await expect(post).toContainText(/\d min read/);
  await expect(post.getByRole("link", { name: "Rehabilitation" })).toHaveAttribute("href", "/blog/tags/rehabilitation");
  await post.getByRole("link", { name: TITLE }).click();
  await expect(page).toHaveURL(`/blog/${SLUG}`);
});

test("the blog in Spanish lists the same posts in Spanish, each once, under the same topics", async ({ page }) => {
  const countOf = async (path: string) => {
    await page.goto(path);
    const topics = await page
      .getByRole("navigation", { name: /^(Topics|Temas)$/ })
      .getByRole("link")
      .all();
    return Promise.all(topics.map(async (topic) => (await topic.getAttribute("href"))!.replace(/^\/es/, "")));
  };
  expect((await countOf("/es/blog")).toSorted()).toEqual((await countOf("/blog")).toSorted());
  await page.goto("/es/blog/page/2");
  const post = page.getByRole("article").filter({ hasText: TITLE_ES });
  await expect(post.getByRole("list").getByRole("link")).toHaveText(["Heroína", "Rehabilitación", "Adicción"]);
  await expect(page.locator('main [lang="en"]:not([hreflang], [data-language-offer])')).toHaveCount(0);
  await post.getByRole("link", { name: TITLE_ES }).click();
  await expect(page).toHaveURL(`/es/blog/${SLUG_ES}`);
});

test("a post shows who answers for it, and invents no medical review", async ({ page }) => {
  await page.goto(`/blog/${SLUG}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  const main = page.getByRole("main");
  await expect(main).toContainText(/Written by:\s*Editorial Board of Best Heroin Rehab/);
  await expect(main).toContainText(/Medical review:\s*not yet reviewed/);
  await expect(page.getByRole("heading", { name: "TAGS", exact: true })).toBeVisible();
});

test("the owner's call to action ends every post, word for word", async ({ page }) => {
  await page.goto(`/blog/${SLUG}`);
  const block = page.getByRole("complementary", { name: "Interested in the Best Heroin Rehab in Los Angeles?" });
  await expect(block.getByRole("paragraph")).toHaveText(
    "Discover the best ways to get help for heroin addiction and learn more about successful rehab programs by reading our blog posts. For a comprehensive list of top-rated heroin rehabs in Los Angeles, check out our rankings.",
  );
  await expect(block.getByRole("link", { name: "blog posts" })).toHaveAttribute("href", "/blog");
  await expect(block.getByRole("link", { name: "rankings" })).toHaveAttribute("href", "/rankings");
});

test("every anchor of a post has its target: contents and citations", async ({ page }) => {
  await page.goto(`/blog/${SLUG}`);
  const missing = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
      .map((link) => decodeURIComponent(link.hash.slice(1)))
      .filter((id) => !document.getElementById(id)),
  );
  expect(missing).toEqual([]);
  const sections = page.locator("article .prose > h2");
  await expect(page.getByRole("navigation", { name: "On this page" }).getByRole("link")).toHaveText(
    await sections.allTextContents(),
  );
  await page.getByRole("link", { name: "[5]" }).first().click();
  await expect(page.locator("#ref-5")).toBeInViewport();
  await expect(page.locator("#ref-5")).toContainText("Medications for Opioid Use Disorder Save Lives");
});

test("search engines read a post's author, date and URL", async ({ page }) => {
  await page.goto(`/blog/${SLUG}`);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "") as {
    "@graph": object[];
  };
  expect(data["@graph"][0]).toMatchObject({
    "@type": "BlogPosting",
    headline: TITLE,
    datePublished: "2026-11-09",
    author: [{ name: "Editorial Board of Best Heroin Rehab" }],
    workTranslation: { inLanguage: "es", headline: TITLE_ES, url: expect.stringMatching(`/es/blog/${SLUG_ES}$`) },
  });
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`[^s]/blog/${SLUG}$`));
  await expect(page.locator('link[hreflang="es"]')).toHaveAttribute("href", new RegExp(`/es/blog/${SLUG_ES}$`));
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a post is read in the reader's language, whichever URL they come to, and leads to the other", async ({
    page,
    request,
  }) => {
    // Temporary: a version may be taken back.
    const moved = await request.get(`/es/blog/${SLUG}`, { maxRedirects: 0 });
    expect([moved.status(), moved.headers().location]).toEqual([307, `/es/blog/${SLUG_ES}`]);
    await page.goto(`/blog/${SLUG_ES}`);
    await expect(page).toHaveURL(`/blog/${SLUG}`);
    await page.getByRole("link", { name: TITLE_ES }).click();
    await expect(page).toHaveURL(`/es/blog/${SLUG_ES}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE_ES);
    await expect(page.getByRole("heading", { name: "Preguntas relacionadas" })).toBeVisible();
    await expect(page.locator('.prose a[href="/es/rankings"]').first()).toBeVisible();
    await page.getByRole("link", { name: "English", exact: true }).click();
    await expect(page).toHaveURL(`/blog/${SLUG}`);
    await page.getByRole("link", { name: "Español", exact: true }).click();
    await expect(page).toHaveURL(`/es/blog/${SLUG_ES}`);
  });

  test("a related question opens to its answer", async ({ page }) => {
    await page.goto(`/blog/${SLUG}`);
    const answer = page.getByText("Detox, also called withdrawal management, helps the body");
    await expect(answer).toBeHidden();
    await page.getByText("Is detox the same as rehab?").click();
    await expect(answer).toBeVisible();
  });
});

test("a tag lists the posts that bear it", async ({ page }) => {
  await page.goto("/blog/tags/family");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Posts about Family");
  const posts = await page.getByRole("article").count();
  expect(posts).toBeGreaterThanOrEqual(1);
  await expect(page.getByRole("article").getByRole("link", { name: "Family", exact: true })).toHaveCount(posts);
  await page.getByRole("link", { name: "Español", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Artículos sobre «Familia»");
  await expect(page.getByRole("article")).toHaveCount(posts);
});

for (const [path, words] of [
  ["/blog/no-such-post", "There is no post at this address"],
  ["/es/blog/no-such-post", "No hay ningún artículo en esta dirección"],
  ["/blog/tags/no-such-tag", "There are no posts on this topic"],
  ["/blog/page/99", "There is no page at this address"],
] as const) {
  test(`${path} answers 404 with a whole page that leads on`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(404);
    const html = await response.text();
    expect(html).toContain(words);
    expect(html).toContain('href="tel:911"');
    expect(html).toMatch(/<meta name="robots" content="noindex"/);
  });
}
