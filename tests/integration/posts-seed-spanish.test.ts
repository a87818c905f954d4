// A house that has the English posts gets the Spanish ones at its next start, and keeps what its team did.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { getPostForStaff } from "@/lib/posts/admin-queries";
import { savePost } from "@/lib/posts/mutations";
import { getPost, listTags } from "@/lib/posts/queries";
import { postForm, postSchema, type PostStep } from "@/lib/posts/schema";
import { db } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import { readSeedPosts } from "@/prisma/seed/post-files";
import { seedPosts } from "@/prisma/seed/posts";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";

testDatabase();

const TRANSLATIONS = readSeedPosts().filter(({ original }) => original);
const ENGLISH = "paying-for-heroin-treatment-in-los-angeles";
const { slug: SPANISH } = TRANSLATIONS.find(({ original }) => original!.slug === ENGLISH)!;
const NOTHING = { created: 0, renewed: 0 };

/** The house as it was before there were Spanish posts, untouched by its team. */
beforeEach(async () => {
  await db.post.deleteMany();
  await db.tag.deleteMany();
  await db.slugRedirect.deleteMany();
  await seedPosts();
  await db.post.deleteMany({ where: { locale: "es" } });
  await db.tag.updateMany({ data: { nameEs: null } });
});

const find = (slug: string) => db.post.findUnique({ where: { slug }, include: { translates: true } });

/** Saves a post as a member of the team does in the editor. */
async function edit(slug: string, changes: Record<string, string>, step: PostStep = null): Promise<void> {
  const { id, version } = (await find(slug))!;
  const staff = staffSession();
  const values = (await getPostForStaff(staff, id))!.values;
  const input = postSchema.parse(postForm({ id, version: String(version), ...values, ...changes }));
  expect(await savePost(staff, input, { step, day: today() })).toMatchObject({ outcome: "saved" });
}

test("it gets them with their links and the tags' names, once", async () => {
  expect(await seedPosts()).toEqual({ created: TRANSLATIONS.length, renewed: 0 });
  expect(await find(SPANISH)).toMatchObject({ status: "published", translates: { slug: ENGLISH } });
  expect((await listTags("es")).filter(({ locale }) => locale !== "es")).toEqual([]);
  expect(await seedPosts()).toEqual(NOTHING);
});

test("a translation that lost its link, or has former words, is brought up to date", async () => {
  await seedPosts();
  await db.post.update({ where: { slug: SPANISH }, data: { translatesId: null, body: "Palabras anteriores." } });
  expect(await seedPosts()).toEqual({ created: 0, renewed: 1 });
  expect(await getPost(ENGLISH, "es")).toEqual({ status: "moved", slug: SPANISH });
});

describe("what the team did", () => {
  test.each([
    ["edited", { title: "Edited" }, null, { status: "found" }],
    ["archived", {}, "archive", { status: "gone" }],
  ] as const)(
    "to a post that it %s is not contradicted: its translation waits as a draft",
    async (_, changes, step, answer) => {
      await edit(ENGLISH, changes, step);
      expect(await seedPosts()).toEqual({ created: TRANSLATIONS.length, renewed: 0 });
      expect(await find(SPANISH)).toMatchObject({ status: "draft", translates: { slug: ENGLISH } });
      expect(await getPost(ENGLISH, "es")).toMatchObject(answer);
      expect(await seedPosts()).toEqual(NOTHING);
    },
  );

  test("to a post that it moved: the translation is linked with it where it is now", async () => {
    await edit(ENGLISH, { slug: "paying" });
    await seedPosts();
    expect(await find(SPANISH)).toMatchObject({ translates: { slug: "paying" } });
    expect(await seedPosts()).toEqual(NOTHING);
  });

  test("to a translation stays, also that it is none any more", async () => {
    await seedPosts();
    await edit(SPANISH, { translatesId: "" });
    expect(await seedPosts()).toEqual(NOTHING);
    expect(await find(SPANISH)).toMatchObject({ translates: null });
  });

  test("by translating a post itself stays: there is no second translation", async () => {
    const original = (await find(ENGLISH))!;
    const own = { slug: "nuestra", title: "Nuestra", summary: "S", body: "T", locale: "es", translatesId: original.id };
    await db.post.create({ data: own });
    expect(await seedPosts()).toEqual({ created: TRANSLATIONS.length - 1, renewed: 0 });
    expect(await find(SPANISH)).toBeNull();
  });

  test("to a post's language: there is nothing left to translate", async () => {
    await edit(ENGLISH, { locale: "es" });
    expect(await seedPosts()).toEqual({ created: TRANSLATIONS.length - 1, renewed: 0 });
  });

  test("by naming a tag in Spanish stays", async () => {
    await db.tag.update({ where: { slug: "medication" }, data: { nameEs: "Medicinas" } });
    await db.tag.create({ data: { slug: "familia", name: "Familia", nameEs: "Familia" } });
    await seedPosts();
    const tags = await db.tag.findMany({ where: { slug: { in: ["medication", "family"] } }, orderBy: { slug: "asc" } });
    expect(tags.map(({ nameEs }) => nameEs)).toEqual([null, "Medicinas"]);
  });
});

describe("a malformed translation is refused by its file's name", () => {
  let folder = "";
  const file = path.join("es", `${ENGLISH}.md`);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "posts-"));
    cpSync("prisma/seed/posts", folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ["without its original", /^translates: .*\n/m, "", "translates"],
    ["of a post that is not there", /^translates: .*$/m, "translates: no-such-post", "there is no such post"],
    [
      "of a post that another file translates",
      /^translates: .*$/m,
      "translates: methadone-take-home-doses",
      "as another file does",
    ],
    ["with fewer tags", /^tags: .*$/m, "tags: [Heroína]", "has 1 tags"],
    ["with another name for a tag", /^tags: .*$/m, "tags: [Heroína, Pagos, Los Ángeles]", "calls the tag paying"],
    ["with a word for a date", /^publishedOn: .*$/m, "publishedOn: ayer", "publishedOn"],
    ["that cites what it does not list", /\(#ref-1\)/, "(#ref-99)", "cites #ref-99"],
  ])("%s", (_, part, instead, words) => {
    const whole = path.join(folder, file);
    writeFileSync(whole, readFileSync(whole, "utf8").replace(part, instead));
    expect(() => readSeedPosts(folder)).toThrow(words);
    expect(() => readSeedPosts(folder)).toThrow(".md: ");
  });
});
