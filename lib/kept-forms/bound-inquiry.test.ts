import { expect, test } from "vitest";
import { erasurePath, inquiryPath, withdrawalPath } from "@/lib/inquiries/paths";
import { inquiryOf } from "./bound-inquiry";

const ID = "0190a8b0-0000-7000-8000-000000000001";

test.each([inquiryPath(ID), erasurePath(ID), withdrawalPath(ID)])("%s is about its inquiry", (path) => {
  expect(inquiryOf(path)).toBe(ID);
});

test.each(["/admin/inquiries", `/admin/posts/${ID}`, `/admin/inquiries/${ID}0`, `/x/admin/inquiries/${ID}`])(
  "%s is about none",
  (path) => {
    expect(inquiryOf(path)).toBeNull();
  },
);
