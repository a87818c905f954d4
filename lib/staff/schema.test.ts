import { expect, test } from "vitest";
import { signInSchema } from "./schema";

const nextAfter = (next: unknown) =>
  signInSchema.parse({ email: "admin@example.org", password: "correct horse battery", next }).next;

test.each(["/admin", "/admin/listings", "/admin/inquiries/0190c3a1-1111-7222"])("a sign-in may lead to %s", (next) => {
  expect(nextAfter(next)).toBe(next);
});

test.each([
  "https://evil.example",
  "//evil.example",
  "/admin//evil.example",
  "/admin/../contact",
  "/administer",
  "",
  undefined,
])("a sign-in asked to lead to %j leads to the overview", (next) => expect(nextAfter(next)).toBe("/admin"));
