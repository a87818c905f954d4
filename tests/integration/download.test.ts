import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { download, type DownloadLimits, type DownloadRequest } from "@/lib/server/download";
import { patience } from "../support/patience.mjs";
import { closedOrigin, publisher, tagged } from "../support/publisher";

const server = publisher();

/** Long enough for an answer on this machine, whatever else it does; what is refused sooner says so. */
const LIMITS: DownloadLimits = {
  maxBytes: 1_000,
  maxMs: patience(20_000),
  maxTries: 3,
  maxPauseMs: 2_000,
  firstPauseMs: 1,
};

type Asked = Partial<Omit<DownloadRequest, "limits"> & { limits: Partial<DownloadLimits> }>;

function fetching(path: string, { limits, ...request }: Asked = {}) {
  const mayAsk = ({ origin }: URL) => origin === server.origin;
  return download({ url: server.origin + path, mayAsk, ...request, limits: { ...LIMITS, ...limits } });
}

test("a file comes with its names, and the request says who asks and for what", async () => {
  server.answers["/list.csv"] = tagged("a,b\n1,2\n", '"one"');
  const got = await fetching("/list.csv");
  expect(got).toMatchObject({ outcome: "fetched", etag: '"one"', lastModified: null, hasMoved: false });
  expect(got.outcome === "fetched" && got.bytes.toString()).toBe("a,b\n1,2\n");
  expect(server.requests[0]?.headers).toMatchObject({
    "user-agent": expect.stringMatching(/^BestHeroinRehab\/1\.0 \(.*\+http/) as string,
    "accept-encoding": "identity",
  });
  expect(server.requests[0]?.headers.cookie).toBeUndefined();
});

test("a file that is still the same is not sent again", async () => {
  server.answers["/list.csv"] = tagged("a,b\n", '"one"');
  expect(await fetching("/list.csv", { etag: '"one"' })).toMatchObject({ outcome: "unchanged" });
  expect(await fetching("/list.csv", { etag: '"older"' })).toMatchObject({ outcome: "fetched" });
  server.answers["/dated.csv"] = (request, response) =>
    void response.writeHead(request.headers["if-modified-since"] === "Tue, 03 Mar 2026 10:00:00 GMT" ? 304 : 200).end();
  const dated = { lastModified: "Tue, 03 Mar 2026 10:00:00 GMT" };
  expect(await fetching("/dated.csv", dated)).toMatchObject({ outcome: "unchanged" });
});

describe("a redirect", () => {
  const leading = (status: number, location: string) => {
    server.answers["/list.csv"] = (_, response) => void response.writeHead(status, { location }).end();
  };

  test.each([301, 308])("for good (%i) is followed, and says where the file is from now on", async (status) => {
    leading(status, "/new.csv");
    server.answers["/new.csv"] = "a\n";
    expect(await fetching("/list.csv")).toMatchObject({ url: `${server.origin}/new.csv`, hasMoved: true });
  });

  test("for a moment is followed and not remembered: it may hold a key that ends", async () => {
    leading(302, "/store/list.csv?signature=secret");
    server.answers["/store/list.csv"] = "a\n";
    expect(await fetching("/list.csv")).toMatchObject({ url: `${server.origin}/list.csv`, hasMoved: false });
  });

  test("to another host is refused, with the way to allow it and without its key", async () => {
    leading(301, "https://elsewhere.invalid/list.csv?signature=secret");
    await expect(fetching("/list.csv")).rejects.toMatchObject({
      code: "elsewhere",
      message:
        `${server.origin}/list.csv leads to https://elsewhere.invalid/list.csv, which is not on a host of this source. ` +
        "If it is right, name it in REFRESH_URLS (see .env.example).",
    });
  });

  test("round and round is given up", async () => {
    leading(302, "/list.csv");
    await expect(fetching("/list.csv")).rejects.toMatchObject({ code: "redirected_too_often" });
    expect(server.requests.length).toBe(6);
  });
});

test("a file on a host of nobody is not even asked for", async () => {
  await expect(fetching("/list.csv", { mayAsk: () => false })).rejects.toMatchObject({ code: "elsewhere" });
  expect(server.requests).toEqual([]);
});

describe("a server in trouble", () => {
  const failing = (times: number, status: number, headers: Record<string, string> = {}) => {
    server.answers["/list.csv"] = (_, response) =>
      void (server.requests.length <= times ? response.writeHead(status, headers).end("no") : response.end("a\n"));
  };

  test("that is over soon is asked again", async () => {
    failing(2, 503);
    expect(await fetching("/list.csv")).toMatchObject({ outcome: "fetched" });
    expect(server.requests.length).toBe(3);
  });

  test("that stays is given up", async () => {
    failing(9, 500);
    await expect(fetching("/list.csv")).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining("answered 500, 3 times") as string,
    });
    expect(server.requests.length).toBe(3);
  });

  test("that says when to come again is believed", async () => {
    failing(1, 429, { "retry-after": "1" });
    await fetching("/list.csv");
    const [first, second] = server.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test.each([
    ["in seconds", () => "3600"],
    ["as a moment", () => new Date(Date.now() + 3_600_000).toUTCString()],
  ])("that asks to wait an hour, %s, is left alone", async (_, when) => {
    failing(9, 429, { "retry-after": when() });
    await expect(fetching("/list.csv")).rejects.toMatchObject({
      code: "busy",
      message: expect.stringMatching(/asks to wait 3[56]\d\d seconds/) as string,
    });
    expect(server.requests.length).toBe(1);
  });

  test.each([403, 404, 410])("an answer of %i is not asked for again", async (status) => {
    failing(9, status);
    await expect(fetching("/list.csv")).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining(`answered ${status} for ${server.origin}/list.csv`) as string,
    });
    expect(server.requests.length).toBe(1);
  });
});

