// What somebody types on the desk is kept as they type it, for them, apart from what is public.
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/admin/kept-forms/route";
import { inquiryPath } from "@/lib/inquiries/paths";
import { createPost } from "@/lib/posts/mutations";
import { savePostAction } from "@/lib/posts/actions";
import { eraseInquiryFor } from "@/lib/receipts/mutations";
import { db } from "@/lib/server/db";
import { MAX_FORM_BYTES } from "@/lib/server/form-request";
import { keepWordsAction } from "@/lib/staff/actions";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { requireStaff } from "@/lib/staff/session";
import { newStaffKey } from "@/lib/staff/staff-form-key";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newInquiry, outreachStaff } from "../support/inquiry";
import { browser, formOf, outcomeOf } from "../support/staff-request";
import { as, idOf, signInTwo, type Person } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const PAGE = "/admin/posts/a-post";

beforeAll(signInTwo);
beforeEach(async () => {
  browser.headers.set("x-request-path", PAGE);
  await db.keptForm.deleteMany();
});

type Fields = Record<string, string>;
/** A form of a page that was shown to the author just now, or at another moment. */
const typed = (fields: Fields, { path = PAGE, form = "post", shownAt = Date.now() } = {}) => {
  const key = newStaffKey({ staffId: idOf.get("author") ?? "" }, shownAt);
  return formOf({ $key: key, $form: form, $keptAt: path, ...fields });
};
/** What our script sends, whose own path the proxy names. */
const sent = (form: FormData) => {
  browser.headers.set("x-request-path", "/admin/kept-forms");
  const fields = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const body = new URLSearchParams(fields).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": String(body.length) };
  return new Request("https://example.org/admin/kept-forms", { method: "POST", body, headers });
};
const keep = async (form: FormData, person: Person = "author") => {
  const request = sent(form);
  const outcome = await as(person, () => POST(request));
  return "answer" in outcome ? ((await outcome.answer.json()) as Fields) : outcome;
};
const formsOf = async (person: Person, path = PAGE, words?: string) => {
  browser.headers.set("x-request-path", path);
  const outcome = await as(person, async () => getStaffForms(await requireStaff(), words));
  if (!("answer" in outcome)) throw new Error("Not signed in");
  return outcome.answer;
};

describe("as one types", () => {
  test("the newest words are kept for their writer, sealed, on their page", async () => {
    expect(await keep(typed({ title: "A ti" }))).toMatchObject({ status: "kept" });
    expect(await keep(typed({ title: "A title" }))).toMatchObject({ status: "kept" });
    const rows = await db.keptForm.findMany({ select: { words: true, keptAt: true } });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.words).not.toContain("title");
    expect(await formsOf("author")).toMatchObject({ kept: { post: { title: "A title" } }, keptAt: rows[0]?.keptAt });
    expect((await formsOf("author", "/admin/posts/another")).kept).toEqual({});
  });

  test("what is typed back to what is saved is kept no longer", async () => {
    await keep(typed({ title: "A title" }));
    expect(await keep(typed({ title: "", $untouched: "1" }))).toEqual({ status: "nothing" });
    expect((await formsOf("author")).kept).toEqual({});
  });

  test("whoever is signed out meanwhile is told so, and the words are kept", async () => {
    browser.forget();
    const request = sent(typed({ title: "Late" }));
    expect(await outcomeOf(() => POST(request))).toEqual({
      redirect: `/admin/sign-in?next=${encodeURIComponent(PAGE)}`,
    });
    expect((await formsOf("author")).kept).toEqual({ post: { title: "Late" } });
  });

  test.each([
    ["no key", { $form: "post", $keptAt: PAGE }],
    ["a made-up key", { $key: "made.up", $form: "post", $keptAt: PAGE }],
  ])("with %s nothing is kept", async (_, fields) => {
    expect(await keep(formOf(fields))).toEqual({ status: "refused" });
    expect(await db.keptForm.count()).toBe(0);
  });

  test.each([
    "https://example.org/admin",
    "//example.org",
    "/listings",
    "/admin/../listings?x",
    `/admin/${"x".repeat(600)}`,
  ])("a page at %s is none of the desk", async (path) => {
    expect(await keep(typed({ title: "x" }, { path }))).toEqual({ status: "refused" });
    expect(await db.keptForm.count()).toBe(0);
  });

  test("more than a form can hold is refused before it is read", async () => {
    const request = sent(typed({ title: "A title" }));
    request.headers.set("content-length", String(MAX_FORM_BYTES + 1));
    expect(await as("author", () => POST(request))).toMatchObject({ answer: { status: 413 } });
    expect(await db.keptForm.count()).toBe(0);
  });

  test("without scripts a button keeps them, and leads back to the page", async () => {
    expect(await as("author", () => keepWordsAction(typed({ title: "By hand" })))).toEqual({
      redirect: `${PAGE}?done=kept`,
    });
    expect((await formsOf("author")).kept).toEqual({ post: { title: "By hand" } });
  });
});

