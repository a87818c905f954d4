import { randomUUID } from "node:crypto";
import { channel } from "node:diagnostics_channel";
import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventually } from "@/tests/support/eventually";
import { openFramework, type FrameworkServer } from "@/tests/support/framework-server";
import { policyWithNonce } from "./csp";
import { newFormKey, readFormKey } from "./form-key";
import { PAGES_EXPIRED } from "./page-expiry.mjs";
import { sendStampedPages } from "./stamped-pages";

const FORM = "a form";
const renewKey = (key: string) => readFormKey(FORM, key) && newFormKey(FORM);
let framework: FrameworkServer;
/** What the next page says beside what is one person's. */
let words = "Call 988";

beforeEach(async () => {
  words = "Call 988";
  framework = await openFramework(drawn(), (folder) =>
    sendStampedPages(folder, [
      { has: (url) => url === "/form", renewKey },
      { has: (url) => url.startsWith("/search") },
    ]),
  );
  // Each page is drawn for one person.
  framework.before = () => Object.assign(framework, drawn());
});

afterEach(() => {
  framework.close();
  vi.useRealTimers();
});

function drawn(formKey = newFormKey(FORM)) {
  const nonce = randomUUID();
  return {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policyWithNonce(nonce),
      "cache-control": "private, no-store",
    },
    page: `<p>${words}</p><script nonce="${nonce}"></script><input type="hidden" name="form" value="${formKey}"/>`,
  };
}

const PACKED = { "accept-encoding": "gzip" };
const get = (headers: Record<string, string> = {}, url = "/form", method = "GET") =>
  framework.get(url, { ...PACKED, ...headers }, method);

/** What an answer has of its own. */
function ownOf({ text, headers }: Awaited<ReturnType<typeof get>>) {
  const key = /name="form" value="([^"]+)"/.exec(text)?.[1] ?? "";
  const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? "";
  return { key, nonce, isAllowed: String(headers["content-security-policy"]).includes(`'nonce-${nonce}'`) };
}

/** Once it has been drawn and kept. */
const settled = () =>
  eventually(async () => {
    const { asked } = framework;
    await get();
    expect(framework.asked).toBe(asked);
  });

test("everybody gets the page that was drawn once, with a nonce and a form identity that nobody else has", async () => {
  await settled();
  const { asked } = framework;
  const answers = await Promise.all(Array.from({ length: 50 }, () => get()));
  const owns = answers.map(ownOf);
  expect(framework.asked).toBe(asked);
  expect(new Set(owns.map(({ key }) => key)).size).toBe(50);
  expect(new Set(owns.map(({ nonce }) => nonce)).size).toBe(50);
  for (const [index, answer] of answers.entries()) {
    expect(answer).toMatchObject({ status: 200, headers: { "cache-control": "private, no-store" } });
    expect(answer.text).toContain("<p>Call 988</p>");
    expect(owns[index]).toMatchObject({ isAllowed: true });
    expect(readFormKey(FORM, owns[index]!.key)).not.toBeNull();
  }
  const head = await get({}, "/form", "HEAD");
  expect(head).toMatchObject({ status: 200, text: "", headers: { "content-encoding": "gzip" } });
});

test("who takes no packing, sends something, or asks for another page asks the framework", async () => {
  await settled();
  for (const ask of [
    () => get({ "accept-encoding": "identity" }),
    () => get({ "next-action": "x" }),
    () => get({ rsc: "1" }),
    () => get({}, "/form", "POST"),
    () => get({}, "/form?listing=a"),
  ]) {
    const { asked } = framework;
    await ask();
    expect(framework.asked).toBe(asked + 1);
  }
});

test.each<[string, () => void]>([
  ["that sets a cookie", () => (framework.headers["set-cookie"] = "a=b")],
  ["that failed", () => (framework.status = 500)],
  ["that was not found", () => (framework.status = 404)],
  ["whose form is not the one", () => Object.assign(framework, drawn(newFormKey("another form")))],
  ["with a policy without a nonce", () => (framework.headers["content-security-policy"] = "default-src 'self'")],
])("an answer %s is never kept", async (_name, change) => {
  framework.before = () => {
    Object.assign(framework, drawn());
    change();
  };
  for (let visit = 1; visit <= 4; visit += 1) {
    await get();
    expect(framework.asked).toBe(visit);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});

test("a page with a form that is not expected is never kept", async () => {
  await get({}, "/search?a");
  await new Promise((resolve) => setTimeout(resolve, 50));
  await get({}, "/search?a");
  expect(framework.asked).toBe(2);
});

test("what is marked to be made again, cleared by another process, or older than a minute is drawn anew", async () => {
  await settled();
  words = "Second";
  channel(PAGES_EXPIRED).publish({});
  expect((await get()).text).toContain("Second");
  await settled();
  words = "Third";
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  expect((await get()).text).toContain("Third");
  vi.useRealTimers();
  words = "Fourth";
  rmSync(framework.folder, { recursive: true });
  expect((await get()).text).toContain("Fourth");
});

test("a page that left while it was marked is not kept", async () => {
  framework.before = () => {
    Object.assign(framework, drawn());
    channel(PAGES_EXPIRED).publish({});
  };
  await get();
  await new Promise((resolve) => setTimeout(resolve, 50));
  framework.before = () => Object.assign(framework, drawn());
  words = "Second";
  expect((await get()).text).toContain("Second");
});
