import { expect, test } from "vitest";
import { actionsAt, pagesWithActions } from "./page-actions";

const ids = { contact: "a", correction: "b", savePost: "c", createPost: "d", signOut: "e", receipt: "f" };
const worker = (...files: string[]) => ({ workers: Object.fromEntries(files.map((file) => [`app/${file}`, {}])) });

const pages = pagesWithActions({
  node: {
    [ids.contact]: worker("[locale]/(tools)/contact/page"),
    [ids.correction]: worker("[locale]/(tools)/listings/[slug]/correction/page"),
    [ids.savePost]: worker("admin/posts/[id]/page"),
    [ids.createPost]: worker("admin/posts/new/page"),
    [ids.signOut]: worker("admin/page", "admin/posts/new/page", "admin/posts/[id]/page"),
    [ids.receipt]: worker("[locale]/(tools)/inquiry/[token]/copy/route"),
  },
});

test.each([
  ["/contact", [ids.contact]],
  ["/contact/", [ids.contact]],
  ["/es/contact", [ids.contact]],
  ["/listings/aurora-center/correction", [ids.correction]],
  ["/es/listings/aurora-center/correction", [ids.correction]],
  ["/admin", [ids.signOut]],
  ["/admin/posts/new", [ids.createPost, ids.signOut]],
  ["/admin/posts/17", [ids.savePost, ids.signOut]],
])("%s has the actions of its page", (asked, actions) => {
  expect([...(actionsAt(pages, asked) ?? [])].toSorted()).toEqual(actions.toSorted());
});

test.each([
  "/",
  "/about",
  "/contact/thank-you",
  "/listings/a/b/correction",
  "/inquiry/token/copy",
  "/admin/posts",
  "/en",
])("%s has none", (asked) => {
  expect(actionsAt(pages, asked)).toBeNull();
});
