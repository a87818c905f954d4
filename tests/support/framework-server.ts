import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";

const PACKED = { "accept-encoding": "gzip, br" };

/** A server that answers as the framework does, behind whatever keeps its answers. */
export interface FrameworkServer {
  /** Where the framework would keep its pages. */
  folder: string;
  status: number;
  headers: Record<string, string>;
  page: string;
  /** How often it was asked. */
  asked: number;
  isPacking: boolean;
  /** Called before each of its answers. */
  before: () => void;
  get: (url?: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;
  close: () => void;
}

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  /** Unpacked. */
  text: string;
}

/** @param keep begins to keep answers; returns what ends it */
export async function openFramework(
  answer: Pick<FrameworkServer, "headers" | "page">,
  keep: (folder: string) => () => void,
): Promise<FrameworkServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "kept-answers-"));
  const end = keep(folder);
  const server = createServer((asked, response) => {
    framework.asked += 1;
    framework.before();
    const { status, page } = framework;
    const isZipped = framework.isPacking && asked.headers["accept-encoding"]?.includes("gzip");
    response.statusCode = status;
    for (const [name, value] of Object.entries(framework.headers)) response.setHeader(name, value);
    if (isZipped) response.setHeader("content-encoding", "gzip");
    response.end(asked.method === "HEAD" ? undefined : isZipped ? gzipSync(page) : page);
  });
  const framework: FrameworkServer = {
    ...answer,
    folder,
    status: 200,
    asked: 0,
    isPacking: true,
    before: () => undefined,
    get: async (url = "/", headers = PACKED, method = "GET") => {
      const { port } = server.address() as AddressInfo;
      const sent = request({ host: "127.0.0.1", port, path: url, method, headers }).end();
      const [got] = (await once(sent, "response")) as [IncomingMessage];
      return { status: got.statusCode, headers: got.headers, text: decode(got.headers, await buffer(got)) };
    },
    close: () => {
      end();
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return framework;
}

function decode(headers: IncomingHttpHeaders, body: Buffer): string {
  if (body.length === 0) return "";
  if (headers["content-encoding"] === "br") return brotliDecompressSync(body).toString();
  return (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
}
