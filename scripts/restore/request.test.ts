import { expect, test } from "vitest";
import { parseRequest } from "./request";

test("a file is restored, and nothing is risked that was not asked for", () => {
  const safe = { act: "restore", file: "a.tar", replaces: false, withoutKeys: false, withoutJournal: false };
  expect(parseRequest(["a.tar"])).toEqual(safe);
  expect(parseRequest(["--replace", "a.tar", "--without-keys"])).toEqual({
    ...safe,
    replaces: true,
    withoutKeys: true,
  });
  expect(parseRequest(["a.tar", "--without-journal"])).toEqual({ ...safe, withoutJournal: true });
});

test("mails are released, and help is given, without a file", () => {
  expect(parseRequest(["--release"])).toEqual({ act: "release" });
  expect(parseRequest(["--help"])).toEqual({ act: "help" });
});

test.each([[[]], [["a.tar", "b.tar"]], [["--release", "a.tar"]], [["--release", "--replace"]], [["--force", "a.tar"]]])(
  "%j is answered with how to ask",
  (args) => {
    expect(() => parseRequest(args)).toThrow(/npm run restore -- FILE/);
  },
);
