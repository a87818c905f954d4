// Every failure that a visitor can cause, as bytes on the wire: a page of ours, in the language of the page, whole without
// scripts, with the lines for help. That any answer of the framework is replaced is in lib/server/failure-answers.test.ts.
import { connect } from "node:net";
import { accessibilityFailures, goDark, overflowOf } from "../../support/accessibility";
import { expect, test } from "../../support/visiting-test";

interface Failure {
  name: string;
  status: number;
  /** What is sent for the page below this prefix, "" or "/es". */
  bytes: (prefix: string) => string;
}

const send = (method: string, path: string, headers: string[] = [], body = "") =>
  [
    `${method} ${path} HTTP/1.1`,
    "Host: site.example",
    "Connection: close",
    `Content-Length: ${body.length}`,
    ...headers,
    "",
    body,
  ].join("\r\n");

const MULTIPART = "Content-Type: multipart/form-data; boundary=x";
const FAILURES: Failure[] = [
  { name: "no such page", status: 404, bytes: (prefix) => send("GET", `${prefix}/no-such-page`) },
  { name: "a path that is no text", status: 404, bytes: (prefix) => send("GET", `${prefix}/%E0%A4%A`) },
  { name: "a path with a NUL", status: 404, bytes: (prefix) => send("GET", `${prefix}/blog/%00`) },
  { name: "a method that no page has", status: 405, bytes: (prefix) => send("PUT", `${prefix}/contact`) },
  {
    name: "reading what is only sent",
    status: 405,
    bytes: (prefix) => send("GET", `${prefix}/inquiry/${"a".repeat(43)}/copy`),
  },
  {
    name: "a URL that is too long",
    status: 414,
    bytes: (prefix) => send("GET", `${prefix}/find?q=${"a".repeat(9000)}`),
  },
  {
    name: "headers that are too large",
    status: 431,
    bytes: (prefix) => send("GET", `${prefix}/find`, [`Cookie: ${"a".repeat(20_000)}`]),
  },
  { name: "a malformed header", status: 400, bytes: (prefix) => send("GET", `${prefix}/find`, ["Coo kie: a"]) },
  {
    name: "an expectation that we do not know",
    status: 417,
    bytes: (prefix) => send("GET", `${prefix}/find`, ["Expect: tea"]),
  },
  {
    name: "a form of another site",
    status: 403,
    bytes: (prefix) => send("POST", `${prefix}/contact`, [MULTIPART, "Origin: https://other.example"], "--x--\r\n"),
  },
  {
    name: "a form that is too large",
    status: 413,
    bytes: (prefix) => send("POST", `${prefix}/contact`, [MULTIPART], "\r\n--x".repeat(5000)),
  },
  {
    name: "a form that is none",
    status: 400,
    bytes: (prefix) => send("POST", `${prefix}/contact`, [MULTIPART], "nothing"),
  },
  {
    name: "an action that nobody can read",
    status: 400,
    bytes: (prefix) => send("POST", `${prefix}/contact`, ["Content-Type: text/plain", "Next-Action: zzz"], "[]"),
  },
  {
    name: "an action of no build",
    status: 409,
    bytes: (prefix) =>
      send("POST", `${prefix}/contact`, ["Content-Type: text/plain", `Next-Action: ${"0".repeat(42)}`], "[]"),
  },
];

async function answerTo(base: string, bytes: string): Promise<{ status: number; head: string; html: string }> {
  const socket = connect(Number(new URL(base).port), new URL(base).hostname);
  socket.write(bytes);
  let said = "";
  for await (const chunk of socket) said += String(chunk);
  const at = said.indexOf("\r\n\r\n");
  return { status: Number(said.split(" ")[1]), head: said.slice(0, at).toLowerCase(), html: said.slice(at) };
}

for (const { name, status, bytes } of FAILURES)
  for (const [prefix, language] of [
    ["", "en"],
    ["/es", "es"],
  ] as const)
    test(`${name} is answered by a page of ours in ${language}`, async ({ baseURL }) => {
      const { head, html, status: answered } = await answerTo(baseURL ?? "", bytes(prefix));
      expect(answered).toBe(status);
      expect(head).toContain("content-type: text/html; charset=utf-8");
      expect(head).toMatch(/content-security-policy: default-src 'none'(?!.*unsafe)/);
      expect(head).toContain("x-content-type-options: nosniff");
      expect(html).toMatch(new RegExp(`<html[^>]* lang="${language}"`));
      const seen = html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, "");
      for (const number of ["911", "988", "1-800-662-4357", "1-800-854-7771"]) expect(seen).toContain(number);
      expect(seen).toContain(`href="${prefix}/help-now"`);
      expect(seen).toContain(`href="${prefix}/contact"`);
      expect(html).not.toMatch(/__next_error__|node_modules|\.ts:\d/);
    });

test("the addresses for programs answer in JSON", async ({ baseURL }) => {
  for (const [method, path, status] of [
    ["PUT", "/api/health", 405],
    ["GET", "/api/v1/none", 404],
    ["GET", `/api/v1/listings?q=${"a".repeat(9000)}`, 414],
  ] as const) {
    const answer = await answerTo(baseURL ?? "", send(method, path));
    expect(answer.status).toBe(status);
    expect(answer.head).toMatch(/content-type: application\/(problem\+)?json/);
  }
});

test("no picture is made smaller for anybody", async ({ request }) => {
  for (const url of ["/icon.svg", "https://other.example/a.png", "//other.example/a.png"])
    expect((await request.get(`/_next/image?url=${encodeURIComponent(url)}&w=64&q=75`)).status()).toBe(404);
});

for (const path of ["/find", "/es/find", "/_next/static/none.js"])
  test(`the page about a failure at ${path} fits a phone, keeps its policy and is accessible`, async ({
    visitor: page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path.startsWith("/_next") ? path : `${path}?q=${"a".repeat(9000)}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await overflowOf(page)).toBe(0);
    expect(await accessibilityFailures(page, "wcag")).toEqual([]);
    await goDark(page);
    expect(await accessibilityFailures(page, "colors")).toEqual([]);
  });
