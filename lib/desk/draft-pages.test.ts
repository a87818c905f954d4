import { expect, test } from "vitest";
import { draftPage } from "./draft-pages";

test.each([
  ["/admin/listings/new", "newListing", "new"],
  ["/admin/listings/1", "listing", "1"],
  ["/admin/listings/1/call", "call", "1"],
  ["/admin/posts/2", "post", "2"],
  ["/admin/corrections/3", "correction", "3"],
  ["/admin/inquiries/4", "inquiry", "4"],
  ["/admin/rankings/methods/5", "method", "5"],
  ["/admin/rankings/methods/5/criterion-maintenance", "method", "5"],
  ["/admin/settings/teamContact", "setting", "teamContact"],
  ["/admin/posts", "other", ""],
  ["/admin/operators/6", "other", ""],
])("%s is a page of %s %s", (path, kind, subject) => {
  expect(draftPage(path)).toEqual({ kind, subject });
});
