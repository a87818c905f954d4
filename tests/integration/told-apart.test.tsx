// Over the real places, many of which share a name: whatever names one says which of them it is, to readers who see the
// line around a name and to people who hear a link or a button alone.
import { selectAll } from "hast-util-select";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { newReference } from "@/lib/corrections/correction-reference";
import { kindSegment } from "@/lib/facts/kind-segment";
import { fullTitle, TITLE_COLUMNS } from "@/lib/facts/listing-title";
import { recordOutreach } from "@/lib/outreach/mutations";
import { plainWords } from "@/lib/search/words";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { drawPage, type PageVisit } from "../support/drawn-pages";
import { newInquiry, outreachStaff, receiptTokenOf } from "../support/inquiry";
import { routesNamingListings } from "../support/place-pages";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);

testDatabase({ seeded: true });

type Element = ReturnType<typeof selectAll>[number];
type Root = ReturnType<typeof parse>;
type Nodes = Root | Root["children"][number] | Element["children"][number];

const SHARED = "Safe Refuge";
/** Places of one name in one city. */
let alike: string[];
let token = "";
let anyToken = "";

const ACCEPTED = {
  status: "accepted",
  topic: "other",
  grounds: "other",
  locale: "en",
  wrong: "x",
  contentHash: "x",
} as const;

beforeAll(async () => {
  const places = await db.listing.findMany({ where: { name: SHARED }, select: { id: true, slug: true } });
  alike = places.map(({ slug }) => slug).toSorted();
  const [one, two] = [places[0]!.id, places[1]!.id];
  const { id, reference } = await newInquiry({ places: [one, two] });
  [token, anyToken] = [await receiptTokenOf(reference), await receiptTokenOf((await newInquiry()).reference)];
  for (const listingId of [one, two]) {
    await recordOutreach(outreachStaff, { inquiryId: id, listingId, way: "call", shared: ["needs"] });
    const decided = { decidedAt: new Date(), publicNote: "We changed it.", publicNoteLocale: "en" } as const;
    // More than a page of the log.
    await db.correction.createMany({
      data: Array.from({ length: 26 }, () => ({ ...ACCEPTED, ...decided, reference: newReference(), listingId })),
    });
  }
});

const chosen = (count: number) => () => ({ place: alike.slice(0, count) });
const ASKED = { payment: "medi-cal", language: "spanish" };

const VISITS: Record<string, PageVisit> = {
  "(reading)": {},
  "(reading)/blog/[slug]": { params: () => ({ slug: "how-we-rank-heroin-rehabs-in-los-angeles" }) },
  "(reading)/corrections": {},
  "(reading)/corrections/page/[page]": { params: () => ({ page: "2" }) },
  "(reading)/listings/[slug]": { params: () => ({ slug: alike[0]! }) },
  "(reading)/map/[area]": { params: () => ({ area: "southeast-and-long-beach" }) },
  "(reading)/map/[area]/page/[page]": { params: () => ({ area: "southeast-and-long-beach", page: "2" }) },
  "(reading)/map/kinds/[kind]/[area]": {
    params: () => ({ kind: kindSegment("residential"), area: "southeast-and-long-beach" }),
  },
  "(reading)/map/kinds/[kind]/[area]/page/[page]": {
    params: () => ({ kind: kindSegment("residential"), area: "southeast-and-long-beach", page: "2" }),
  },
  "(reading)/rankings": {},
  "(reading)/rankings/data": {},
  "(reading)/rankings/editions/[number]": { params: () => ({ number: "1" }) },
  "(reading)/rankings/editions/[number]/not-ranked/page/[page]": { params: () => ({ number: "1", page: "3" }) },
  "(reading)/rankings/editions/[number]/page/[page]": { params: () => ({ number: "1", page: "2" }) },
  "(reading)/rankings/kinds/[kind]": { params: () => ({ kind: kindSegment("residential") }) },
  "(reading)/rankings/kinds/[kind]/page/[page]": { params: () => ({ kind: kindSegment("residential"), page: "2" }) },
  "(reading)/rankings/method/[version]/[section]": { params: () => ({ version: "1", section: "formula" }) },
  "(reading)/rankings/not-ranked/page/[page]": { params: () => ({ page: "2" }) },
  "(reading)/rankings/page/[page]": { params: () => ({ page: "1" }) },
  "(answers)/call-sheet": { search: () => ({ ...chosen(6)(), ...ASKED }) },
  "(answers)/compare": { search: () => ({ ...chosen(4)(), add: SHARED }) },
  "(tools)/contact": { search: chosen(12) },
  "(tools)/inquiry/[token]": { params: () => ({ token }) },
  "(tools)/inquiry/[token]/narrow": {
    params: () => ({ token: anyToken }),
    search: () => ({ ...chosen(3)(), add: SHARED }),
  },
  "(answers)/listings": { search: () => ({ q: SHARED }) },
  "(answers)/listings/[slug]/asked": { params: () => ({ slug: alike[0]! }), search: () => ASKED },
  "(tools)/listings/[slug]/correction": { params: () => ({ slug: alike[0]! }) },
  "(answers)/map/asked": { search: () => ({ q: SHARED }) },
  "(tools)/rankings/mine": {},
  "(tools)/shortlist": { search: chosen(12) },
};

