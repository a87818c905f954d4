import { createServer, type RequestListener } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerFailures } from "./failure-answers";
import { answerParserFailures } from "./parser-failures";
import { completeHeaders } from "./response-headers";

completeHeaders();
const stop = answerFailures();
answerParserFailures();

let listener: RequestListener;
const server = createServer((request, response) => listener(request, response));
beforeAll(() => new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening)));
// Other tests have servers in this process.
afterAll(() => {
  stop();
  server.close();
});

/** All that the server answers to these bytes. */
async function raw(bytes: string): Promise<{ status: number; headers: string; body: string }> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.end(bytes);
  let said = "";
  for await (const chunk of socket) said += String(chunk);
  const [head = "", ...body] = said.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), headers: head.toLowerCase(), body: body.join("\r\n\r\n") };
}

const ask = (path: string, method = "GET", more = "") =>
  raw(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`);

/** How the framework, a route and Node itself answer barely. */
const BARE: [string, number, RequestListener][] = [
  ["a text", 500, (_, response) => void response.writeHead(500).end("Internal Server Error: secret at lib/x.ts:1")],
  ["a status alone", 400, (_, response) => void response.writeHead(400, "Bad", { "x-a": "1" }).end()],
  ["a status in its property", 403, (_, response) => void Object.assign(response, { statusCode: 403 }).end("no")],
  ["headers in a list", 429, (_, response) => void response.writeHead(429, ["Retry-After", "60"]).end()],
  [
    "pieces",
    500,
    (_, response) => {
      response.writeHead(500, { "content-type": "text/html" });
      response.flushHeaders();
      response.write("<html id='__next_error__'>");
      response.end("<script>1</script></html>");
    },
  ],
  [
    "a page that is empty without scripts",
    404,
    (_, response) => {
      response.writeHead(404, { "content-type": "text/html" });
      response.end("<html id='__next_error__'><script>data-crisis-lines</script></html>");
    },
  ],
  [
    "a compressed page",
    503,
    (_, response) => {
      response.writeHead(503, { "content-type": "text/html", "content-encoding": "gzip", etag: '"1"' });
      response.end(gzipSync("<html></html>"));
    },
  ],
  [
    "a picture that is none",
    416,
    (_, response) => {
      response.setHeader("content-type", "image/svg+xml");
      response.writeHead(416).end("Range");
    },
  ],
];

const LANGUAGES = [
  ["/find", "en", "What to do in an overdose"],
  ["/es/find", "es", "Qué hacer ante una sobredosis"],
  ["/admin/posts", "en", "Back to the overview"],
] as const;

function expectPage({ headers, body }: { headers: string; body: string }, language: string): void {
  expect(body).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
  for (const number of ["911", "988", "18006624357", "18008547771"]) expect(body).toContain(`href="tel:${number}"`);
  expect(body).not.toMatch(/secret|\.ts:|__next/);
  expect(body).toMatch(/href="(?:\/es)?\/help-now"/);
  expect(body).toMatch(/href="(?:\/es)?\/contact"/);
  expect(headers).toContain("content-type: text/html; charset=utf-8");
  expect(headers).toContain("content-security-policy: default-src 'none'");
  expect(headers).toContain("x-content-type-options: nosniff");
  expect(headers).not.toMatch(/content-encoding|etag/);
}

describe.each(BARE)("an answer of %s", (_, status, answer) => {
  test.each(LANGUAGES)("at %s is a page in its language", async (path, language, words) => {
    listener = answer;
    const answered = await ask(path);
    expect(answered.status).toBe(status);
    expectPage(answered, language);
    expect(answered.body).toContain(words);
  });

  test("among the addresses for programs is JSON", async () => {
    listener = answer;
    const { headers, body } = await ask("/api/v1/x");
    expect(headers).toContain("application/problem+json");
    expect(JSON.parse(body)).toMatchObject({ status });
  });

  test("has no body for HEAD", async () => {
    listener = answer;
    expect(await ask("/", "HEAD")).toMatchObject({ status, body: "" });
  });
});

describe("what is ours or no failure is sent as it is", () => {
  const page = `<html lang="es"><section data-crisis-lines="true">911</section></html>`;
  test.each<[string, RequestListener, string]>([
    ["a page", (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<p>1"), "<p>1"],
    ["a missing page", (_, response) => void response.writeHead(404, { "content-type": "text/html" }).end(page), page],
    ["JSON", (_, response) => void response.writeHead(404, { "content-type": "application/json" }).end("{}"), "{}"],
    [
      "what scripts read",
      (_, response) => void response.writeHead(500, { "content-type": "text/x-component" }).end("0"),
      "0",
    ],
  ])("%s", async (_, answer, body) => {
    listener = answer;
    expect((await ask("/es/x", "GET")).body).toContain(body);
  });

  test("a missing page that is compressed", async () => {
    listener = (_, response) => {
      response.writeHead(404, { "content-type": "text/html", "content-encoding": "gzip" }).end(gzipSync(page));
    };
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/es/x`);
    expect([answer.status, await answer.text()]).toEqual([404, page]);
  });
});

describe("what is refused before anything reads it", () => {
  test.each(["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND"])("%s of a page", async (method) => {
    listener = (_, response) => void response.end("done");
    const answered = await ask("/es/contact", method);
    expect(answered.status).toBe(405);
    expect(answered.headers).toContain("allow: get, head, post");
    expectPage(answered, "es");
  });

  test("a URL that is too long, for people and for programs", async () => {
    listener = (_, response) => void response.end("done");
    const answered = await ask(`/es/find?q=${"a".repeat(9000)}`);
    expect(answered.status).toBe(414);
    expectPage(answered, "es");
    expect((await ask(`/api/v1/listings?q=${"a".repeat(9000)}`)).status).toBe(414);
    expect((await ask(`/es/find?q=${"a".repeat(8000)}`)).body).toContain("done");
  });
});

describe("what never becomes a request", () => {
  test.each<[string, string, number, string]>([
    ["too large headers", `GET /es/find HTTP/1.1\r\nHost: x\r\nCookie: ${"a".repeat(20_000)}\r\n\r\n`, 431, "es"],
    ["a malformed header", "GET /es/find HTTP/1.1\r\nHo st: x\r\n\r\n", 400, "es"],
    ["no HTTP at all", "\u0016\u0003\u0001\r\n\r\n", 400, "en"],
    ["another protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "en"],
  ])("%s", async (_, bytes, status, language) => {
    const answered = await raw(bytes);
    expect(answered.status).toBe(status);
    expectPage(answered, language);
  });
});
