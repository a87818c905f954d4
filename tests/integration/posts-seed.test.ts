import { beforeAll, describe, expect, test } from "vitest";
import { getPostForStaff } from "@/lib/posts/admin-queries";
import { savePost } from "@/lib/posts/mutations";
import { getPost, listPosts, listTags } from "@/lib/posts/queries";
import { postForm, postSchema } from "@/lib/posts/schema";
import { db } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import { LOCALES } from "@/lib/shared/i18n";
import { readSeedPosts } from "@/prisma/seed/post-files";
import { seedPosts } from "@/prisma/seed/posts";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";

/** The blog shows this many on its first page. */
const A_PAGE = 12;
const POSTS = readSeedPosts();
const NOTHING = { created: 0, renewed: 0 };
const FORMER = "what-are-heroin-rehab-programs-and-how-do-they-work";
const EDITED = "paying-for-heroin-treatment-in-los-angeles";

testDatabase();
let first: Awaited<ReturnType<typeof seedPosts>>;
beforeAll(async () => void (first = await seedPosts()));

const rowOf = (slug: string) => db.post.findUniqueOrThrow({ where: { slug }, select: { id: true, version: true } });
const auditOf = (id: string) =>
  db.auditEvent.findMany({
    where: { subjectType: "post", subjectId: id },
    select: { action: true, actorId: true, actorName: true, before: true },
  });

/** Saves a post as a member of the team does in the editor. */
async function edit(slug: string, changes: Record<string, string>): Promise<void> {
  const { id, version } = await rowOf(slug);
  const staff = staffSession();
  const values = (await getPostForStaff(staff, id))!.values;
  const input = postSchema.parse(postForm({ id, version: String(version), ...values, ...changes }));
  expect(await savePost(staff, input, { step: null, day: today() })).toMatchObject({ outcome: "saved" });
}

test("the seed publishes every post of its folder, and running it again changes nothing", async () => {
  expect(first).toEqual({ created: POSTS.length, renewed: 0 });
  const before = await db.post.findMany({ select: { id: true, updatedAt: true } });
  expect(await seedPosts()).toEqual(NOTHING);
  expect(await db.post.findMany({ select: { id: true, updatedAt: true } })).toEqual(before);
  for (const locale of LOCALES) {
    const { posts, pageCount } = await listPosts(locale);
    expect(pageCount).toBe(Math.ceil(POSTS.length / LOCALES.length / A_PAGE));
    expect(posts.map((post) => post.locale)).toEqual(posts.map(() => locale));
  }
  expect((await listTags("en")).map(({ name }) => name)).toContain("Rehabilitation");
  expect((await listTags("es")).map(({ name }) => name)).toContain("Rehabilitación");
});

test("a post shows its tags in the order of its file, not by name", async () => {
  for (const { slug, locale, tags } of POSTS) {
    const names = tags.map(({ name, nameEs }) => ({ name: locale === "es" ? nameEs : name, locale }));
    expect(await getPost(slug, locale)).toMatchObject({ status: "found", post: { tags: names } });
  }
});

test("each translation is linked with its original", async () => {
  for (const { slug, original } of POSTS.filter((post) => post.original)) {
    expect(await getPost(original!.slug, "es")).toEqual({ status: "moved", slug });
    expect(await getPost(slug, "en")).toEqual({ status: "moved", slug: original!.slug });
  }
});

describe("a house that has a former version of the posts", () => {
  test("gets the newer words where nobody on the team touched one, and keeps in the log how it read", async () => {
    const { id, version } = await rowOf(FORMER);
    const former = { body: "Former words.", tagOrder: [], references: { deleteMany: { position: { gt: 2 } } } };
    await db.post.update({ where: { id }, data: former, select: { id: true } });
    expect(await seedPosts()).toEqual({ created: 0, renewed: 1 });
    const post = POSTS.find(({ slug }) => slug === FORMER)!;
    expect(await getPost(FORMER, "en")).toMatchObject({
      status: "found",
      post: {
        tags: post.tags.map(({ name }) => ({ name })),
        references: post.references.map(({ title }) => ({ title })),
      },
    });
    // Whoever has the former version open in the editor is told, and overwrites nothing.
    expect(await rowOf(FORMER)).toEqual({ id, version: version + 1 });
    expect(await auditOf(id)).toMatchObject([
      { action: "post.edited", actorId: null, actorName: "seed", before: { body: "Former words." } },
    ]);
    expect(await seedPosts()).toEqual(NOTHING);
  });

  test("keeps what the team edited or moved", async () => {
    await edit(EDITED, { title: "Edited" });
    expect(await seedPosts()).toEqual(NOTHING);
    expect(await getPost(EDITED, "en")).toMatchObject({ post: { title: "Edited" } });

    await edit(EDITED, { slug: "paying" });
    expect(await seedPosts()).toEqual(NOTHING);
    expect(await getPost(EDITED, "en")).toEqual({ status: "moved", slug: "paying" });
  });

  test("keeps the order that the team gave to tags, and the team's own order is a change", async () => {
    const slug = "helping-someone-you-love-who-uses-heroin";
    await edit(slug, { tags: "Addiction, Family, Heroin" });
    expect(await seedPosts()).toEqual(NOTHING);
    const names = ["Addiction", "Family", "Heroin"].map((name) => ({ name }));
    expect(await getPost(slug, "en")).toMatchObject({ post: { tags: names } });
  });
});

test("no post names a medical reviewer, because there has been none", async () => {
  const credits = await db.postCredit.findMany({ select: { role: true, name: true } });
  expect(credits.length).toBeGreaterThanOrEqual(POSTS.length);
  for (const { role, name } of credits) {
    expect(role).toBe("author");
    expect(["Editorial Board of Best Heroin Rehab", "Consejo Editorial de Best Heroin Rehab"]).toContain(name);
  }
});