test("no two listings have the same full title, however it is written or read out", async () => {
  const rows = await db.listing.findMany({ where: { status: "published" }, select: TITLE_COLUMNS });
  expect(rows.length).toBeGreaterThan(900);
  expect(alike.length).toBeGreaterThan(10);
  const titles = rows.map((row) => plainWords(fullTitle(row)).join(" "));
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

test("every route that names places is visited", () => {
  expect(Object.keys(VISITS).toSorted()).toEqual(routesNamingListings());
});

const parse = (html: string) => unified().use(rehypeParse, { fragment: true }).parse(html);
const hidden = { heard: "ariaHidden", seen: "className" } as const;

/** What somebody hears or sees of an element. */
function textOf(node: Nodes, how: keyof typeof hidden): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  const { [hidden[how]]: value, ariaLabel } = node.type === "element" ? node.properties : {};
  if (how === "heard" ? value === "true" : Array.isArray(value) && value.includes("sr-only")) return "";
  if (how === "heard" && typeof ariaLabel === "string") return ariaLabel;
  return node.children.map((child) => textOf(child, how)).join(" ");
}

/** What an element leads to or keeps, and of which listing; null for any other. */
function aboutOf({ tagName, properties }: Element): { kind: string; slug: string } | null {
  if (tagName === "button" && properties.dataShortlist) return { kind: "keep", slug: String(properties.dataShortlist) };
  if (tagName !== "a") return null;
  const { href = "" } = properties;
  const kinds = {
    page: /^(?:\/es)?\/listings\/([^/?#]+)(?:\/asked\?.*)?$/,
    compare: /^\/compare\?place=([^&]+)(?!.*place=)/,
    add: /[?&]place=([^&]+)$/,
  };
  const found = Object.entries(kinds).flatMap(([kind, pattern]) => {
    const slug = pattern.exec(href)?.[1];
    return slug ? [{ kind, slug }] : [];
  });
  return found[0] ?? null;
}

/** The smallest parts of a page that can stand for one listing: what a reader takes in at one look. */
const LINES = new Set(["li", "th", "section"]);

interface Found {
  heard: { kind: string; slug: string; words: string }[];
  calls: string[];
  /** The listings that each part of the page has links to. */
  lines: Map<Element, Set<string>>;
}

const wordsOf = (element: Element, how: keyof typeof hidden) => plainWords(textOf(element, how)).join(" ");

function look(node: Nodes, within: readonly Element[], found: Found): Found {
  if (node.type === "element") {
    const about = aboutOf(node);
    if (about) found.heard.push({ ...about, words: wordsOf(node, "heard") });
    if (about?.kind === "page")
      for (const line of within) found.lines.set(line, (found.lines.get(line) ?? new Set()).add(about.slug));
    // The help lines are short, or toll-free.
    if (String(node.properties.href).startsWith("tel:+")) found.calls.push(textOf(node, "heard"));
  }
  const inner = node.type === "element" && LINES.has(node.tagName) ? [...within, node] : within;
  if ("children" in node) for (const child of node.children) look(child, inner, found);
  return found;
}

describe.each(Object.keys(VISITS))("on %s", (route) => {
  test("no two places are named alike", async () => {
    const html = (await drawPage(route, "en", VISITS[route]!)).replace(/<script.*?<\/script>/gs, "");
    const { heard, calls, lines } = look(parse(html), [], { heard: [], calls: [], lines: new Map() });
    const whose = new Map<string, string>();
    const expectOwn = (words: string, slug: string) => {
      expect([words, whose.get(words) ?? slug]).toEqual([words, slug]);
      whose.set(words, slug);
    };
    for (const { kind, slug, words } of heard) expectOwn(`${kind}: ${words}`, slug);
    for (const call of calls) expect(call).toMatch(/Call .+, .+: /);
    for (const [line, slugs] of lines) if (slugs.size === 1) expectOwn(wordsOf(line, "seen"), [...slugs][0]!);
  });
});

test("a form names each place that can be ticked, or that is in the list on the device, apart from all others", async () => {
  for (const route of ["(tools)/contact", "(tools)/inquiry/[token]/narrow"]) {
    const root = parse(await drawPage(route, "en", VISITS[route]!));
    const labels = selectAll("label", root)
      .map((label) => textOf(label, "seen").trim())
      .filter((label) => label.startsWith(SHARED));
    expect(labels.length).toBeGreaterThan(2);
    expect(new Set(labels).size).toBe(labels.length);
  }
  const root = parse(await drawPage("(answers)/listings", "en", VISITS["(answers)/listings"]!));
  const kept = selectAll("button[data-shortlist] .sr-only", root).map((name) => textOf(name, "heard"));
  expect(kept.length).toBeGreaterThan(10);
  expect(new Set(kept).size).toBe(kept.length);
});
