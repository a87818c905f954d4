import { expect, test } from "vitest";
import { parseRequest } from "./request";

test("without words a new edition is published", () => {
  expect(parseRequest([])).toEqual({ act: "publish" });
});

test("an edition is verified by its number, and help comes before all else", () => {
  expect(parseRequest(["--verify", "12"])).toEqual({ act: "verify", number: 12 });
  expect(parseRequest(["--verify=3"])).toEqual({ act: "verify", number: 3 });
  expect(parseRequest(["--help", "--verify", "x"])).toEqual({ act: "help" });
});

test.each([["0"], ["1.5"], ["-1"], ["one"], [""], ["2147483648"], ["1e3"], ["99999999999999999999"]])(
  "%j is no number of an edition",
  (word) => {
    expect(() => parseRequest([`--verify=${word}`])).toThrow(/is no number of an edition\. Write it like --verify 1\./);
  },
);

test.each([[["--verify"]], [["--check", "1"]], [["1"]]])("%j is answered with the usage", (words) => {
  expect(() => parseRequest(words)).toThrow("npm run rank -- --verify N");
});
