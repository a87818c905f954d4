import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { divertUnreadablePaths } from "./unreadable-path";

divertUnreadablePaths();

/** The URL that a server sees when `path` is asked for. */
async function seen(path: string): Promise<string> {
  const server = createServer((message, response) => void response.end(message.url)).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  try {
    const { port } = server.address() as AddressInfo;
    return await new Promise((answer) => {
      request({ port, host: "127.0.0.1", path }, (response) => {
        response.setEncoding("utf8").once("data", answer);
      }).end();
    });
  } finally {
    server.close();
  }
}

test.each(["/%", "/listings/%c0%ae", "/listings/%00?q=a", "/contact%0a", "/%E2%80%A8", "/admin%0d"])(
  "%s is nowhere",
  async (path) => expect(await seen(path)).toBe("/unreadable-path"),
);

test("one of the programs' is nowhere among theirs, which answer in JSON", async () => {
  expect(await seen("/api/v1/rankings/%00")).toBe("/api/v1/unreadable-path");
  expect(await seen("/api/%ff")).toBe("/api/unreadable-path");
});

test("a Spanish one is nowhere in Spanish", async () => {
  expect(await seen("/es/blog/%00")).toBe("/es/unreadable-path");
});

test.each(["/", "/listings?q=%00%", "/blog/caf%C3%A9", "/listings/..%2fx", "/es/contact"])("%s stands", async (path) =>
  expect(await seen(path)).toBe(path),
);
