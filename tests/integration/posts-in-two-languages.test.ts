import { beforeEach, describe, expect, test } from "vitest";
import { generateMetadata } from "@/app/[locale]/(reading)/blog/[slug]/page";
import { getPost, listNewestPosts, listPosts, listPostsByTag, listTags } from "@/lib/posts/queries";
import { db, type Prisma } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import { LOCALES, type Locale } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";

testDatabase();

const DAY = 24 * 60 * 60 * 1000;
const dayFromToday = (days: number) => new Date(new Date(`${today()}T00:00:00Z`).getTime() + days * DAY);
const YESTERDAY = dayFromToday(-1);

const HEROIN = { slug: "heroin", name: "Heroin", nameEs: "Heroína" };
const tagged = { tags: { connect: { slug: "heroin" } } };
const texts = { summary: "Short", body: "Text", status: "published" as const, publishedOn: YESTERDAY };

function write(columns: Prisma.PostUncheckedCreateInput): Promise<{ id: string }> {
  return db.post.create({ data: columns, select: { id: true } });
}
let english: string;
let spanish: string;
const originalOf = (translatesId: string) => ({ locale: "es", translatesId });
const change = (id: string, data: Prisma.PostUncheckedUpdateInput) =>
  db.post.update({ where: { id }, data, select: { id: true } });

beforeEach(async () => {
  await db.post.deleteMany();
  await db.tag.deleteMany();
  await db.slugRedirect.deleteMany();
  await db.tag.create({ data: HEROIN });
  english = (await write({ ...texts, ...tagged, slug: "dose", title: "The dose" })).id;
  const translated = { ...texts, ...tagged, ...originalOf(english), slug: "dosis", title: "La dosis" };
  spanish = (await write(translated)).id;
});

const NOT_PUBLIC: [string, Prisma.PostUncheckedUpdateInput][] = [
  ["a draft", { status: "draft" }],
  ["archived", { status: "archived" }],
  ["of tomorrow", { publishedOn: dayFromToday(1) }],
];
const metadataOf = (locale: Locale, slug: string) =>
  generateMetadata({ params: Promise.resolve({ locale, slug }), searchParams: Promise.resolve({}) });
/** Without the feeds, which every page of posts has. */
const alternatesOf = async (locale: Locale, slug: string) => {
  const { canonical, languages } = (await metadataOf(locale, slug)).alternates ?? {};
  return { canonical, languages };
};
const slugsFor = async (reader: Locale) => {
  const lists = [
    (await listPosts(reader)).posts,
    await listNewestPosts(reader, 5),
    (await listPostsByTag("heroin", reader))?.posts ?? [],
  ];
  const [first, ...others] = lists.map((posts) => posts.map(({ slug }) => slug));
  for (const other of others) expect(other).toEqual(first);
  return first;
};

describe("a post in both languages", () => {
  test("is listed once, in the reader's language, and counted once", async () => {
    expect(await slugsFor("en")).toEqual(["dose"]);
    expect(await slugsFor("es")).toEqual(["dosis"]);
    expect(await listTags("en")).toEqual([{ slug: "heroin", name: "Heroin", locale: "en", posts: 1 }]);
    expect(await listTags("es")).toEqual([{ slug: "heroin", name: "Heroína", locale: "es", posts: 1 }]);
    expect((await listPosts("es")).pageCount).toBe(1);
  });

  test("is read in the reader's language, whichever URL they come to, and names the other", async () => {
    expect(await getPost("dose", "es")).toEqual({ status: "moved", slug: "dosis" });
    expect(await getPost("dosis", "en")).toEqual({ status: "moved", slug: "dose" });
    expect(await getPost("dose", "en")).toMatchObject({
      post: { title: "The dose", isTranslation: false, other: { slug: "dosis", locale: "es", title: "La dosis" } },
    });
    expect(await getPost("dosis", "es")).toMatchObject({
      post: { isTranslation: true, other: { slug: "dose", locale: "en" }, tags: [{ name: "Heroína" }] },
    });
  });

  test("an old URL of either leads straight to the reader's", async () => {
    for (const [fromSlug, subjectId] of [
      ["old-dose", english],
      ["vieja-dosis", spanish],
    ] as const)
      await db.slugRedirect.create({ data: { subject: "post", fromSlug, subjectId } });
    for (const slug of ["old-dose", "vieja-dosis"]) {
      expect(await getPost(slug, "en")).toEqual({ status: "moved", slug: "dose" });
      expect(await getPost(slug, "es")).toEqual({ status: "moved", slug: "dosis" });
    }
  });

  test("tells search engines where it is in each language", async () => {
    const languages = { en: "/blog/dose", es: "/es/blog/dosis", "x-default": "/blog/dose" };
    expect(await alternatesOf("en", "dose")).toEqual({ canonical: "/blog/dose", languages });
    expect(await alternatesOf("es", "dosis")).toEqual({ canonical: "/es/blog/dosis", languages });
  });
});

