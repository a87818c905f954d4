import { randomBytes } from "node:crypto";
import { channel } from "node:diagnostics_channel";
import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventually } from "@/tests/support/eventually";
import { openFramework, type FrameworkServer } from "@/tests/support/framework-server";
import { PAGES_EXPIRED } from "./page-expiry.mjs";
import { KEPT_PAGE_POLICY } from "./page-policy.mjs";
import { sendPackedPages } from "./packed-pages";

const PAGE = `<main>${"Call 988. ".repeat(500)}</main>`;
const KEPT = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": KEPT_PAGE_POLICY,
  "cache-control": "s-maxage=900, stale-while-revalidate=900",
  "x-nextjs-cache": "HIT",
  etag: '"abc"',
};

let framework: FrameworkServer;

beforeEach(async () => {
  framework = await openFramework({ headers: KEPT, page: PAGE }, (folder) =>
    sendPackedPages(folder, (url) => url === "/chosen?kind=a"),
  );
});

afterEach(() => {
  framework.close();
  vi.useRealTimers();
});

const get: FrameworkServer["get"] = (...asked) => framework.get(...asked);

/** Once it has been seen, packed and kept. */
const settled = () =>
  eventually(async () => {
    const { asked } = framework;
    await get();
    expect(framework.asked).toBe(asked);
  });

test("the second visitor gets the same page without the framework, in the packing they take", async () => {
  const first = await get();
  await settled();
  const { asked } = framework;
  const answers = await Promise.all([
    get("/", { "accept-encoding": "gzip, deflate, br, zstd" }),
    get("/", { "accept-encoding": "gzip" }),
    get("/", { "accept-encoding": "br;q=0, *" }),
  ]);
  expect(answers.map(({ headers }) => headers["content-encoding"])).toEqual(["br", "gzip", "gzip"]);
  for (const { text, headers } of answers) {
    expect(text).toBe(first.text);
    expect(headers).toMatchObject({
      "cache-control": KEPT["cache-control"],
      "content-security-policy": KEPT_PAGE_POLICY,
    });
  }
  expect(framework.asked).toBe(asked);
});

test("who takes no packing gets the framework's answer", async () => {
  await get();
  await settled();
  const { asked } = framework;
  expect(await get("/", {})).toMatchObject({ text: PAGE, headers: { etag: '"abc"' } });
  expect(await get("/", { "accept-encoding": "br;q=0, gzip;q=0" })).toMatchObject({ text: PAGE });
  expect(framework.asked).toBe(asked + 2);
});

test("a browser that has the page is told so; one with another page gets it; HEAD gets the head", async () => {
  await get();
  await settled();
  const packed = await get();
  const asking = (etag: string) => get("/", { "accept-encoding": "br", "if-none-match": etag });
  expect(await asking(String(packed.headers.etag))).toMatchObject({ status: 304, text: "" });
  // As the framework named it.
  expect(await asking('"abc"')).toMatchObject({ status: 304, text: "" });
  expect(await asking('"other"')).toMatchObject({ status: 200, text: PAGE });
  const head = await get("/", { "accept-encoding": "br" }, "HEAD");
  expect(head).toMatchObject({
    status: 200,
    text: "",
    headers: { "content-length": packed.headers["content-length"] },
  });
});

