// What a document leads to is there: a page that names a file which has moved is worse than none.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";

const pages = ["README.md", "CONTRIBUTING.md", ...globSync("docs/*.md")].toSorted();
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

test.each(pages)("%s names files, pages and commands that there are", (page) => {
  const text = readFileSync(page, "utf8");
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, to = ""]) =>
    path.join(path.dirname(page), to),
  );
  const named = [...text.matchAll(/`((?:app|components|deploy|docs|lib|prisma|scripts|tests)\/[\w./()[\]-]+)`/g)].map(
    ([, file = ""]) => file,
  );
  expect([...linked, ...named].filter((file) => !existsSync(file))).toEqual([]);
  const run = [...text.matchAll(/npm run ([a-z][\w:]*)/g)].map(([, name = ""]) => name);
  expect(run.filter((name) => !scripts[name])).toEqual([]);
  expect(linked.length + named.length).toBeGreaterThan(0);
});

test("every room at the top is on the map in the README: nothing is left lying there", () => {
  const tracked = execFileSync("git", ["ls-files", "--cached"], { encoding: "utf8" }).split("\n");
  const rooms = new Set(tracked.flatMap((file) => /^(\w[\w-]*)\//.exec(file)?.[1] ?? []));
  const map =
    readFileSync("README.md", "utf8")
      .split("## ")
      .find((part) => part.startsWith("Where things are")) ?? "";
  expect([...rooms].filter((room) => !map.includes(`\`${room}/`))).toEqual([]);
  expect(rooms.size).toBeGreaterThan(5);
});
