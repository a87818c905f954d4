// The site as search engines find it: from "/", link by link, in both languages.
import { expect, test } from "@playwright/test";
import { crawl, withoutFragment, type CrawledPage } from "../../support/crawl";
import { patience } from "../../support/patience.mjs";

const LISTING = /^(?:\/es)?\/listings\/([^/?]+)$/;
/** Of so many pages of places one is read: tests/integration/discovery.test.ts looks at the titles of all. */
const EVERY = 60;

const pathsOf = (pages: Iterable<CrawledPage>) => [...pages].map(({ path }) => path);
const repeated = (words: string[]) => words.filter((each, at) => words.indexOf(each) !== at);

test("every link, anchor, title and form of the site is right", async ({ request, baseURL: base = "" }) => {
  test.setTimeout(patience(300_000));
  const xml = await (await request.get("/sitemap.xml")).text();
  const listed = new Set(
    [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = ""]) => url.slice(base.length) || "/"),
  );
  const slugs = [...new Set([...listed].flatMap((path) => LISTING.exec(path)?.[1] ?? []))].toSorted();
  const read = new Set(slugs.filter((_, at) => at % EVERY === 0));
  // What is asked with a query is for people, without end.
  const isRead = (path: string) =>
    !/\?|^\/api\/|\/(correction|asked)$/.test(path) && isChosen(LISTING.exec(path)?.[1], read);

  const pages = await crawl({ base, isRead });
  const all = [...pages.values()];
  const links = all.flatMap((page) => page.links.map((link) => ({ from: page.path, link })));
  const linked = new Set(links.map(({ link }) => withoutFragment(link)));
  const found = all.filter(({ isIndexable }) => isIndexable);
  expect(found.length).toBeGreaterThan(100);

  await test.step("no link is broken", () => {
    expect.soft(pathsOf(all.filter(({ status }) => status !== 200))).toEqual([]);
    const places = links.filter(({ link }) => LISTING.test(withoutFragment(link)));
    expect.soft(places.filter(({ link }) => !listed.has(withoutFragment(link)))).toEqual([]);
  });
  await test.step("every anchor is there", () => {
    const anchors = links.filter(({ link }) => link.includes("#") && pages.has(withoutFragment(link)));
    const isMissing = (link: string) =>
      !pages.get(withoutFragment(link))?.ids.has(decodeURIComponent(link.split("#")[1]!));
    expect.soft(anchors.filter(({ link }) => isMissing(link))).toEqual([]);
  });
  await test.step("what is in the sitemap is reached by links, and what is found is in the sitemap", () => {
    expect.soft([...listed].filter((path) => path !== "/" && !linked.has(path))).toEqual([]);
    expect.soft(pathsOf(found.filter((page) => page.canonical === page.path && !listed.has(page.path)))).toEqual([]);
    expect.soft([...listed].filter((path) => pages.has(path) && !pages.get(path)?.isIndexable)).toEqual([]);
  });
  for (const locale of ["en", "es"])
    await test.step(`no two pages in ${locale} have one title or description`, () => {
      const own = found.filter((page) => page.lang === locale && page.canonical === page.path);
      expect.soft(repeated(own.map(({ title }) => title))).toEqual([]);
      expect.soft(repeated(own.map(({ description }) => description))).toEqual([]);
    });
  await test.step("every description has 70 to 160 characters", () => {
    const wrong = found.filter(({ description: { length } }) => length < 70 || length > 160);
    expect.soft(wrong.map(({ path, description }) => `${path} ${description.length} ${description}`)).toEqual([]);
  });
  await test.step("every page has one main heading and its language", () => {
    expect.soft(pathsOf(all.filter(({ h1s }) => h1s !== 1))).toEqual([]);
    expect.soft(pathsOf(all.filter(({ path, lang }) => lang !== (/^\/es(\/|$)/.test(path) ? "es" : "en")))).toEqual([]);
  });
  await test.step("its data for search engines can be read, and has no rating", () => {
    const data = all.flatMap((page) => page.data);
    expect.soft(data.length).toBeGreaterThan(50);
    const things = data.map((json) => JSON.parse(json) as Record<string, unknown>);
    expect.soft(things.filter((thing) => thing["@context"] !== "https://schema.org")).toEqual([]);
    expect.soft(data.filter((json) => /"[^"]*(rating|review|price|offers)[^"]*":/i.test(json))).toEqual([]);
  });
  await test.step("its canonical URL is one of its forms, and each form names the same forms", () => {
    const strangers = found.filter(({ canonical, forms }) => !Object.values(forms).includes(canonical));
    expect.soft(pathsOf(strangers)).toEqual([]);
    const isMutual = ({ forms }: CrawledPage) =>
      Object.values(forms).every((path) => !pages.has(path) || sameForms(pages.get(path)!.forms, forms));
    expect.soft(pathsOf(found.filter((page) => !isMutual(page)))).toEqual([]);
    expect.soft(pathsOf(found.filter(({ forms }) => !forms["x-default"]))).toEqual([]);
  });
});

function isChosen(slug: string | undefined, read: ReadonlySet<string>): boolean {
  return slug === undefined || read.has(slug);
}

function sameForms(one: CrawledPage["forms"], other: CrawledPage["forms"]): boolean {
  const text = (forms: CrawledPage["forms"]) => JSON.stringify(Object.entries(forms).toSorted());
  return text(one) === text(other);
}