describe("until they are saved", () => {
  const post = async () => {
    const id = await createPost(staffSession(), { title: "Before", locale: "en" });
    const { version, slug } = await db.post.findUniqueOrThrow({ where: { id }, select: { version: true, slug: true } });
    const fields = {
      id,
      version: String(version),
      title: "After",
      slug,
      locale: "en",
      summary: "",
      body: "",
      tags: "",
    };
    return { path: `/admin/posts/${id}`, fields: { publishedOn: "", translatesId: "", ...fields } };
  };

  test("a form that is refused keeps what was sent", async () => {
    const { path, fields } = await post();
    const sent = { ...fields, title: "" };
    expect(await as("author", () => savePostAction(null, typed(sent, { path })))).toMatchObject({
      answer: { status: "invalid" },
    });
    expect((await formsOf("author", path)).kept).toEqual({ post: sent });
  });

  test("a save forgets them, and what its page still sends; the page that follows keeps again", async () => {
    const { path, fields } = await post();
    const before = Date.now() - 1000;
    await keep(typed(fields, { path, shownAt: before }));
    expect(await as("author", () => savePostAction(null, typed(fields, { path, shownAt: before })))).toEqual({
      redirect: `${path}?done=saved`,
    });
    expect((await formsOf("author", path)).kept).toEqual({});
    const late = await keep(typed(fields, { path, shownAt: before }));
    expect(late).toEqual({ status: "old", key: expect.any(String) });
    expect((await formsOf("author", path)).kept).toEqual({});
    const again = { ...fields, title: "Once more" };
    expect(
      await keep(formOf({ ...again, $key: (late as Fields).key ?? "", $form: "post", $keptAt: path })),
    ).toMatchObject({
      status: "kept",
    });
    expect((await formsOf("author", path)).kept).toEqual({ post: again });
  });

  test("the action of every form that keeps its words says when they are saved", () => {
    const sources = globSync("lib/*/actions.ts").map((file) => readFileSync(file, "utf8"));
    const bodyOf = (name: string) => {
      const source = sources.find((each) => each.includes(`export async function ${name}(`)) ?? "";
      const from = source.indexOf(`export async function ${name}(`);
      return source.slice(from, source.indexOf("\n}", from));
    };
    const unsettled: string[] = [];
    let count = 0;
    for (const file of globSync("components/admin/**/*.tsx")) {
      const source = readFileSync(file, "utf8");
      if (!/<StaffForm[^>]*\skeeps\b/.test(source)) continue;
      for (const [name] of source.matchAll(/\b\w+Action\b(?=[,;\s)}]*)/g)) {
        if (name === "useStaffAction") continue;
        count += 1;
        // The settings' actions share how they are saved.
        if (!/settle\(staff, form\)|return save\(staff, form,/.test(bodyOf(name))) unsettled.push(`${file}: ${name}`);
      }
    }
    expect(unsettled).toEqual([]);
    expect(count).toBeGreaterThan(15);
  });
});

describe("of a colleague", () => {
  test("they are told of, and shown when they are asked for; both have them", async () => {
    await keep(typed({ title: "Hers" }));
    const [waiting] = (await formsOf("second")).others;
    expect(waiting).toMatchObject({ form: "post", writer: "Administrator" });
    expect((await formsOf("second")).kept).toEqual({});
    const shown = await formsOf("second", PAGE, waiting?.id);
    expect(shown).toMatchObject({ kept: { post: { title: "Hers" } }, taken: { writer: "Administrator" } });
    expect((await formsOf("author")).kept).toEqual({ post: { title: "Hers" } });
    expect((await formsOf("second", "/admin/posts/another", waiting?.id)).kept).toEqual({});
    expect((await formsOf("second", PAGE, "nothing")).kept).toEqual({});
  });
});

describe("about a person", () => {
  test("they are their writer's alone, go with the person, and none come after", async () => {
    const { id } = await newInquiry();
    const path = inquiryPath(id);
    const note = () => typed({ id, text: "Called back, prefers evenings." }, { path, form: "note" });
    await keep(note());
    expect((await formsOf("author", path)).kept).toMatchObject({ note: { id } });
    expect(await formsOf("second", path)).toMatchObject({ others: [], kept: {} });
    const { id: keptId } = await db.keptForm.findFirstOrThrow({ select: { id: true } });
    expect((await formsOf("second", path, keptId)).kept).toEqual({});
    await eraseInquiryFor(outreachStaff, id, "phone");
    expect(await db.keptForm.count()).toBe(0);
    await keep(note());
    expect(await db.keptForm.count()).toBe(0);
  });

  test("words about an inquiry that was never there are not kept", async () => {
    await keep(typed({ text: "x" }, { path: inquiryPath("0190a8b0-0000-7000-8000-000000000001"), form: "note" }));
    expect(await db.keptForm.count()).toBe(0);
  });
});
