import { expect, test } from "vitest";
import { pageHead, pageOf } from "./pages";

const LIMITS = { name: "perPage", usual: 100, most: 250 } as const;
const asked = (query: string) => pageOf(`http://localhost/api/v1/listings${query}`, LIMITS);

test("a URL that names no page asks for the first, of the usual size", () => {
  expect(asked("")).toEqual({ page: 1, size: 100 });
  expect(asked("?page=3&perPage=250&utm=1")).toEqual({ page: 3, size: 250 });
});

test("what is no page number, too large or said twice asks for nothing", () => {
  for (const query of [
    "page=0",
    "page=-1",
    "page=1.5",
    "page=",
    "page=1e3",
    "page=1&page=2",
    "perPage=251",
    "perPage=x",
  ])
    expect([query, asked(`?${query}`)]).toEqual([query, null]);
});

test("pages hold every record once, and an empty list has one empty page", () => {
  expect(pageHead(0, { page: 1, size: 100 })).toEqual({ first: 0, total: 0, pages: 1 });
  expect(pageHead(201, { page: 3, size: 100 })).toEqual({ first: 200, total: 201, pages: 3 });
});
