// Over the real places: one closes and one is taken down, and every public page that names places is drawn.
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { findCandidates, findListingsNamed } from "@/lib/choices/queries";
import { narrowConsent } from "@/lib/consents/mutations";
import { newReference } from "@/lib/corrections/correction-reference";
import { fullTitle, TITLE_COLUMNS } from "@/lib/facts/listing-title";
import { kindSegment } from "@/lib/facts/kind-segment";
import { readNewestEdition } from "@/lib/open-data/queries";
import { recordOutreach } from "@/lib/outreach/mutations";
import { publishEdition } from "@/lib/rankings/mutations";
import { getEdition, getNewestEdition, getWholeEdition } from "@/lib/rankings/queries";
import type { RankedProgram } from "@/lib/rankings/types";
import { receiptTokenOf } from "../support/inquiry";
import { db } from "@/lib/server/db";
import { messagesOf, type Locale } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";
import { drawPage, type PageVisit } from "../support/drawn-pages";
import { newInquiry, outreachStaff, receiptHolder } from "../support/inquiry";
import { mapPageOf } from "../support/map-pages";
import { routesNamingListings } from "../support/place-pages";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);

testDatabase({ seeded: true });

type MadeListing = Awaited<ReturnType<typeof placeThat>>;
let closed: MadeListing;
let gone: MadeListing;
/** The page of the map that has the closed one. */
let onMap: Awaited<ReturnType<typeof mapPageOf>>;
let token = "";
/** Of somebody who permitted any listed place. */
let anyToken = "";

async function placeThat(fits: (entry: RankedProgram, index: number) => boolean) {
  const edition = await getNewestEdition();
  const { slug } = edition!.entries.find(fits)!.listing;
  return db.listing.findUniqueOrThrow({
    where: { slug },
    select: { id: true, slug: true, kind: true, ...TITLE_COLUMNS },
  });
}

const ACCEPTED = {
  status: "accepted",
  topic: "other",
  grounds: "other",
  locale: "en",
  wrong: "x",
  contentHash: "x",
  publicNote: "We changed it.",
  publicNoteLocale: "en",
} as const;

beforeAll(async () => {
  // The example of the method, and another one of the three on the home page.
  closed = await placeThat(({ coverage }) => coverage < 1);
  gone = await placeThat(({ listing }, index) => index > 0 && listing.slug !== closed.slug);
  onMap = await mapPageOf(closed.slug);
  const { id, reference } = await newInquiry({ places: [closed.id, gone.id] });
  const any = await newInquiry();
  [token, anyToken] = [await receiptTokenOf(reference), await receiptTokenOf(any.reference)];
  for (const { id: listingId } of [closed, gone]) {
    const request = { inquiryId: id, listingId, way: "call", shared: ["needs"] } as const;
    await recordOutreach(outreachStaff, request);
    // More than a page of the log.
    await db.correction.createMany({
      data: Array.from({ length: 26 }, (_, at) => {
        return { ...ACCEPTED, decidedAt: new Date(Date.now() - at * 1000), reference: newReference(), listingId };
      }),
    });
  }
  await db.post.create({
    data: {
      slug: "two-places",
      title: "Two places",
      summary: "Two",
      status: "published",
      publishedOn: new Date("2026-11-01"),
      body: `See [one](/listings/${closed.slug}) and [other](/es/listings/${gone.slug}#why).`,
      relatedQuestions: { create: [{ position: 1, question: "Where?", answer: `[Here](/listings/${closed.slug}).` }] },
      references: {
        create: [closed, gone].map(({ slug, name }, at) => {
          return { position: at + 1, title: name, publisher: "Us", url: `http://localhost:3000/listings/${slug}` };
        }),
      },
    },
  });
  const closing = { closedOn: new Date("2026-11-20"), closedReason: "Its door is locked." };
  await db.listing.update({ where: { id: closed.id }, data: closing });
  await db.listing.update({ where: { id: gone.id }, data: { status: "archived" } });
});

interface Visit extends PageVisit {
  /** It names the place without a link to its page. */
  hasNoLink?: boolean;
  /** It names open places, or others, only: the closed one is not there at all. */
  leavesOut?: boolean;
}

const both = () => ({ place: [closed.slug, gone.slug] });
const kind = () => ({ kind: kindSegment(closed.kind) });

