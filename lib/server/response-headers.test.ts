import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { completeHeaders } from "./response-headers";

completeHeaders();

async function answerOf(listener: RequestListener): Promise<Response> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  try {
    const { port } = server.address() as AddressInfo;
    return await fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" });
  } finally {
    server.close();
  }
}

test("an answer that nobody gave headers, such as a redirect, leaves with all of them", async () => {
  const listeners: RequestListener[] = [
    (_, response) => response.writeHead(308, { location: "/contact" }).end(),
    (_, response) => void response.end("Internal Server Error"),
  ];
  for (const listener of listeners) {
    const { headers } = await answerOf(listener);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  }
});

test("what a page set itself stands, alone", async () => {
  const { headers } = await answerOf((_, response) => {
    response.setHeader("Content-Security-Policy", "script-src 'nonce-1'").setHeader("Referrer-Policy", "same-origin");
    response.end();
  });
  expect(headers.get("content-security-policy")).toBe("script-src 'nonce-1'");
  expect(headers.get("referrer-policy")).toBe("same-origin");
});

test("a failed page may still run what tells the visitor whom to call", async () => {
  const { headers } = await answerOf((_, response) => {
    response.writeHead(500, undefined, undefined);
    response.end();
  });
  expect(headers.get("content-security-policy")).not.toBeNull();
  const failed = await answerOf((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.statusCode = 500;
    response.end();
  });
  expect(failed.headers.get("content-security-policy")).toBeNull();
  expect(failed.headers.get("x-frame-options")).toBe("DENY");
});

test("a redirect says once where to", async () => {
  const { headers } = await answerOf((_, response) => {
    response.appendHeader("location", "/contact").appendHeader("Location", "/contact");
    response.writeHead(307).end();
  });
  expect(headers.get("location")).toBe("/contact");
});
