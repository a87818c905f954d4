import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createPostAction, savePostAction } from "@/lib/posts/actions";
import { getPostForStaff, previewPost } from "@/lib/posts/admin-queries";
import { getPost } from "@/lib/posts/queries";
import { db } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import { keptPagesOf } from "@/lib/shared/kept-pages";
import { requireStaff } from "@/lib/staff/session";
import { signInAdministrator } from "../support/administrator";
import { testDatabase } from "../support/database";
import { formOf, outcomeOf, revalidated } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const TEXTS = {
  summary: "What helps.",
  body: "## A heading\r\n\r\nWords <script>alert(1)</script>",
  tags: "Heroin, Los Angeles, heroin",
  "relatedQuestions.0.question": "Is it free?",
  "relatedQuestions.0.answer": "Sometimes.",
  "relatedQuestions.1.question": "",
  "relatedQuestions.1.answer": " ",
  "credits.0.role": "author",
  "credits.0.name": "The Editorial Board",
  "credits.1.role": "author",
  "credits.1.name": "",
  "references.0.title": "",
  "references.0.publisher": "",
  "references.0.year": "",
  "references.0.url": "",
  "references.0.checkedOn": "",
  "references.1.title": "Facts",
  "references.1.publisher": "CDC",
  "references.1.year": "2025",
  "references.1.url": "https://www.cdc.gov/",
  "references.1.checkedOn": "2026-11-01",
};

beforeAll(signInAdministrator);

let id: string;
let made = 0;

beforeEach(async () => {
  revalidated.length = 0;
  made += 1;
  const outcome = await outcomeOf(() => createPostAction(null, formOf({ title: `Post ${made}`, locale: "en" })));
  id = "redirect" in outcome ? (/posts\/(.+)\?done=created/.exec(outcome.redirect)?.[1] ?? "") : "";
});

async function edited(changes: Record<string, string> = {}) {
  const post = await getPostForStaff(await requireStaff(), id);
  if (!post) throw new Error("no post");
  return formOf({ id, version: post.version, ...post.values, ...changes });
}
const save = (form: FormData) => outcomeOf(() => savePostAction(null, form));
const press = async (step: string, changes: Record<string, string> = {}) => save(await edited({ ...changes, step }));

test("a new post is a draft under a free URL made of its title", async () => {
  await createPostAction(null, formOf({ title: `Post ${made}`, locale: "es" })).catch(() => undefined);
  const posts = await db.post.findMany({ where: { title: `Post ${made}` }, orderBy: { createdAt: "asc" } });
  expect(posts).toMatchObject([
    { slug: `post-${made}`, status: "draft", locale: "en" },
    { slug: `post-${made}-2`, status: "draft", locale: "es" },
  ]);
});

test("saving keeps rows in order, leaves empty ones out, and makes one tag of two spellings", async () => {
  expect(await save(await edited(TEXTS))).toEqual({ redirect: `/admin/posts/${id}?done=saved` });
  const post = await getPostForStaff(await requireStaff(), id);
  expect(post).toMatchObject({
    version: 2,
    body: "## A heading\n\nWords <script>alert(1)</script>",
    tags: [{ name: "Heroin" }, { name: "Los Angeles" }],
    relatedQuestions: [{ question: "Is it free?", answer: "Sometimes." }],
    credits: [{ role: "author", name: "The Editorial Board" }],
    references: [{ title: "Facts", year: 2025 }],
  });
});

test("what is wrong in a row is said at that row, and what was typed comes back", async () => {
  const form = await edited({ ...TEXTS, "references.1.url": "javascript:alert(1)", "relatedQuestions.0.answer": "" });
  expect(await save(form)).toMatchObject({
    answer: {
      status: "invalid",
      fieldErrors: { "references.1.url": "urlFormat", "relatedQuestions.0.answer": "answerMissing" },
      values: { "references.1.url": "javascript:alert(1)", summary: "What helps." },
    },
  });
});

