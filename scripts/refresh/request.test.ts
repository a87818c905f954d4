import { expect, test } from "vitest";
import { parseRequest } from "./request";

test("without words every source is looked at, with its name one", () => {
  expect(parseRequest([])).toEqual({ act: "look", source: null });
  expect(parseRequest(["samhsa-otp"])).toEqual({ act: "look", source: "samhsa-otp" });
});

test("a proposal is taken or refused by its number, and help comes before all else", () => {
  expect(parseRequest(["--accept", "12"])).toEqual({ act: "accept", number: 12, confirm: false });
  expect(parseRequest(["--accept=12", "--confirm"])).toEqual({ act: "accept", number: 12, confirm: true });
  expect(parseRequest(["--reject", "3"])).toEqual({ act: "reject", number: 3 });
  expect(parseRequest(["--list"])).toEqual({ act: "list" });
  expect(parseRequest(["--help", "--accept", "x"])).toEqual({ act: "help" });
});

test.each([["0"], ["1.5"], ["-1"], ["one"], [""], ["2147483648"]])("%j is no number of a proposal", (word) => {
  expect(() => parseRequest([`--accept=${word}`])).toThrow(/is no number of a proposal\. --list names them\./);
});

test.each([
  [["--accept"]],
  [["--take", "1"]],
  [["cdc"]],
  [["--confirm"]],
  [["--list", "--reject", "1"]],
  [["samhsa", "dhcs"]],
  [["samhsa", "--accept", "1"]],
])("%j is answered with the usage", (words) => {
  expect(() => parseRequest(words)).toThrow("npm run refresh -- --accept NUMBER");
});
