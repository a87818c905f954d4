// What may be installed: the lists stand in docs/dependencies.md, so that the page and this test cannot differ.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  license?: string;
  link?: boolean;
  dev?: boolean;
  inBundle?: boolean;
  hasInstallScript?: boolean;
}
const read = (file: string) => readFileSync(file, "utf8");
const page = read("docs/dependencies.md");
const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, Locked> };
const locked = Object.entries(lock.packages).filter(([at]) => at !== "");
const shipped = locked.filter(([, { dev }]) => !dev);
const EXACT = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;
const nameOf = (at: string) => at.split("node_modules/").at(-1) ?? "";

/** The words in the first columns of a section's table. */
const rows = (section: string) =>
  [...(page.split(`## ${section}\n`)[1]?.split("\n## ")[0] ?? "").matchAll(/^\| `([^`]+)` *\| (?:`([^`]+)`)?/gm)].map(
    ([, name = "", license = ""]) => ({ name, license }),
  );
/** `name*` stands for every name that begins so. */
const isNamed = (pattern: string, name: string) =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

describe("a locked package", () => {
  test("has an exact version and the SHA-512 of its file", () => {
    const bare = locked.filter(([, { version, integrity }]) => !EXACT.test(version) || !isSha512(integrity));
    const inside = locked.filter(([, { inBundle }]) => inBundle);
    expect(bare.map(([at]) => at)).toEqual(inside.map(([at]) => at));
    expect(
      inside.filter(([at]) => !isSha512(lock.packages[at.slice(0, at.lastIndexOf("/node_modules/"))]?.integrity)),
    ).toEqual([]);
    expect(inside.filter(([, { version }]) => !EXACT.test(version))).toEqual([]);
    expect(locked.length).toBeGreaterThan(500);
  });

  test("comes from whatever registry the reader uses: no host, repository or folder is named", () => {
    expect(locked.filter(([, { resolved, link }]) => resolved !== undefined || link).map(([at]) => at)).toEqual([]);
    expect(read("package-lock.json")).not.toMatch(/"(git[+:@]|github:|file:|link:|https?:[^"]*\.tgz)/);
  });
});

function isSha512(integrity = ""): boolean {
  return integrity.startsWith("sha512-") && Buffer.from(integrity.slice(7), "base64").length === 64;
}

test("package.json asks for exact versions", () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(read("package.json")) as Record<
    string,
    Record<string, string>
  >;
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
  expect(asked.filter(([, version]) => !EXACT.test(version))).toEqual([]);
  expect(asked.length).toBeGreaterThan(50);
});

test("nothing that is installed runs by itself, and those that would are known", () => {
  expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
  expect(read(".npmrc")).toMatch(/^save-exact=true$/m);
  const running = shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([at]) => nameOf(at));
  const known = rows("Scripts at installation").map(({ name }) => name);
  expect(running.filter((name) => !known.some((pattern) => isNamed(pattern, name)))).toEqual([]);
  expect(known.filter((pattern) => !running.some((name) => isNamed(pattern, name)))).toEqual([]);
});

describe("the license of a shipped package", () => {
  const allowed = new Set(
    [...(/Allowed for what is shipped: (.*?)\. Of several/s.exec(page)?.[1] ?? "").matchAll(/`([^`]+)`/g)].map(
      ([, license = ""]) => license,
    ),
  );
  const lookedAt = rows("Licenses");
  const isAllowed = (name: string, license = "") =>
    permits(
      license,
      (word) => allowed.has(word) || lookedAt.some((row) => row.license === word && isNamed(row.name, name)),
    );

  test("is one that docs/dependencies.md allows", () => {
    const refused = shipped
      .map(([at, { license }]) => ({ name: nameOf(at), license: license ?? "unstated" }))
      .filter(({ name, license }) => !isAllowed(name, license));
    expect(refused).toEqual([]);
  });

  test("is the one that the installed package states", () => {
    const installed = shipped.filter(([at]) => existsSync(`${at}/package.json`));
    const stated = (at: string) =>
      (JSON.parse(read(`${at}/package.json`)) as { license?: string }).license ?? "unstated";
    expect(
      installed.filter(([at]) => !isAllowed(nameOf(at), stated(at))).map(([at]) => `${at}: ${stated(at)}`),
    ).toEqual([]);
    expect(installed.length).toBeGreaterThan(300);
  });

  test("is looked at only where it is needed", () => {
    const needed = ({ name, license }: { name: string; license: string }) =>
      shipped.some(([at, one]) => isNamed(name, nameOf(at)) && (one.license ?? "unstated").includes(license));
    expect(lookedAt.filter((row) => !needed(row))).toEqual([]);
  });

  test.each([
    ["(MIT OR GPL-3.0-only)", true],
    ["MIT AND GPL-3.0-only", false],
    ["MIT and ISC", true],
    ["Apache-2.0 WITH LLVM-exception", false],
    ["", false],
  ])("is read with its words between: %s", (license, expected) => {
    expect(isAllowed("any", license)).toBe(expected);
  });
});

/** An SPDX expression without parentheses inside: OR binds less than AND. */
function permits(expression: string, isAllowed: (license: string) => boolean): boolean {
  const plain = expression.trim().replace(/^\((.*)\)$/, "$1");
  return plain.split(/ OR /i).some((part) => part.split(/ AND /i).every((license) => isAllowed(license.trim())));
}