test("the preview runs no script", async () => {
  await save(await edited(TEXTS));
  const preview = await previewPost(await requireStaff(), id);
  expect(preview?.html).toContain("A heading</h2>");
  expect(preview?.html).not.toContain("<script");
});

describe("publishing", () => {
  test("is refused while there is nothing to read", async () => {
    expect(await press("publish")).toMatchObject({ answer: { status: "failed", code: "incomplete" } });
    expect(await getPost(`post-${made}`, "en")).toBeNull();
  });

  test("shows the post under today's date and makes its pages anew; taking it back hides it", async () => {
    await save(await edited(TEXTS));
    revalidated.length = 0;
    expect(await press("publish")).toEqual({ redirect: `/admin/posts/${id}?done=saved` });
    expect(await getPost(`post-${made}`, "en")).toMatchObject({ post: { publishedOn: today() } });
    expect(revalidated).toEqual(
      expect.arrayContaining([
        `/en/blog/post-${made}`,
        `/es/blog/post-${made}`,
        "/en/blog/tags/heroin",
        ...keptPagesOf("post"),
      ]),
    );
    await press("unpublish");
    expect(await getPost(`post-${made}`, "es")).toBeNull();
  });

  test("an archived post says that it was there", async () => {
    await save(await edited(TEXTS));
    await press("publish");
    await press("archive");
    expect(await getPost(`post-${made}`, "en")).toEqual({ status: "gone" });
  });

  test("a published post cannot be emptied", async () => {
    await save(await edited(TEXTS));
    await press("publish");
    const gaps: Record<string, string>[] = [{ body: "" }, { summary: " " }, { publishedOn: "" }];
    for (const gap of gaps)
      expect(await save(await edited(gap))).toMatchObject({ answer: { status: "failed", code: "incomplete" } });
  });
});

test("another URL leaves a redirect", async () => {
  await save(await edited({ ...TEXTS, slug: `moved-${made}` }));
  await press("publish");
  expect(await getPost(`post-${made}`, "en")).toEqual({ status: "moved", slug: `moved-${made}` });
});

test("the second of two editors sees both sides and overwrites nothing", async () => {
  const [first, second] = [await edited({ title: "One" }), await edited({ title: "Two" })];
  await save(first);
  expect(await save(second)).toMatchObject({
    answer: { status: "conflict", current: { version: 2, saved: { title: "One" }, typed: { title: "Two" } } },
  });
});

describe("a button that moves a post", () => {
  const events = () => db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { at: "asc" } });
  const row = () => db.post.findUniqueOrThrow({ where: { id } });

  test.each([
    ["publish", "published"],
    ["unpublish", "draft"],
    ["archive", "archived"],
  ])("%s takes along what stands in the fields", async (step, status) => {
    await press(step === "publish" ? "archive" : "publish", TEXTS);
    expect(await press(step, { title: `Typed ${made}` })).toEqual({ redirect: `/admin/posts/${id}?done=saved` });
    expect(await row()).toMatchObject({ status, title: `Typed ${made}` });
  });

  test.each(["publish", "unpublish", "archive"])(
    "%s is refused with what cannot be saved, and keeps it",
    async (step) => {
      await press("publish", TEXTS);
      expect(await press(step, { slug: "Not An Address", body: "New words" })).toMatchObject({
        answer: { status: "invalid", fieldErrors: { slug: "slugFormat" }, values: { body: "New words" } },
      });
      expect(await row()).toMatchObject({
        status: "published",
        body: "## A heading\n\nWords <script>alert(1)</script>",
      });
    },
  );

  test("pressed twice is one act, one after the other or at once", async () => {
    const form = await edited({ ...TEXTS, step: "publish" });
    const done = { redirect: `/admin/posts/${id}?done=saved` };
    expect(await Promise.all([save(form), save(form)])).toEqual([done, done]);
    expect(await save(form)).toEqual(done);
    expect((await events()).map(({ action }) => action)).toEqual(["post.created", "post.edited", "post.published"]);
    expect(await row()).toMatchObject({ version: 2 });
  });
});
