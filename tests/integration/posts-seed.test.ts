import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { getPost, listPosts, listTags } from "@/lib/posts/queries";
import { readSeedPosts, seedPosts } from "@/prisma/seed/posts";
import { testDatabase } from "../support/database";

testDatabase();
let created: number;
beforeAll(async () => ({ created } = await seedPosts()));

test("the seed publishes six posts, and running it again changes nothing", async () => {
  expect(created).toBe(6);
  const before = await db.post.findMany({ select: { id: true, updatedAt: true } });
  expect(await seedPosts()).toEqual({ created: 0 });
  expect(await db.post.findMany({ select: { id: true, updatedAt: true } })).toEqual(before);
  expect((await listPosts()).posts).toHaveLength(6);
  expect((await listTags()).map(({ name }) => name)).toContain("Rehabilitation");
});

test("what staff have edited or moved since is left alone", async () => {
  const slug = "paying-for-heroin-treatment-in-los-angeles";
  const { id } = await db.post.update({ where: { slug }, data: { title: "Edited" }, select: { id: true } });
  await seedPosts();
  expect(await getPost(slug, "en")).toMatchObject({ post: { title: "Edited" } });

  await db.post.update({ where: { id }, data: { slug: "paying" }, select: { id: true } });
  await db.slugRedirect.create({
    data: { subject: "post", fromSlug: slug, subjectId: id },
    select: { subjectId: true },
  });
  await seedPosts();
  expect(await getPost(slug, "en")).toEqual({ status: "moved", slug: "paying" });
});

describe.each(readSeedPosts().map((post) => [post.slug, post] as const))("%s", (_, post) => {
  const texts = [post.title, post.summary, post.body, ...post.relatedQuestions.map(({ answer }) => answer)].join("\n");

  test("has 700 words or more, and three references or more, each cited", () => {
    expect(post.body.split(/\s+/).length).toBeGreaterThanOrEqual(700);
    expect(post.references.length).toBeGreaterThanOrEqual(3);
    const uncited = post.references
      .map((_reference, index) => index + 1)
      .filter((at) => !texts.includes(`#ref-${at})`));
    expect(uncited).toEqual([]);
  });

  test("puts the person first", () => {
    expect(texts).not.toMatch(/\b(addicts?|abusers?|junkies?|alcoholics?|substance abuse|got clean|dirty)\b/i);
  });

  test("names no medical reviewer, because there has been none", async () => {
    const credits = await db.postCredit.findMany({
      where: { post: { title: post.title } },
      select: { role: true, name: true },
    });
    for (const credit of credits)
      expect(credit).toEqual({ role: "author", name: "Editorial Board of Best Heroin Rehab" });
  });
});
