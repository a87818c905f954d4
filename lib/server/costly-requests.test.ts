import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { patience } from "@/tests/support/patience.mjs";
import { rationCostlyRequests } from "./costly-requests";
import { isInCostlyLane } from "./lane";

/** A server whose costly pages are not ready until somebody says so. */
let server: Server;
let stop: () => void;
let inside: { url: string; isInLane: boolean; finish: () => void }[];

beforeEach(async () => {
  inside = [];
  // Nobody here is let in or turned away by the clock.
  stop = rationCostlyRequests({ waitMs: patience(60_000), yieldMs: patience(60_000) });
  server = createServer((request, response) => {
    const url = request.url ?? "";
    const finish = () => void response.end(url);
    if (url.startsWith("/contact")) finish();
    else inside.push({ url, isInLane: isInCostlyLane(), finish });
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
});
afterEach(() => {
  stop();
  server.closeAllConnections();
  server.close();
});

function ask(path: string): Promise<{ status: number; retry: string | undefined }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const request = get({ port, host: "127.0.0.1", path, agent: false }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, retry: answer.headers["retry-after"] }));
    });
    request.once("error", reject);
  });
}

const until = async (is: () => boolean) => {
  while (!is()) await new Promise((next) => setTimeout(next, 5));
};

test("forty searches from one network: two are rendered at a time, a line waits, the others are told when to come again", async () => {
  const asked = Array.from({ length: 40 }, (_, number) => ask(`/listings?q=${number}`));
  const refused: unknown[] = [];
  for (const each of asked) void each.then((answer) => answer.status === 429 && refused.push(answer));
  await until(() => refused.length === 40 - 2 - 14);
  expect(inside).toHaveLength(2);
  expect(inside.every(({ isInLane }) => isInLane)).toBe(true);
  expect(refused[0]).toEqual({ status: 429, retry: "5" });
  // Whoever is on the form waits for none of them.
  expect(await ask("/contact")).toMatchObject({ status: 200 });
  for (let served = 0; served < 16; served += 1) {
    await until(() => inside.length > 0);
    expect(inside.length).toBeLessThanOrEqual(2);
    inside.shift()?.finish();
  }
  const answers = await Promise.all(asked);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(16);
});

test.each([
  "/listings",
  "/es/listings?q=x",
  "/sitemap.xml",
  "/listings/a/asked?payment=medi-cal",
  "/compare?place=a",
  "/es/call-sheet",
  "/find",
  "/rankings/mine",
])("%s is rationed", async (path) => {
  const answer = ask(path);
  await until(() => inside.length === 1);
  expect(inside[0]?.isInLane).toBe(true);
  inside[0]?.finish();
  expect(await answer).toMatchObject({ status: 200 });
});

test.each(["/", "/listings/a-place", "/es/help-now", "/rankings", "/admin/listings"])("%s is not", async (path) => {
  const answer = ask(path);
  await until(() => inside.length === 1);
  expect(inside[0]?.isInLane).toBe(false);
  inside[0]?.finish();
  expect(await answer).toMatchObject({ status: 200 });
});

test("while a form is being sent no further search begins, and then the line goes on", async () => {
  const form = ask("/somewhere/else");
  await until(() => inside.length === 1);
  const search = ask("/listings?q=1");
  // What comes after it is served, so the search has had its turn and waits.
  expect(await ask("/contact")).toMatchObject({ status: 200 });
  expect(inside.map(({ url }) => url)).toEqual(["/somewhere/else"]);
  inside.shift()?.finish();
  await form;
  await until(() => inside.length === 1);
  inside.shift()?.finish();
  expect(await search).toMatchObject({ status: 200 });
});

test("who goes away while waiting makes room for the next", async () => {
  const { port } = server.address() as AddressInfo;
  void ask("/listings?a");
  void ask("/listings?b");
  await until(() => inside.length === 2);
  const impatient = get({ port, host: "127.0.0.1", path: "/listings?gone", agent: false });
  impatient.on("error", () => undefined);
  await new Promise((sent) => impatient.once("socket", (socket) => socket.once("connect", sent)));
  impatient.destroy();
  const next = ask("/listings?next");
  inside.shift()?.finish();
  await until(() => inside.some(({ url }) => url === "/listings?next"));
  for (const { finish } of inside) finish();
  expect(await next).toMatchObject({ status: 200 });
});
