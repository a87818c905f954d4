import { beforeEach, describe, expect, test } from "vitest";
import { getPost, listNewestPosts, listPosts, listPostsByTag, listTags } from "@/lib/posts/queries";
import { db, type Prisma } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import { testDatabase } from "../support/database";

testDatabase();
beforeEach(async () => {
  await db.post.deleteMany();
  await db.tag.deleteMany();
  await db.slugRedirect.deleteMany();
});

const DAY = 24 * 60 * 60 * 1000;
const dayFromToday = (days: number) => new Date(new Date(`${today()}T00:00:00Z`).getTime() + days * DAY);

function publish(slug: string, columns: Partial<Prisma.PostCreateInput> = {}) {
  const texts = { title: `About ${slug}`, summary: "Short", body: "Text" };
  const data = { slug, ...texts, status: "published" as const, publishedOn: dayFromToday(-1), ...columns };
  return db.post.create({ data, select: { id: true } });
}
const tagged = (name: string) => ({
  tags: { connectOrCreate: [{ where: { slug: name.toLowerCase() }, create: { slug: name.toLowerCase(), name } }] },
});
const slugsOf = (posts: { slug: string }[]) => posts.map(({ slug }) => slug);

test.each(["\u0000", "a\u0000", "../a"])("there is no post and no tag at %j", async (slug) => {
  expect(await getPost(slug, "en")).toBeNull();
  expect(await listPostsByTag(slug, "en")).toBeNull();
});

describe("what is not published is nowhere", () => {
  test.each([
    ["a draft", { status: "draft" }, null],
    ["a draft with a date", { status: "draft", publishedOn: dayFromToday(-1) }, null],
    ["a post of tomorrow", { publishedOn: dayFromToday(1) }, null],
    ["an archived post", { status: "archived" }, { status: "gone" }],
    ["an archived post that never came out", { status: "archived", publishedOn: null }, null],
  ] as const)("%s", async (_, columns, answer) => {
    await publish("hidden", { ...columns, ...tagged("Heroin") });
    expect(await getPost("hidden", "en")).toEqual(answer);
    expect((await listPosts("en")).posts).toEqual([]);
    expect(await listNewestPosts("en", 3)).toEqual([]);
    expect(await listTags("en")).toEqual([]);
    expect(await listPostsByTag("heroin", "en")).toBeNull();
  });

  test("a post of today is out", async () => {
    await publish("now", { publishedOn: dayFromToday(0) });
    expect(await getPost("now", "en")).toMatchObject({ status: "found", post: { slug: "now" } });
  });
});

test("a post comes with its text, contents, questions, credits and references in their order", async () => {
  await publish("whole", {
    body: "## One\n\nSee [[1]](#ref-1) and [rankings](/rankings).\n\n## Two\n\n## Three",
    relatedQuestions: {
      create: [
        { position: 1, question: "Second?", answer: "No." },
        { position: 0, question: "First?", answer: "**Yes.**" },
      ],
    },
    credits: { create: [{ position: 0, role: "author", name: "Editorial Board of Best Heroin Rehab" }] },
    references: {
      create: [
        { position: 1, title: "B", publisher: "P", url: "https://example.org/b", checkedOn: new Date("2026-11-01") },
        { position: 0, title: "A", publisher: "P", year: 2020, url: "https://example.org/a" },
      ],
    },
    ...tagged("Heroin"),
  });
  const answer = await getPost("whole", "es");
  expect(answer).toMatchObject({
    status: "found",
    post: {
      locale: "en",
      readingMinutes: 1,
      tags: [{ slug: "heroin", name: "Heroin", locale: "en" }],
      other: null,
      contents: [{ text: "One" }, { text: "Two" }, { text: "Three" }],
      html: expect.stringContaining('<a href="/es/rankings">rankings</a>'),
      relatedQuestions: [
        { question: "First?", answerHtml: "<p><strong>Yes.</strong></p>" },
        { question: "Second?", answerHtml: "<p>No.</p>" },
      ],
      credits: [{ role: "author", name: "Editorial Board of Best Heroin Rehab" }],
      references: [
        { title: "A", year: 2020, checkedOn: null },
        { title: "B", year: null, checkedOn: "2026-11-01" },
      ],
    },
  });
});

describe("an old URL", () => {
  const leadFrom = (fromSlug: string, subjectId: string) =>
    db.slugRedirect.create({ data: { subject: "post", fromSlug, subjectId }, select: { fromSlug: true } });

  test("leads to where the post is now, however often it moved", async () => {
    const { id } = await publish("newest");
    await leadFrom("oldest", id);
    await leadFrom("older", id);
    expect(await getPost("oldest", "en")).toEqual({ status: "moved", slug: "newest" });
    expect(await getPost("older", "en")).toEqual({ status: "moved", slug: "newest" });
  });

  test("of an archived post says that it is gone", async () => {
    const { id } = await publish("newest", { status: "archived" });
    await leadFrom("older", id);
    expect(await getPost("older", "en")).toEqual({ status: "gone" });
  });

  test("of a draft, or of a listing, is nothing", async () => {
    const { id } = await publish("newest", { status: "draft" });
    await leadFrom("older", id);
    await db.slugRedirect.create({ data: { subject: "listing", fromSlug: "clinic", subjectId: id } });
    expect(await getPost("older", "en")).toBeNull();
    expect(await getPost("clinic", "en")).toBeNull();
  });
});

test("the blog is listed newest first, a dozen a page", async () => {
  for (let age = 1; age <= 13; age += 1) await publish(`post-${age}`, { publishedOn: dayFromToday(-age) });
  const first = await listPosts("en");
  expect(first).toMatchObject({ page: 1, pageCount: 2 });
  expect(slugsOf(first.posts)).toEqual(Array.from({ length: 12 }, (_, index) => `post-${index + 1}`));
  expect(slugsOf((await listPosts("en", 2)).posts)).toEqual(["post-13"]);
  expect((await listPosts("en", 3)).posts).toEqual([]);
  expect(slugsOf(await listNewestPosts("en", 2))).toEqual(["post-1", "post-2"]);
});

test("a tag counts and lists its published posts only", async () => {
  await publish("one", tagged("Heroin"));
  await publish("two", { ...tagged("Heroin"), publishedOn: dayFromToday(-2) });
  await publish("three", { ...tagged("Heroin"), status: "draft" });
  await publish("four", { ...tagged("Family"), status: "archived" });
  expect(await listTags("en")).toEqual([{ slug: "heroin", name: "Heroin", locale: "en", posts: 2 }]);
  const found = await listPostsByTag("heroin", "en");
  expect(found?.tag).toEqual({ slug: "heroin", name: "Heroin", locale: "en" });
  expect(slugsOf(found?.posts ?? [])).toEqual(["one", "two"]);
});
