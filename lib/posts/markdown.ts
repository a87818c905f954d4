import rehypeSanitize, { type Options as AllowList } from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Presence } from "@/lib/facts/presence";
import { localizedPath, type Locale } from "@/lib/shared/i18n";
import { escaped } from "@/lib/shared/escaped";
import { listingSlugOf, type Presences } from "./listing-links";
import { excessOf } from "./markdown-weight";
import type { Heading } from "./types";

type Root = Parameters<ReturnType<typeof rehypeSanitize>>[0];
type Element = Extract<Root["children"][number], { type: "element" }>;

/** The prefix of every anchor, so that a heading cannot take the id of a part of the page or shadow a global. */
const ANCHOR_PREFIX = "section-";
const NOTE_PREFIX = "note-";

const BLOCKS = ["h2", "h3", "h4", "p", "blockquote", "ul", "ol", "li", "pre", "hr"];
const TABLE = ["table", "thead", "tbody", "tr", "th", "td"];
const INLINE = ["a", "strong", "em", "del", "sup", "code", "br"];

/**
 * Everything that a text may become. No images (they would come from other sites), no forms, no classes, no styles. The
 * only ids are those that remark-rehype gives to footnotes, with a prefix: raw HTML is removed before, so a writer
 * cannot set an id.
 */
const ALLOWED: AllowList = {
  tagNames: [...BLOCKS, ...TABLE, ...INLINE],
  attributes: { a: ["href", "title"], ol: ["start"], th: ["align"], td: ["align"], "*": ["id"] },
  protocols: { href: ["http", "https", "mailto", "tel"] },
  ancestors: { li: ["ol", "ul"], tr: ["table"], th: ["table"], td: ["table"], thead: ["table"], tbody: ["table"] },
  strip: ["script", "style"],
  clobber: [],
};

/** What we know of the listings that a text links to: a closed one is marked, and one without a page is no link. */
export interface ListingLinks {
  presences: Presences;
  /** The site's URL, without a slash at its end. */
  site: string;
  /** The mark after the name of a place, in the text's language. */
  marks: Record<Exclude<Presence, "open">, string>;
}

export interface Rendered {
  html: string;
  headings: Heading[];
}

/**
 * Markdown (CommonMark and GitHub's tables, strikethrough and bare links) as HTML that is safe on our pages. Everything
 * that is not on the allow-list is removed, and so is raw HTML. A text that is more than we read as Markdown (nobody can
 * save one, but it may be older than that rule) is shown as plain paragraphs.
 * @param locale the language that links within the site lead to
 */
export async function renderMarkdown(
  markdown: string,
  locale: Locale = "en",
  places?: ListingLinks,
): Promise<Rendered> {
  if (excessOf(markdown)) return plainParagraphs(markdown);
  const headings: Heading[] = [];
  const file = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { clobberPrefix: NOTE_PREFIX })
    .use(() => (tree: Root) => elementsOf(tree).forEach(keepBelowTitle))
    .use(rehypeSanitize, ALLOWED)
    .use(rehypeSlug, { prefix: ANCHOR_PREFIX })
    .use(() => (tree: Root) => {
      for (const element of elementsOf(tree)) {
        if (places) markListings(element, places);
        if (element.tagName === "a") prepareLink(element, locale);
        alignByClass(element);
        keepWhole(element);
        if (isSection(element)) headings.push(headingOf(element));
      }
    })
    .use(rehypeStringify)
    .process(markdown);
  return { html: String(file), headings };
}

/** The texts of one page, as `renderMarkdown`; all of them plain when together they are more than we read. */
export async function renderTogether(
  texts: readonly string[],
  locale?: Locale,
  places?: ListingLinks,
): Promise<Rendered[]> {
  if (excessOf(texts.join("\n\n"))) return texts.map(plainParagraphs);
  return Promise.all(texts.map((text) => renderMarkdown(text, locale, places)));
}

function plainParagraphs(text: string): Rendered {
  const paragraphs = text.split(/(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+/);
  return { html: paragraphs.map((words) => `<p>${escaped(words)}</p>`).join("\n"), headings: [] };
}

/** The page's title is its only first-level heading, and six levels are more than anybody can follow. */
function keepBelowTitle(element: Element): void {
  if (element.tagName === "h1") element.tagName = "h2";
  if (element.tagName === "h5" || element.tagName === "h6") element.tagName = "h4";
}

function markListings(parent: Element, { presences, site, marks }: ListingLinks): void {
  parent.children = parent.children.flatMap((child) => {
    if (child.type !== "element" || child.tagName !== "a") return [child];
    const slug = listingSlugOf(String(child.properties.href), site);
    const presence = slug === null ? undefined : presences.get(slug);
    if (!presence || presence === "open") return [child];
    const mark = { type: "text", value: ` ${marks[presence]}` } as const;
    return presence === "gone" ? [...child.children, mark] : [child, mark];
  });
}

/** Links to other sites do not tell where the reader came from; links within the site keep the reader's language. */
function prepareLink({ properties }: Element, locale: Locale): void {
  const { href } = properties;
  if (typeof href !== "string") return;
  if (/^(https?:)?\/\//i.test(href)) properties.rel = ["noreferrer", "noopener"];
  else if (href.startsWith("/")) properties.href = localizedPath(locale, href);
}

/** Alignment as a class of the stylesheet, and not as an attribute, which HTML no longer has. */
function alignByClass({ properties }: Element): void {
  if (properties.align === "right") properties.className = ["text-end"];
  if (properties.align === "center") properties.className = ["text-center"];
  delete properties.align;
}

/** Telephone numbers, and Medi-Cal: lines break at a hyphen. A link that dials is whole by the stylesheet. */
const WHOLE = /((?:\d-)?\d{3}-\d{3}-\d{4}|Medi-Cal)/;

function keepWhole(element: Element): void {
  if (element.tagName === "code") return;
  element.children = element.children.flatMap((child) => {
    if (child.type !== "text" || !WHOLE.test(child.value)) return [child];
    return child.value.split(WHOLE).map((value, at): Element["children"][number] => {
      const text = { type: "text", value } as const;
      if (at % 2 === 0) return text;
      const className = [value === "Medi-Cal" ? "whole" : "whole-number"];
      return { type: "element", tagName: "span", properties: { className }, children: [text] };
    });
  });
}

function isSection({ tagName, properties }: Element): boolean {
  return /^h[2-4]$/.test(tagName) && String(properties.id).startsWith(ANCHOR_PREFIX);
}

function headingOf(element: Element): Heading {
  return { id: String(element.properties.id), text: textOf(element), level: Number(element.tagName.slice(1)) };
}

function elementsOf(parent: Root | Element): Element[] {
  const children: readonly { type: string }[] = parent.children;
  return children
    .filter((child): child is Element => child.type === "element")
    .flatMap((element) => [element, ...elementsOf(element)]);
}

function textOf(node: Element["children"][number]): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}
