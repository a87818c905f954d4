// deploy/nginx.conf: nginx itself, before a server that answers as our site does.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FAILURE_POLICY } from "@/lib/server/failure-answer";
import { FIRST_CRISIS_LINES } from "@/lib/shared/crisis-lines";
import { failurePage } from "@/lib/shared/failure-page";
import { hasNginx, startNginx, type Nginx } from "../support/nginx";

const CONFIG = readFileSync("deploy/nginx.conf", "utf8");

test("the page for when the site is away is our page about a failure", async () => {
  const page = failurePage({ status: 503, isSent: true, locales: ["en", "es"], lines: FIRST_CRISIS_LINES });
  await expect(page).toMatchFileSnapshot("../../deploy/down.html");
  expect(CONFIG).toContain(`Content-Security-Policy "${FAILURE_POLICY}"`);
});

describe.skipIf(!hasNginx())("nginx, where it is installed", () => {
  const asked: IncomingMessage[] = [];
  let site: Server;
  let nginx: Nginx;

  beforeAll(async () => {
    site = createServer((request, response) => {
      asked.push(request);
      const path = request.url?.split("?")[0];
      const isShared = path === "/" || path === "/with-cookie";
      response.setHeader("cache-control", isShared ? "s-maxage=900, stale-while-revalidate=900" : "private, no-store");
      if (path === "/with-cookie") response.setHeader("set-cookie", "own=1");
      response.end(`${path} ${asked.length}`);
    });
    site.listen(0, "127.0.0.1");
    await once(site, "listening");
    nginx = await startNginx(`http://127.0.0.1:${(site.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    await nginx.close();
    site.close();
  });

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const before = asked.length;
    const answer = await fetch(nginx.base + path, { headers });
    return { status: answer.status, text: await answer.text(), headers: answer.headers, asks: asked.length - before };
  };

  test("a page that is the same for everybody is asked for once, for each packing", async () => {
    expect(await get("/", { "accept-encoding": "identity" })).toMatchObject({ status: 200, asks: 1 });
    expect(await get("/", { "accept-encoding": "identity", cookie: "x=1" })).toMatchObject({ asks: 0 });
  });

  test.each(["/contact", "/with-cookie", "/inquiry/abc", "/api/v1/listings"])(
    "%s is asked for each time",
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 200, asks: 1 });
      expect(await get(path)).toMatchObject({ status: 200, asks: 1 });
    },
  );

  test("a visitor cannot say from where they come", async () => {
    await get("/contact", { "x-real-ip": "203.0.113.9", "x-forwarded-for": "203.0.113.9" });
    expect(asked.at(-1)?.headers).toMatchObject({ "x-real-ip": "127.0.0.1", "x-forwarded-for": "127.0.0.1" });
  });

  test("its log has no query, no receipt and no IP", async () => {
    await get("/listings?q=fentanyl&near=90026");
    await get("/inquiry/secret-token/withdraw");
    await get("/es/inquiry/secret-token");
    const log = nginx.log();
    expect(log).toContain("GET /listings 200");
    expect(log).toContain("GET /es/inquiry/- 200");
    expect(log).not.toMatch(/fentanyl|90026|secret|127\.0\.0\.1/);
  });

  test("while the site is away, what is kept stays, and everything else says whom to call", async () => {
    const kept = await get("/", { "accept-encoding": "identity" });
    site.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
    expect(await get("/", { "accept-encoding": "identity" })).toMatchObject({ status: 200, text: kept.text });
    const down = await get("/contact");
    expect(down).toMatchObject({ status: 503 });
    expect(down.text).toContain('href="tel:911"');
    expect(down.headers.get("content-security-policy")).toBe(FAILURE_POLICY);
  });
});
