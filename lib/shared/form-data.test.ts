import { expect, test } from "vitest";
import { z } from "./zod";
import { parseForm, rowsOf, textsOf } from "./form-data";

const schema = z.object({
  name: z
    .string()
    .min(1, "nameMissing")
    .regex(/^[a-z]+$/, "nameFormat"),
  password: z.string().min(12, "short"),
  links: z.array(z.object({ url: z.url("urlFormat") })).default([]),
});

test("only the fields a person filled are read, without what a database cannot keep", () => {
  const form = new FormData();
  form.set("name", "a\0na");
  form.set("$ACTION_ID_1", "");
  form.set("file", new Blob(["x"]));
  expect(textsOf(form)).toEqual({ name: "ana" });
});

test("a form that fits gives its data", () => {
  expect(parseForm(schema, { name: "ana", password: "long enough password" })).toEqual({
    ok: true,
    data: { name: "ana", password: "long enough password", links: [] },
  });
});

test("each field's first error comes back with what was typed, but never a secret", () => {
  const typed = { name: "", password: "secret", "links.1.url": "nowhere" };
  const links = [{ url: "https://example.org" }, { url: "nowhere" }];
  expect(parseForm(schema, { ...typed, links }, ["password"])).toEqual({
    ok: false,
    result: {
      status: "invalid",
      fieldErrors: { name: "nameMissing", password: "short", "links.1.url": "urlFormat" },
      values: { name: "", "links.1.url": "nowhere" },
    },
  });
});

test("errors come in the order of the form", () => {
  const parsed = parseForm(schema, { name: "", password: "short" });
  expect(parsed.ok ? [] : Object.keys(parsed.result.fieldErrors)).toEqual(["name", "password"]);
});

test("repeated rows are gathered in order, and a made-up number asks for nothing", () => {
  const texts = { "links.1.url": "b", "links.0.url": "a", "links.999999999.url": "c", "links.-1.url": "d", other: "e" };
  expect(rowsOf(texts, "links")).toEqual([{ url: "a" }, { url: "b" }]);
});