describe("limits", () => {
  test("a server that never answers, and one that never ends, are given up", async () => {
    server.answers["/silent.csv"] = () => {};
    server.answers["/endless.csv"] = (_, response) => void response.writeHead(200).write("a\n");
    for (const path of ["/silent.csv", "/endless.csv"])
      await expect(fetching(path, { limits: { maxMs: 50 } })).rejects.toMatchObject({ code: "too_slow" });
  });

  test("a file that says that it is too large is not read", async () => {
    server.answers["/large.csv"] = (_, response) =>
      void response.writeHead(200, { "content-length": "1001" }).write("a\n");
    await expect(fetching("/large.csv")).rejects.toMatchObject({ code: "too_large" });
  });

  test("one that does not say so is stopped at the limit", async () => {
    server.answers["/large.csv"] = (_, response) => {
      response.writeHead(200);
      response.write("x".repeat(600));
      response.write("x".repeat(600));
    };
    await expect(fetching("/large.csv")).rejects.toMatchObject({ code: "too_large" });
  });
});

test("a file whose connection ends before its last byte is not taken", async () => {
  server.answers["/named.csv"] = (_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("a\n", () => response.destroy());
  };
  server.answers["/chunked.csv"] = (_, response) => {
    response.writeHead(200);
    response.write("a\n", () => response.destroy());
  };
  for (const path of ["/named.csv", "/chunked.csv"])
    await expect(fetching(path)).rejects.toMatchObject({ code: "cut_short" });
});

test("without a network one line says so", async () => {
  const closed = await closedOrigin();
  const offline = { mayAsk: () => true };
  await expect(fetching("", { ...offline, url: `${closed}/list.csv` })).rejects.toMatchObject({
    code: "offline",
    message: `${new URL(closed).host} cannot be reached (ECONNREFUSED). Is this machine online?`,
  });
  await expect(fetching("", { ...offline, url: "http://nobody.invalid/list.csv" })).rejects.toMatchObject({
    code: "offline",
    message: expect.stringMatching(/^nobody\.invalid cannot be reached \((ENOTFOUND|EAI_AGAIN)\)/) as string,
  });
});

test("a port that nobody may ask is not taken for a broken connection", async () => {
  const asked = fetching("", { mayAsk: () => true, url: "https://127.0.0.1:9/list.csv" });
  await expect(asked).rejects.toMatchObject({
    code: "refused",
    message: "https://127.0.0.1:9/list.csv cannot be asked for (bad port). Look at its URL.",
  });
});

test("a connection that is not secure is not used", async () => {
  // Speaks no TLS at all.
  const plain = createServer();
  await new Promise<void>((ready) => void plain.listen(0, "127.0.0.1", ready));
  const url = `https://127.0.0.1:${(plain.address() as AddressInfo).port}/list.csv`;
  await expect(fetching("", { mayAsk: () => true, url })).rejects.toMatchObject({ code: "insecure" });
  await new Promise((closed) => void plain.close(closed));
});

test("one file at a time is asked for", async () => {
  let [open, most] = [0, 0];
  server.answers["/list.csv"] = (_, response) => {
    most = Math.max(most, ++open);
    setImmediate(() => {
      open--;
      response.end("a\n");
    });
  };
  await Promise.all(Array.from({ length: 4 }, () => fetching("/list.csv")));
  expect({ most, asked: server.requests.length }).toEqual({ most: 1, asked: 4 });
});
