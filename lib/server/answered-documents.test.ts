import { afterEach, beforeEach, expect, test } from "vitest";
import { openFramework, type FrameworkServer } from "@/tests/support/framework-server";
import { isAnswer, sendAnsweredDocuments } from "./answered-documents";
import { policyWithNonce } from "./csp";
import { KEPT_PAGE_POLICY } from "./page-policy.mjs";

const NONCE = "5ea30c66-a9c4-4cf6-93f9-c24b0b7c8bc0";
const OF_THE_FRAMEWORK = `<script nonce="${NONCE}">self.__next_f.push([1,"x"])</script><script src="/_next/a.js" nonce="${NONCE}" async=""></script>`;
const OURS = '<script src="/visit.js" defer="" data-keep="true"></script>';
const pageWith = (body: string) => `<html><head></head>${body}<main>Call 988</main>${OF_THE_FRAMEWORK}</body></html>`;
const DOCUMENT = pageWith(`<body data-document="true">${OURS}`);
const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": policyWithNonce(NONCE),
  link: `</a.woff2>; rel=preload; as="font"; nonce="${NONCE}"; type="font/woff2", </a.css>; rel=preload; nonce="${NONCE}"`,
};

let framework: FrameworkServer;

beforeEach(async () => {
  framework = await openFramework({ headers: HEADERS, page: DOCUMENT }, () => sendAnsweredDocuments());
});
afterEach(() => framework.close());

test("an answer leaves without the framework's scripts and without a nonce, packed as its reader takes it", async () => {
  const tags = new Set<unknown>();
  for (const accepted of ["gzip, br", "gzip", ""]) {
    const { status, headers, text } = await framework.get("/listings?q=x", { "accept-encoding": accepted });
    expect(status).toBe(200);
    expect(text).toBe(`<html><head></head><body data-document="true">${OURS}<main>Call 988</main></body></html>`);
    expect(headers["content-encoding"]).toBe({ "gzip, br": "br", gzip: "gzip" }[accepted]);
    expect(headers["content-security-policy"]).toBe(KEPT_PAGE_POLICY);
    expect(JSON.stringify(headers)).not.toContain(NONCE);
    expect(headers.link).toBe('</a.woff2>; rel=preload; as="font"; type="font/woff2", </a.css>; rel=preload');
    tags.add(headers.etag);
  }
  expect(tags.size).toBe(1);
  framework.page = DOCUMENT.replace("988", "911");
  tags.add((await framework.get("/listings?q=x")).headers.etag);
  expect(tags.size).toBe(2);
});

test.each([
  ["another page", "/contact", {}],
  ["the framework's data", "/compare", { rsc: "1" }],
  ["an action", "/compare", { "next-action": "x" }],
])("who asks for %s gets the framework's answer", async (_name, url, headers) => {
  expect(await framework.get(url, headers)).toMatchObject({ text: DOCUMENT });
});

test("a page that is no document, one that failed, and what is no page leave as they are", async () => {
  framework.page = pageWith("<body>");
  const { text, headers } = await framework.get("/compare");
  expect(text).toBe(framework.page);
  expect(headers["content-security-policy"]).toBe(HEADERS["content-security-policy"]);
  framework.page = DOCUMENT;
  framework.status = 500;
  expect(await framework.get("/compare")).toMatchObject({ status: 500, text: DOCUMENT });
  framework.status = 200;
  framework.headers = { ...HEADERS, "content-type": "text/plain" };
  expect(await framework.get("/compare")).toMatchObject({ text: DOCUMENT });
});

test("every page that answers a question is known by its path, in both languages, and no other is", () => {
  const folders = Object.keys(import.meta.glob("../../app/[[]locale[]]/**/page.tsx")).map((file) =>
    file.split("/").slice(4, -1),
  );
  expect(folders.length).toBeGreaterThan(20);
  for (const [group, ...parts] of folders)
    for (const language of ["", "/es"]) {
      const path = `${language}/${parts.join("/").replace(/\[[^\]]+\]/g, "x")}`;
      expect([path, isAnswer(`${path}?q=x`)]).toEqual([path, group === "(answers)"]);
    }
});
