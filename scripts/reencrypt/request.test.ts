import { expect, test } from "vitest";
import { parseRequest } from "./request";

test("nothing is lost that nobody names", () => {
  expect(parseRequest([])).toEqual({ lost: [], givesNewLinks: false });
  expect(parseRequest(["--lost", "k1", "--lost=s1"])).toEqual({ lost: ["k1", "s1"], givesNewLinks: false });
  expect(parseRequest(["--lost-receipts"])).toEqual({ lost: [], givesNewLinks: true });
});

test.each([
  [["--lost"]],
  [["--lost", ""]],
  [["--lost", "k1:AAAA="]],
  [["--lost", "all keys"]],
  [["--force"]],
  [["k1"]],
])("%j is answered with how to ask", (args) => {
  expect(() => parseRequest(args)).toThrow(/npm run reencrypt -- --lost k1/);
});
