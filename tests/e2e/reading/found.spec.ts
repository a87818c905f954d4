// What robots, feed readers and systems are told, beside the pages themselves.
import { expect, test, type APIRequestContext } from "@playwright/test";
import { AURORA } from "../../support/public-pages";

async function headOf(request: APIRequestContext, path: string) {
  const html = await (await request.get(path)).text();
  const [head = ""] = html.split("</head>");
  return {
    robots: /<meta name="robots" content="([^"]*)"/.exec(head)?.[1] ?? "",
    canonical: new URL(/<link rel="canonical" href="([^"]*)"/.exec(head)?.[1] ?? "x:/none").pathname,
    feeds: [...head.matchAll(/<link rel="alternate" type="([^"]*)" href="([^"]*)"/g)].map(([, type, url = ""]) => ({
      type,
      url,
    })),
  };
}

for (const path of ["/listings?q=Covina", "/listings?medication=methadone", "/es/listings?sort=rank&q=a"])
  test(`${path} is not found, and leads no robot to further searches`, async ({ request }) => {
    expect(await headOf(request, path)).toMatchObject({ robots: "noindex, nofollow", canonical: "/none" });
  });

for (const path of ["/compare?near=90012", "/call-sheet?add=x", `/shortlist?place=${AURORA}`, "/find?payment=medi-cal"])
  test(`${path} is not found: it is one person's question`, async ({ request }) => {
    expect(await headOf(request, path)).toMatchObject({ robots: "noindex", canonical: "/none" });
  });

test("the form for a place is not found, and names the form without one", async ({ request }) => {
  expect(await headOf(request, `/contact?place=${AURORA}`)).toMatchObject({ robots: "noindex", canonical: "/contact" });
});

for (const path of ["/admin/sign-in", "/contact/thank-you", `/listings/${AURORA}/correction`, "/no/such/page"])
  test(`${path} is not found`, async ({ request }) => {
    expect((await headOf(request, path)).robots).toContain("noindex");
  });

test("robots.txt forbids no page that says noindex, and names the sitemap", async ({ request, baseURL }) => {
  const text = await (await request.get("/robots.txt")).text();
  expect(text).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  expect(text.match(/(?<=Disallow: ).*/g)).toEqual(["/api/health", "/api/ready", "/api/metrics"]);
});

for (const [page, language] of [
  ["/blog", "en"],
  ["/es/blog", "es"],
  ["/", "en"],
] as const)
  test(`${page} leads to the feeds of its language, whose posts are there`, async ({ request, baseURL }) => {
    const { feeds } = await headOf(request, page);
    expect(feeds.map(({ type }) => type)).toEqual(["application/rss+xml", "application/feed+json"]);
    const [rss, json] = await Promise.all(feeds.map(({ url }) => request.get(url)));
    expect(rss!.headers()["content-type"]).toBe("application/rss+xml; charset=utf-8");
    expect(json!.headers()["content-type"]).toBe("application/feed+json; charset=utf-8");
    const feed = (await json!.json()) as { language: string; feed_url: string; items: { url: string }[] };
    expect([feed.language, feed.feed_url]).toEqual([language, feeds[1]!.url]);
    const links = [...(await rss!.text()).matchAll(/<item>[\s\S]*?<link>([^<]*)</g)].map(([, url]) => url);
    expect(links).toEqual(feed.items.map(({ url }) => url));
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((url) => !url?.startsWith(`${baseURL}/`))).toEqual([]);
    expect((await request.get(links[0]!, { maxRedirects: 0 })).status()).toBe(200);
  });

test("every link of llms.txt leads to something", async ({ request }) => {
  const text = await (await request.get("/llms.txt")).text();
  const links = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, url = ""]) => url);
  expect(links.length).toBeGreaterThan(10);
  const answers = await Promise.all(links.map(async (url) => [url, (await request.get(url)).status()]));
  expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
});

test("security.txt says whom to tell, and has not ended", async ({ request, baseURL }) => {
  const answer = await request.get("/.well-known/security.txt");
  expect(answer.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  const text = await answer.text();
  expect(text).toContain(`Canonical: ${baseURL}/.well-known/security.txt`);
  expect(Date.parse(/Expires: (.*)/.exec(text)?.[1] ?? "")).toBeGreaterThan(Date.now());
});

test("the mark is there in every size that the manifest names, and that browsers ask for unasked", async ({
  request,
}) => {
  const manifest = (await (await request.get("/manifest.webmanifest")).json()) as {
    icons: { src: string; type: string }[];
  };
  const asked = [...manifest.icons, { src: "/apple-touch-icon.png", type: "image/png" }];
  for (const { src, type } of asked) expect((await request.get(src)).headers()["content-type"]).toBe(type);
  expect((await request.get("/favicon.ico")).status()).toBe(200);
});