/** Every route that names places, as a visitor comes to it. A new one has to be added here. */
const VISITS: Record<string, Visit> = {
  "(reading)": { leavesOut: true },
  "(reading)/blog/[slug]": { params: () => ({ slug: "two-places" }) },
  "(reading)/corrections": {},
  "(reading)/corrections/page/[page]": { params: () => ({ page: "2" }) },
  "(reading)/listings/[slug]": { params: () => ({ slug: closed.slug }), hasNoLink: true },
  // The closed one is on a later page of its area, and on the first and only page of its kind there.
  "(reading)/map/[area]": { params: () => ({ area: onMap.area }), leavesOut: true },
  "(reading)/map/[area]/page/[page]": { params: () => ({ area: onMap.area, page: String(onMap.page) }) },
  "(reading)/map/kinds/[kind]/[area]": { params: () => ({ ...kind(), area: onMap.area }) },
  "(reading)/map/kinds/[kind]/[area]/page/[page]": {
    params: () => ({ kind: kindSegment("residential"), area: onMap.area, page: "2" }),
    leavesOut: true,
  },
  "(reading)/rankings": { leavesOut: true },
  "(reading)/rankings/data": { hasNoLink: true },
  "(reading)/rankings/editions/[number]": { params: () => ({ number: "1" }), leavesOut: true },
  "(reading)/rankings/editions/[number]/not-ranked/page/[page]": {
    params: () => ({ number: "1", page: "1" }),
    leavesOut: true,
  },
  "(reading)/rankings/editions/[number]/page/[page]": { params: () => ({ number: "1", page: "1" }) },
  "(reading)/rankings/kinds/[kind]": { params: kind },
  // Both are near the top.
  "(reading)/rankings/kinds/[kind]/page/[page]": {
    params: () => ({ kind: kindSegment("residential"), page: "2" }),
    leavesOut: true,
  },
  "(reading)/rankings/method/[version]/[section]": {
    params: () => ({ version: "1", section: "formula" }),
    hasNoLink: true,
  },
  "(reading)/rankings/not-ranked/page/[page]": { params: () => ({ page: "1" }), leavesOut: true },
  "(reading)/rankings/page/[page]": { params: () => ({ page: "1" }) },
  "(answers)/call-sheet": { search: both },
  "(answers)/compare": { search: both },
  "(tools)/contact": { search: both, hasNoLink: true },
  "(tools)/inquiry/[token]": { params: () => ({ token }) },
  "(tools)/inquiry/[token]/narrow": { params: () => ({ token: anyToken }), search: both, hasNoLink: true },
  "(answers)/listings": { search: () => ({ q: closed.name }) },
  "(answers)/listings/[slug]/asked": {
    params: () => ({ slug: closed.slug }),
    search: () => ({ payment: "medi-cal" }),
    hasNoLink: true,
  },
  "(tools)/listings/[slug]/correction": { params: () => ({ slug: closed.slug }), hasNoLink: true },
  "(answers)/map/asked": { search: () => ({ q: closed.name }) },
  "(tools)/rankings/mine": {},
  "(tools)/shortlist": { search: both },
};

const draw = (route: string, locale: Locale, visit: Visit = VISITS[route]!) => drawPage(route, locale, visit);

test("every route that names places is visited", () => {
  expect(Object.keys(VISITS).toSorted()).toEqual(routesNamingListings());
});

const words = (html: string) => html.replace(/<!--.*?-->|<[^>]+>/g, "").replace(/\s+/g, " ");

