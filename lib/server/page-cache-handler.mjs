// Next's documented `cacheHandler`. Every cached page is sent with the strictest policy that lets it work. A reading
// page (its <body> has data-document) is sent as a document, without the framework's scripts. A page with
// <main data-status="404"> is sent with that status, and with its content in the HTML.
// docs/decisions/0002-documents-first.md.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import FileSystemCacheModule from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import { frugalWriter } from "./frugal-files.mjs";
import { pagePolicy } from "./page-policy.mjs";

const FileSystemCache = FileSystemCacheModule.default ?? FileSystemCacheModule;
const sealedPages = new WeakSet();
const isDocument = (html) => /<body[^>]*\sdata-document/.test(html);

/** Removes the scripts that hydrate a page; keeps JSON-LD and scripts marked data-keep. */
export function asDocument(html) {
  return html
    .replace(/<script(?![^>]*type="application\/ld\+json")(?![^>]*data-keep)[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<link(?=[^>]*rel="preload")(?=[^>]*as="script")[^>]*>/g, "");
}

/** The policy for this page only: own files, and its inline scripts by their SHA-256. */
export function policyFor(html) {
  const hashes = [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes]) => !/type="application\/(ld\+)?json"/.test(attributes))
    .map(([, , body]) => `'sha256-${createHash("sha256").update(body).digest("base64")}'`);
  return pagePolicy({ scripts: ["'self'", ...new Set(hashes)].join(" ") });
}

function seal(page) {
  if (page?.kind !== "APP_PAGE" || !page.html || sealedPages.has(page)) return;
  const isString = typeof page.html === "string";
  let html = isString ? page.html : page.html.toUnchunkedString();
  if (isDocument(html)) {
    html = asDocument(html);
    page.html = isString ? html : page.html.constructor.fromStatic(html, "text/html; charset=utf-8");
  }
  const status = html.match(/<main[^>]*\sdata-status="(\d{3})"/)?.[1];
  if (status) page.status = Number(status);
  page.headers = { ...page.headers, "content-security-policy": policyFor(html) };
  sealedPages.add(page);
}

/** Beside the data the pages show, so that two copies of the site over one build never mix; and one per build. */
function pageDirectory(serverDistDir) {
  const directory = process.env.PAGE_CACHE_DIR;
  // The proxy gets its own cache, which has no directory and keeps nothing.
  if (!serverDistDir) return serverDistDir;
  const buildIdFile = path.join(serverDistDir, "..", "BUILD_ID");
  if (!directory || !existsSync(buildIdFile)) return serverDistDir;
  return path.resolve(directory, readFileSync(buildIdFile, "utf8").trim());
}

export default class SealedPageCache extends FileSystemCache {
  constructor(context) {
    const serverDistDir = pageDirectory(context.serverDistDir);
    const isKept = serverDistDir !== context.serverDistDir;
    const fs = isKept ? { ...context.fs, writeFile: frugalWriter(serverDistDir) } : context.fs;
    super({ ...context, fs, serverDistDir });
  }

  async get(...args) {
    const entry = await super.get(...args);
    seal(entry?.value);
    return entry;
  }

  // The page for an unknown slug is not kept: otherwise anybody could fill the disk with pages that do not exist.
  async set(key, page, context) {
    seal(page);
    if (page?.status === undefined || page.status === null || page.status < 400) return super.set(key, page, context);
  }
}
