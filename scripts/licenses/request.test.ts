import { expect, test } from "vitest";
import { parseRequest } from "./request";

test("the list is asked for by its name, and help comes before all else", () => {
  expect(parseRequest(["unexplained"])).toEqual({ act: "unexplained" });
  expect(parseRequest(["--help", "everything"])).toEqual({ act: "help" });
});

test.each([
  [[], "Say what to list."],
  [["explained"], '"explained" is nothing to list.'],
  [["unexplained", "twice"], '"unexplained twice" is nothing to list.'],
  [["--all"], "--all"],
])("%j is answered with the usage", (words, message) => {
  expect(() => parseRequest(words)).toThrow(message);
  expect(() => parseRequest(words)).toThrow("npm run licenses -- unexplained");
});
