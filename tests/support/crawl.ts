/** A page as a search engine reads it. Paths begin with "/"; links and forms have their fragments. */
export interface CrawledPage {
  path: string;
  status: number;
  lang: string;
  title: string;
  description: string;
  h1s: number;
  ids: ReadonlySet<string>;
  /** Links to pages of this site. */
  links: readonly string[];
  isIndexable: boolean;
  canonical: string;
  /** What its schema.org data says, as it is written. */
  data: readonly string[];
  /** The path in each language, and as x-default. */
  forms: Readonly<Record<string, string>>;
}

export interface CrawlRequest {
  /** The site, without a trailing slash. */
  base: string;
  /** Whether a page is read, or only known to be linked to. */
  isRead: (path: string) => boolean;
}

const AT_ONCE = 4;

/** Reads "/", and every page that can be reached from it by links, a few at a time. */
export async function crawl({ base, isRead }: CrawlRequest): Promise<Map<string, CrawledPage>> {
  const pages = new Map<string, CrawledPage>();
  const known = new Set(["/"]);
  for (let waiting = [...known]; waiting.length > 0;) {
    const read = await Promise.all(waiting.splice(0, AT_ONCE).map((path) => readPage(base, path)));
    for (const page of read) {
      pages.set(page.path, page);
      const found = page.links.map(withoutFragment).filter((link) => !known.has(link) && isRead(link));
      for (const link of new Set(found)) known.add(link);
      waiting.push(...new Set(found));
    }
  }
  return pages;
}

export function withoutFragment(link: string): string {
  return link.replace(/#.*$/, "");
}

async function readPage(base: string, path: string): Promise<CrawledPage> {
  const response = await fetch(base + path, { headers: { "user-agent": "crawl" } });
  const html = await response.text();
  const ownPath = (url: string) => (url.startsWith(base) ? url.slice(base.length) || "/" : url);
  const links = tags(html, "link").map(attributesOf);
  const metas = tags(html, "meta").map(attributesOf);
  const alternates = links.filter(({ rel, hreflang }) => rel === "alternate" && hreflang);
  const robots = metas.find(({ name }) => name === "robots")?.content ?? "";
  const header = response.headers.get("x-robots-tag") ?? "";
  return {
    path,
    status: response.status,
    lang: attributesOf(tags(html, "html")[0] ?? "").lang ?? "",
    title: decoded(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ""),
    description: metas.find(({ name }) => name === "description")?.content ?? "",
    h1s: tags(html, "h1").length,
    ids: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => decoded(id))),
    links: internalLinks(html, path),
    isIndexable: response.ok && !response.redirected && !/noindex/.test(robots + header),
    canonical: ownPath(links.find(({ rel }) => rel === "canonical")?.href ?? ""),
    data: [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(([, json = ""]) => json),
    forms: Object.fromEntries(alternates.map(({ hreflang, href }) => [hreflang ?? "", ownPath(href ?? "")])),
  };
}

function internalLinks(html: string, path: string): string[] {
  const hrefs = tags(html, "a").flatMap((tag) => attributesOf(tag).href ?? []);
  const whole = hrefs.map((href) => (href.startsWith("#") || href.startsWith("?") ? path + href : href));
  return [...new Set(whole.filter((href) => href.startsWith("/")))];
}

function tags(html: string, name: string): string[] {
  return html.match(new RegExp(`<${name}\\b[^>]*>`, "g")) ?? [];
}

function attributesOf(tag: string): Partial<Record<string, string>> {
  const found = [...tag.matchAll(/\s([a-zA-Z-]+)="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name.toLowerCase(), decoded(value)]));
}

function decoded(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&([a-z]+);/g, (entity, name: string) => named[name] ?? entity);
}