describe.each(NOT_PUBLIC)("while its translation is %s, a post", (_, columns) => {
  beforeEach(() => change(spanish, columns));

  test("is listed and read in its own language on both sides, and names no other", async () => {
    for (const reader of LOCALES) {
      expect(await slugsFor(reader)).toEqual(["dose"]);
      expect(await getPost("dose", reader)).toMatchObject({ post: { locale: "en", other: null } });
    }
    expect(await listTags("es")).toMatchObject([{ posts: 1 }]);
  });

  test("has one canonical URL", async () => {
    const languages = { en: "/blog/dose", "x-default": "/blog/dose" };
    for (const reader of LOCALES)
      expect(await alternatesOf(reader, "dose")).toEqual({ canonical: "/blog/dose", languages });
  });

  test("is not what the translation's URL leads to", async () => {
    const answer = columns.status === "archived" ? { status: "gone" } : null;
    for (const reader of LOCALES) expect(await getPost("dosis", reader)).toEqual(answer);
  });
});

test.each(NOT_PUBLIC)("while an original is %s, its translation stands alone", async (_, columns) => {
  await change(english, columns);
  for (const reader of LOCALES) {
    expect(await slugsFor(reader)).toEqual(["dosis"]);
    expect(await getPost("dosis", reader)).toMatchObject({ post: { locale: "es", other: null } });
    expect(await alternatesOf(reader, "dosis")).toEqual({
      canonical: "/es/blog/dosis",
      languages: { es: "/es/blog/dosis", "x-default": "/es/blog/dosis" },
    });
  }
});

test("topics are sorted by the name that the reader sees; one without a Spanish name keeps its other one", async () => {
  for (const tag of [
    { slug: "addiction", name: "Addiction", nameEs: "Adicción" },
    { slug: "paying", name: "Paying", nameEs: "Cómo pagar" },
    { slug: "grief", name: "Grief" },
  ])
    await db.tag.create({ data: { ...tag, posts: { connect: { id: english } } } });
  await change(spanish, { status: "draft" });
  expect((await listTags("en")).map(({ name }) => name)).toEqual(["Addiction", "Grief", "Heroin", "Paying"]);
  expect((await listTags("es")).map(({ name, locale }) => [name, locale])).toEqual([
    ["Adicción", "es"],
    ["Cómo pagar", "es"],
    ["Grief", "en"],
    ["Heroína", "es"],
  ]);
});

describe("the database refuses", () => {
  const another = (columns: Partial<Prisma.PostUncheckedCreateInput>) =>
    write({ ...texts, slug: "another", title: "Another", ...columns });
  const OTHER_LANGUAGE = "A translation is in another language than its original";
  const ORIGINAL = "An original is no translation";

  test("a translation in its original's language", async () => {
    await expect(another({ locale: "en", translatesId: english })).rejects.toThrow(OTHER_LANGUAGE);
    await expect(change(spanish, { locale: "en" })).rejects.toThrow(OTHER_LANGUAGE);
    await expect(change(english, { locale: "es" })).rejects.toThrow(OTHER_LANGUAGE);
  });

  test("a translation of a translation, and an original that becomes one", async () => {
    await expect(another({ locale: "en", translatesId: spanish })).rejects.toThrow(ORIGINAL);
    const { id } = await another({ locale: "es" });
    await expect(change(english, { translatesId: id })).rejects.toThrow(ORIGINAL);
  });

  test("a second translation into a language, and a post that translates itself", async () => {
    await expect(another({ locale: "es", translatesId: english })).rejects.toMatchObject({ code: "P2002" });
    const { id } = await another({});
    await expect(change(id, { translatesId: id })).rejects.toThrow(OTHER_LANGUAGE);
    await expect(change(id, { translatesId: id, locale: "es" })).rejects.toThrow("Post_translates_another");
  });

  test("of changes at the same moment those that would make a chain, or a translation in its original's language", async () => {
    const { id } = await another({ locale: "en" });
    await change(spanish, { translatesId: null });
    const both = await Promise.allSettled([
      change(spanish, { translatesId: english }),
      change(english, { translatesId: null, locale: "es" }),
      change(id, { translatesId: spanish }),
    ]);
    const posts = await db.post.findMany({ include: { translates: true } });
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    for (const { locale, translates } of posts) {
      expect(translates?.translatesId ?? null).toBeNull();
      expect(translates?.locale).not.toBe(locale);
    }
  });
});

test("a translation whose original is deleted is an original from then on", async () => {
  await db.post.delete({ where: { id: english } });
  expect(await getPost("dosis", "es")).toMatchObject({ post: { isTranslation: false, other: null } });
});
