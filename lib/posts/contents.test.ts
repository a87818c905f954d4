import { expect, test } from "vitest";
import { contentsOf } from "./contents";

const heading = (id: string, level: number) => ({ id, text: id, level });

test("a post with three main sections lists them, without their sub-sections", () => {
  const headings = [heading("a", 2), heading("a-1", 3), heading("b", 2), heading("c", 2)];
  expect(contentsOf(headings).map(({ id }) => id)).toEqual(["a", "b", "c"]);
});

test("a short post lists nothing", () => {
  expect(contentsOf([heading("a", 2), heading("a-1", 3), heading("b", 2)])).toEqual([]);
});