describe.each(["en", "es"] as const)("as soon as they are closed or taken down (%s)", (locale) => {
  const { presence } = messagesOf(locale).listings;
  // A post is read in the language it was written in.
  const isMarked = (text: string) => [presence.closed, "(closed)"].some((mark) => text.includes(` ${mark}`));

  const visits = Object.entries(VISITS);

  test.each(visits.filter(([, { leavesOut }]) => leavesOut))("%s does not name them", async (route) => {
    const html = await draw(route, locale);
    for (const { slug } of [closed, gone]) expect(html).not.toMatch(new RegExp(`/listings/${slug}["#?]`));
  });

  test.each(visits.filter(([, { leavesOut }]) => !leavesOut))("%s says so", async (route, { hasNoLink = false }) => {
    const html = (await draw(route, locale)).replace(/<script.*?<\/script>/gs, "");
    const links = html.split(new RegExp(`<a (?=href="[^"]*/listings/${closed.slug}(?:#[a-z]+)?")`)).slice(1);
    // The way back from the form, to the other language, and to a part of the page whose name stands above.
    const naming = links.filter((link) => !/^[^>]*(>\s*<span aria-hidden="true">←|lang=|#(facts|why)")/.test(link));
    expect(naming.length > 0 || hasNoLink).toBe(true);
    for (const link of naming) expect(words(`<${link}`).slice(0, 300)).toSatisfy(isMarked);
    expect(html).not.toMatch(new RegExp(`href="[^"]*/listings/${gone.slug}["#?]`));
    const says = locale === "en" ? /\(closed\)|is closed/ : /\(cerrado\)|\(closed\)|está cerrado/;
    expect(says.test(words(html))).toBe(true);
  });
});

test("a pick of the first page gives way to the next as soon as it closes", async () => {
  const { id, slug } = await placeThat(({ listing }) => listing.presence === "open");
  const picked = async () => (await draw("(reading)", "en")).split('id="top-title"')[1]!.split("</section>")[0]!;
  expect(await picked()).toContain(`href="/listings/${slug}"`);
  await db.listing.update({ where: { id }, data: { closedOn: new Date("2026-11-20") } });
  try {
    const html = await picked();
    expect(html).not.toContain(`/listings/${slug}`);
    expect(html.match(/<h3/g)).toHaveLength(3);
  } finally {
    await db.listing.update({ where: { id }, data: { closedOn: null } });
  }
});

test("a place that is gone keeps its name and figures in the edition that ranked it, without a page or a URL", async () => {
  const was = (await getWholeEdition(1))!;
  const place = [...was.entries.flatMap(({ members }) => members), ...was.exclusions].find(
    ({ listing }) => listing.slug === gone.slug,
  );
  expect(place?.listing).toMatchObject({ name: gone.name, presence: "gone" });
  const head = await draw("(reading)/rankings/editions/[number]", "en");
  const list = await draw("(reading)/rankings/editions/[number]/page/[page]", "en");
  expect(words(list)).toContain(`${gone.name} (no longer listed)`);
  expect(words(head)).toContain("1 place of this edition is no longer listed here");
  expect(head + list).not.toContain(gone.slug);
});

test("a place that closed keeps its rank in the edition that ranked it, and the next one leaves it out", async () => {
  const was = (await getEdition(1))!.entries.find(({ listing }) => listing.slug === closed.slug)!;
  expect(was.listing.presence).toBe("closed");
  const [json, csv] = [(await readNewestEdition("json"))!.body, (await readNewestEdition("csv"))!.body];
  const answer = JSON.parse(json) as { entries: { rank: number; members: { slug: string; closed: boolean }[] }[] };
  expect(answer.entries.filter(({ members }) => members.some((place) => place.closed))).toMatchObject([
    { rank: was.rank, members: [{ slug: closed.slug }] },
  ]);
  const lines = parse<Record<string, string>>(csv, { columns: true });
  expect(lines.filter((line) => line.closed === "true")).toMatchObject([{ rank: `${was.rank}`, slug: closed.slug }]);
  await publishEdition(system("rank"), { area: "Los Angeles" });
  const next = (await getNewestEdition())!;
  const left = next.exclusions.find(({ reason }) => reason === "closed");
  expect(left?.listing).toMatchObject({ slug: closed.slug, presence: "closed" });
  expect(next.entries.map(({ listing }) => listing.slug)).not.toContain(closed.slug);
});

describe("nobody is sent there any more", () => {
  test("no list of places to go on to, or to name in a consent, has it", async () => {
    const candidates = await findCandidates();
    expect(candidates.length).toBeGreaterThan(3);
    const found = [...candidates, ...(await findListingsNamed(closed.name, "open"))].map(({ slug }) => slug);
    expect(found).not.toContain(closed.slug);
    expect(found).not.toContain(gone.slug);
  });

  test("the form does not offer to ask it, and says why", async () => {
    const html = await draw("(tools)/contact", "en");
    expect(html).not.toContain(`value="${closed.slug}"`);
    expect(words(html)).toContain(`${fullTitle(closed)} is closed. Nobody can be asked there.`);
    expect(words(html)).toContain(`${gone.name} is no longer listed.`);
  });

  test("its own page asks elsewhere, and its call sheet has neither number nor question", async () => {
    const page = await draw("(reading)/listings/[slug]", "en");
    expect(page).not.toContain("/contact?place=");
    expect(page).not.toContain("/call-sheet?place=");
    expect(page).toContain('href="/contact"');
    const sheet = await draw("(answers)/call-sheet", "en", { search: () => ({ place: closed.slug }) });
    expect(sheet).toContain(`id="call-${closed.slug}"`);
    const [, own = ""] = sheet.split(`aria-labelledby="call-${closed.slug}"`);
    expect(own.split("</section>")[0]).not.toMatch(/tel:|Can I start methadone/);
  });

  test("a permission for any place is not narrowed to it", async () => {
    const { reference } = await newInquiry();
    expect(await narrowConsent(await receiptHolder(reference), [closed.slug])).toBe("none_chosen");
  });

  test("an old link to a place that was taken down says that it is no longer listed, and where to look", async () => {
    const html = await draw("(reading)/listings/[slug]", "en", { params: () => ({ slug: gone.slug }) });
    expect(html).toContain('data-status="410"');
    expect(words(html)).toContain(`${gone.name} is no longer listed`);
    expect(html).toContain('href="/listings"');
  });
});
