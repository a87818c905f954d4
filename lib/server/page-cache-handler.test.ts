import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { asDocument, countUnknownScripts, KEPT_SCRIPTS } from "./document.mjs";
import SealedPageCache from "./page-cache-handler.mjs";
import { KEPT_PAGE_POLICY } from "./page-policy.mjs";

const FRAMEWORK = `<script id="_R_">self.__next_r="x"</script><script>(self.__next_f=self.__next_f||[]).push([0])</script>`;
const OURS = KEPT_SCRIPTS.map((src) => `<script src="${src}" defer="" data-keep="true"></script>`).join("");
const DATA = `<script type="application/ld+json">{"@type":"Place"}</script>`;
const pageWith = (text: string, body = "<body data-document>") =>
  `<html><head></head>${body}<main><p>${text}</p>${DATA}</main>${OURS}${FRAMEWORK}</body></html>`;

let folder = "";
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), "sealed-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A page as the framework hands it over and gets it back. */
async function sealed(html: string) {
  const files = { mkdir: async () => undefined, writeFile: async () => undefined };
  const cache = new SealedPageCache({ fs: files, serverDistDir: folder, flushToDisk: false });
  const page = { kind: "APP_PAGE", html, headers: {}, status: 200 };
  await cache.set("/x", page, {});
  return page as { html: string; headers: Record<string, string> };
}

const INJECTED = [
  "<script>alert(1)</script>",
  "<script data-keep>alert(1)</script>",
  '<script data-keep="true" src="/quick-exit.jsx">alert(1)</script>',
  '<script data-keep src="https://example.com/x.js"></script>',
  "<SCRIPT>alert(1)</SCRIPT>",
  '<script type="module">alert(1)</script>',
];

test.each(["<body data-document>", "<body>"].flatMap((body) => INJECTED.map((script) => [script, body])))(
  "what a broken sanitizer lets through, %s in %s, gets no hash and does not run",
  async (script, body) => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const page = await sealed(pageWith(script, body));
    const policy = page.headers["content-security-policy"] ?? "";
    expect(policy).toBe(KEPT_PAGE_POLICY);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/sha256-|nonce-|unsafe/);
    expect(page.html.includes("alert(1)")).toBe(body === "<body>" && script.includes("alert"));
  },
);

test("an unknown inline script is counted in the log, and not quoted", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  await sealed(pageWith("nothing"));
  expect(warn).not.toHaveBeenCalled();
  await sealed(pageWith("<script>alert(1)</script><script data-keep>alert(2)</script>"));
  expect(warn.mock.calls).toEqual([["page.unknown_scripts: 2, which do not run"]]);
});

test("a document keeps its data and our files, and loses the framework's scripts", () => {
  expect(asDocument(pageWith("Words"))).toBe(pageWith("Words").replace(FRAMEWORK, ""));
  expect(countUnknownScripts(pageWith("Words"))).toBe(0);
});

test("whatever stands in a page, its policy is the same", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constantFrom(...INJECTED, "<script>", "</script>"), fc.string())),
      async (parts) => {
        const page = await sealed(pageWith(parts.join("")));
        expect(page.headers["content-security-policy"]).toBe(KEPT_PAGE_POLICY);
      },
    ),
    { numRuns: 50 },
  );
});

test("the pages of ours write no inline script but data, and mark none for keeping that is not known", () => {
  const sources = globSync("{app,components}/**/*.tsx").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag),
  );
  expect(sources.length).toBeGreaterThan(4);
  const isKnown = (tag: string) =>
    tag.includes('type="application/ld+json"') || KEPT_SCRIPTS.some((src) => tag.includes(`src="${src}"`));
  expect(sources.filter((tag) => !isKnown(tag))).toEqual([]);
  for (const src of KEPT_SCRIPTS) expect(globSync(`public${src}`)).toHaveLength(1);
});