test.each<[string, Partial<FrameworkServer>]>([
  ["made for this visitor", { headers: { ...KEPT, "x-nextjs-cache": "MISS" } }],
  ["out of date", { headers: { ...KEPT, "x-nextjs-cache": "STALE" } }],
  ["with a policy of its own", { headers: { ...KEPT, "content-security-policy": "script-src 'nonce-1'" } }],
  ["that sets a cookie", { headers: { ...KEPT, "set-cookie": "a=b" } }],
  ["that failed", { status: 500 }],
  ["that was not found", { status: 404 }],
  ["that grew without bound", { page: randomBytes(5_000_000).toString("base64") }],
])("an answer %s is never kept", async (_name, answer) => {
  Object.assign(framework, answer);
  for (let visit = 1; visit <= 4; visit += 1) {
    expect((await get()).text).toBe(framework.page);
    expect(framework.asked).toBe(visit);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});

test("a page that is rendered per request is kept too, where it is the same for everybody", async () => {
  const { "x-nextjs-cache": _, ...rendered } = KEPT;
  framework.headers = { ...rendered, "cache-control": "private, no-store" };
  const chosen = () => get("/chosen?kind=a");
  await chosen();
  await eventually(async () => {
    const { asked } = framework;
    const { text, headers } = await chosen();
    expect(framework.asked).toBe(asked);
    expect(headers).toMatchObject({ "cache-control": "private, no-store", "content-encoding": "br" });
    expect(text).toBe(PAGE);
  });
  for (const url of ["/chosen?kind=b", "/chosen"]) {
    const { asked } = framework;
    await get(url);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await get(url);
    expect(framework.asked).toBe(asked + 2);
  }
  framework.headers = { ...rendered, "content-security-policy": "script-src 'nonce-1'" };
  channel(PAGES_EXPIRED).publish({});
  const { asked } = framework;
  for (let visit = 1; visit <= 3; visit += 1) await chosen();
  expect(framework.asked).toBe(asked + 3);
});

test.each([
  ["a query", "/?q=methadone", {}],
  ["the framework's data", "/", { rsc: "1" }],
  ["an action", "/", { "next-action": "x" }],
  ["a preview", "/", { cookie: "__prerender_bypass=x" }],
  ["a part", "/", { range: "bytes=0-9" }],
])("who asks for %s asks the framework", async (_name, url, headers) => {
  await get();
  await settled();
  const { asked } = framework;
  await get(url, { "accept-encoding": "br", ...headers });
  expect(framework.asked).toBe(asked + 1);
});

const FILE = {
  "content-type": "text/css",
  "cache-control": "public, max-age=31536000, immutable",
  etag: 'W/"1-2"',
};

test("a file of the build is kept too, unless it is packed in itself or may change", async () => {
  const asksOf = async (headers: Record<string, string>, url: string) => {
    framework.headers = headers;
    framework.asked = 0;
    await get(url);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await get(url);
    return framework.asked;
  };
  await get("/_next/static/a.css");
  framework.headers = FILE;
  await eventually(async () => {
    const { asked } = framework;
    expect((await get("/_next/static/a.css")).headers["content-encoding"]).toBe("br");
    expect(framework.asked).toBe(asked);
  });
  expect(await asksOf({ ...FILE, "cache-control": "public, max-age=0" }, "/_next/static/b.css")).toBe(2);
  expect(await asksOf(FILE, "/other.css")).toBe(2);
  framework.isPacking = false;
  expect(await asksOf(FILE, "/_next/static/font.woff2")).toBe(2);
});

test("what is marked to be made again, or cleared by another process, is asked for at once", async () => {
  await get();
  await settled();
  framework.page = "<main>Second</main>";
  framework.headers = { ...KEPT, etag: '"def"' };
  channel(PAGES_EXPIRED).publish({});
  expect((await get()).text).toBe("<main>Second</main>");
  await settled();
  expect((await get()).text).toBe("<main>Second</main>");

  framework.page = "<main>Third</main>";
  framework.headers = { ...KEPT, etag: '"ghi"' };
  rmSync(framework.folder, { recursive: true });
  expect((await get()).text).toBe("<main>Third</main>");
});

test("a page that left while it was marked is not kept", async () => {
  framework.before = () => channel(PAGES_EXPIRED).publish({});
  await get();
  await new Promise((resolve) => setTimeout(resolve, 50));
  framework.before = () => undefined;
  framework.page = "<main>Second</main>";
  framework.headers = { ...KEPT, etag: '"def"' };
  expect((await get()).text).toBe("<main>Second</main>");
});

test("after a minute the framework is asked again, which may have a newer one", async () => {
  await get();
  await settled();
  const { asked } = framework;
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  framework.page = "<main>Second</main>";
  framework.headers = { ...KEPT, etag: '"def"' };
  expect((await get()).text).toBe("<main>Second</main>");
  expect(framework.asked).toBe(asked + 1);
});
