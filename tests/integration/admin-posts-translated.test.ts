// How staff make a post the translation of another.
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createPostAction, savePostAction } from "@/lib/posts/actions";
import { getPostForStaff, listPostsForStaff } from "@/lib/posts/admin-queries";
import { getPost } from "@/lib/posts/queries";
import { db } from "@/lib/server/db";
import { LOCALES, type Locale } from "@/lib/shared/i18n";
import { keptPagesOf } from "@/lib/shared/kept-pages";
import { requireStaff } from "@/lib/staff/session";
import { signInAdministrator } from "../support/administrator";
import { testDatabase } from "../support/database";
import { formOf, outcomeOf, revalidated } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const WORDS = { summary: "What helps.", body: "Words." };

beforeAll(async () => {
  await signInAdministrator();
  await db.tag.create({ data: { slug: "family", name: "Family", nameEs: "Familia" } });
});

let english = "";
let spanish = "";
let made = 0;

beforeEach(async () => {
  made += 1;
  english = await newPost(`Dose ${made}`, "en");
  spanish = await newPost(`Dosis ${made}`, "es");
  await save(english, { ...WORDS, tags: "Family", step: "publish" });
  revalidated.length = 0;
});

async function newPost(title: string, locale: Locale): Promise<string> {
  const outcome = await outcomeOf(() => createPostAction(null, formOf({ title, locale })));
  return "redirect" in outcome ? (/posts\/(.+)\?done=created/.exec(outcome.redirect)?.[1] ?? "") : "";
}
const opened = async (id: string) => (await getPostForStaff(await requireStaff(), id))!;
async function save(id: string, changes: Record<string, string>) {
  const { version, values } = await opened(id);
  return outcomeOf(() => savePostAction(null, formOf({ id, version, ...values, ...changes })));
}
const saved = (id: string) => ({ redirect: `/admin/posts/${id}?done=saved` });
const titlesFor = async (id: string) => (await opened(id)).originals.map(({ title }) => title);

test("a post is linked with its original, once, and the log names the original by its slug", async () => {
  expect(await save(spanish, { ...WORDS, translatesId: english })).toEqual(saved(spanish));
  const { version } = await opened(spanish);
  expect(await save(spanish, {})).toEqual(saved(spanish));
  expect(await opened(spanish)).toMatchObject({ version, translatesId: english, translates: { id: english } });
  expect(await opened(english)).toMatchObject({ translates: null, translations: [{ id: spanish }] });
  const events = await db.auditEvent.findMany({ where: { subjectId: spanish, action: "post.edited" } });
  expect(events).toMatchObject([{ before: { translates: "" }, after: { translates: `dose-${made}` } }]);
  expect(events[0]!.after).not.toHaveProperty("translatesId");
  await save(spanish, { translatesId: "" });
  expect(await opened(spanish)).toMatchObject({ translates: null });
});

test("the list of posts says what each translates, and by what it is translated", async () => {
  await save(spanish, { translatesId: english });
  const { rows } = await listPostsForStaff(await requireStaff(), { q: `${made}`, status: "", page: 1 });
  expect(rows.find(({ id }) => id === spanish)).toMatchObject({ translates: { title: `Dose ${made}` } });
  expect(rows.find(({ id }) => id === english)).toMatchObject({ translations: [{ title: `Dosis ${made}` }] });
});

test("offered are the posts in the other language that are free, and the one that is chosen", async () => {
  const taken = await newPost(`Tomada ${made}`, "es");
  expect(await titlesFor(spanish)).toContain(`Dose ${made}`);
  expect(await titlesFor(spanish)).not.toContain(`Tomada ${made}`);
  await save(taken, { translatesId: english });
  expect(await titlesFor(spanish)).not.toContain(`Dose ${made}`);
  expect(await titlesFor(taken)).toContain(`Dose ${made}`);
  expect(await titlesFor(english)).toEqual([]);
});

