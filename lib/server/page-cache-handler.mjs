// Next's documented `cacheHandler`. Every cached page is sent with a policy that lets only the scripts run which the build
// knew: docs/decisions/0042-production-asks-for-what-it-needs.md. A reading
// page (its <body> has data-document) is sent as a document, without the framework's scripts. A page with
// <main data-status="404"> is sent with that status, and with its content in the HTML.
// docs/decisions/0002-documents-first.md.
import { channel } from "node:diagnostics_channel";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import FileSystemCacheModule from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import { asDocument, countUnknownScripts, isDocument } from "./document.mjs";
import { frugalWriter } from "./frugal-files.mjs";
import { PAGES_EXPIRED } from "./page-expiry.mjs";
import { KEPT_PAGE_POLICY } from "./page-policy.mjs";

const FileSystemCache = FileSystemCacheModule.default ?? FileSystemCacheModule;
const expired = channel(PAGES_EXPIRED);
const sealedPages = new WeakSet();

function seal(page) {
  if (page?.kind !== "APP_PAGE" || !page.html || sealedPages.has(page)) return;
  const isString = typeof page.html === "string";
  let html = isString ? page.html : page.html.toUnchunkedString();
  const unknown = countUnknownScripts(html);
  // The framework loads this file before our logger; in production the console is the log.
  // oxlint-disable-next-line no-console
  if (unknown > 0) console.warn(`page.unknown_scripts: ${unknown}, which do not run`);
  if (isDocument(html)) {
    html = asDocument(html);
    page.html = isString ? html : page.html.constructor.fromStatic(html, "text/html; charset=utf-8");
  }
  const status = html.match(/<main[^>]*\sdata-status="(\d{3})"/)?.[1];
  if (status) page.status = Number(status);
  page.headers = { ...page.headers, "content-security-policy": KEPT_PAGE_POLICY };
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

  async revalidateTag(...args) {
    await super.revalidateTag(...args);
    // Whoever sends pages without asking here must ask again.
    expired.publish({});
  }

  // The page for an unknown slug is not kept: otherwise anybody could fill the disk with pages that do not exist.
  async set(key, page, context) {
    seal(page);
    if (page?.status === undefined || page.status === null || page.status < 400) return super.set(key, page, context);
  }
}
