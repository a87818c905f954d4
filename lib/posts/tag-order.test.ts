import { expect, test } from "vitest";
import { tagsInOrder } from "./tag-order";

const byName = ["addiction", "heroin", "rehabilitation"].map((slug) => ({ slug }));

test.each([
  ["the order that an editor gave", ["heroin", "rehabilitation", "addiction"], "heroin rehabilitation addiction"],
  ["by name while nobody gave one", [], "addiction heroin rehabilitation"],
  ["those without a place after the others, by name", ["rehabilitation"], "rehabilitation addiction heroin"],
  ["nothing for a slug that is no tag of the post", ["family", "heroin"], "heroin addiction rehabilitation"],
])("tags come in %s", (_, tagOrder, expected) => {
  expect(
    tagsInOrder({ tags: byName, tagOrder })
      .map(({ slug }) => slug)
      .join(" "),
  ).toBe(expected);
});
