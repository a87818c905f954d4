import { expect, test } from "vitest";
import { literalInLike } from "./like";

test("what LIKE would read as a pattern is escaped, anything else stands", () => {
  expect(literalInLike("100%_\\\0 Malibu")).toBe("100\\%\\_\\\\ Malibu");
});