describe("refused in words, with what was typed", () => {
  const refused = (fieldErrors: Record<string, string>) => ({
    answer: { status: "invalid", fieldErrors, values: { title: "Typed" } },
  });
  const type = (id: string, changes: Record<string, string>) => save(id, { title: "Typed", ...changes });

  test("a translation in the same language, of itself, of nothing", async () => {
    const other = await newPost(`Other ${made}`, "en");
    for (const translatesId of [other, english, "00000000-0000-7000-8000-000000000000", "x"])
      expect(await type(english, { translatesId })).toMatchObject(refused({ translatesId: "originalOther" }));
    expect(await type(spanish, { locale: "en", translatesId: english })).toMatchObject(
      refused({ translatesId: "originalOther" }),
    );
  });

  test("a second translation, and one of a translation or of a translated post", async () => {
    await save(spanish, { translatesId: english });
    expect(await type(await newPost(`Otra ${made}`, "es"), { translatesId: english })).toMatchObject(
      refused({ translatesId: "originalTaken" }),
    );
    expect(await type(await newPost(`Other ${made}`, "en"), { translatesId: spanish })).toMatchObject(
      refused({ translatesId: "originalOther" }),
    );
    const free = await newPost(`Libre ${made}`, "es");
    expect(await type(english, { translatesId: free })).toMatchObject(
      refused({ translatesId: "originalHasTranslation" }),
    );
  });

  test("the language of its translation", async () => {
    await save(spanish, { translatesId: english });
    expect(await type(english, { locale: "es" })).toMatchObject(refused({ locale: "localeOfTranslation" }));
  });
});

test("of two who translate a post at the same moment one is told", async () => {
  const other = await newPost(`Otra ${made}`, "es");
  const both = await Promise.all([spanish, other].map((id) => save(id, { translatesId: english })));
  expect(both.filter((outcome) => "redirect" in outcome)).toHaveLength(1);
  expect(both).toContainEqual({ answer: expect.objectContaining({ fieldErrors: { translatesId: "originalTaken" } }) });
});

test("a form that was opened before there were translations is taken", async () => {
  const { version, values } = await opened(spanish);
  const { translatesId: _, ...former } = values;
  expect(await outcomeOf(() => savePostAction(null, formOf({ id: spanish, version, ...former })))).toEqual(
    saved(spanish),
  );
});

test("a tag is found by its Spanish name, shown by it in a Spanish post, and no second one is made", async () => {
  await save(spanish, { ...WORDS, tags: "familia, Duelo" });
  expect((await opened(spanish)).values.tags).toBe("Familia, Duelo");
  expect((await opened(english)).values.tags).toBe("Family");
  expect(await db.tag.count({ where: { slug: { in: ["familia", "family"] } } })).toBe(1);
  expect(await db.tag.findUnique({ where: { slug: "duelo" } })).toMatchObject({ name: "Duelo", nameEs: "Duelo" });
});

describe("what happens to one version is seen on the pages of the other", () => {
  const pagesOf = (...slugs: string[]) => slugs.flatMap((slug) => LOCALES.map((locale) => `/${locale}/blog/${slug}`));
  const both = () => [...pagesOf(`dose-${made}`, `dosis-${made}`, "tags/family"), ...keptPagesOf("post")];

  test.each([
    ["published", { step: "publish" }],
    ["taken back", { step: "unpublish" }],
    ["archived", { step: "archive" }],
    ["saved under another title", { title: "Otra" }],
    ["taken off its original", { translatesId: "" }],
  ] as const)("a translation that is %s", async (_, changes) => {
    await save(spanish, {
      ...WORDS,
      translatesId: english,
      ...("step" in changes && changes.step === "publish" ? {} : { step: "publish" }),
    });
    revalidated.length = 0;
    await save(spanish, changes);
    expect(revalidated).toEqual(expect.arrayContaining(both()));
  });

  test("an original that is taken back, or renamed", async () => {
    await save(spanish, { ...WORDS, translatesId: english, step: "publish" });
    revalidated.length = 0;
    await save(english, { slug: `moved-${made}` });
    expect(revalidated).toEqual(expect.arrayContaining([...both(), ...pagesOf(`moved-${made}`)]));
    expect(await getPost(`dose-${made}`, "es")).toEqual({ status: "moved", slug: `dosis-${made}` });
    revalidated.length = 0;
    await save(english, { step: "unpublish" });
    expect(revalidated).toEqual(expect.arrayContaining([...both(), ...pagesOf(`moved-${made}`)]));
  });
});
