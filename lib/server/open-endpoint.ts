import "server-only";
import { createHash } from "node:crypto";
import { consumeByIp } from "./ip-limit";
import { describeError, logger } from "./logger";
import type { Limit } from "./rate-limit";

/** A file is bytes. */
type OpenBody = string | Uint8Array<ArrayBuffer>;

/** What a public URL answers with. */
export interface OpenDocument<Body extends OpenBody = string> {
  body: Body;
  /** With its charset, of a text. */
  type: string;
  /** Strong, with its quotes. */
  etag: string;
  /** How long caches may keep it. */
  cacheControl: string;
  /** The name a browser saves it under; left out, it is shown. */
  fileName?: string | undefined;
}

/** RFC 9457. `detail` says what is wrong and how to fix it. */
export interface OpenProblem {
  status: 400 | 404 | 405 | 429 | 500;
  detail: string;
  headers?: Record<string, string>;
}

export type OpenAnswer = OpenDocument<OpenBody> | OpenProblem;

const TITLES = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  429: "Too Many Requests",
  500: "Internal Server Error",
} as const;

const METHODS = "GET, HEAD, OPTIONS";

/** Every script on every page may read it (security-headers.ts), with these headers. */
const CROSS_ORIGIN = { "access-control-expose-headers": "ETag, Retry-After" };

/**
 * The handlers of a public URL. Any origin may read it, each IP only so often. A client that has it already gets a
 * short answer. Every error is a problem in JSON, never a page.
 * @param limit over all URLs that share its name
 */
export function openEndpoint<Context>(
  limit: Limit & { name: string },
  answer: (request: Request, context: Context) => Promise<OpenAnswer>,
) {
  async function get(request: Request, context: Context): Promise<Response> {
    const allowance = await consumeByIp(limit.name, request.headers, limit);
    if (allowance.status === "limited") return tooMany(allowance.retrySeconds, limit);
    try {
      const answered = await answer(request, context);
      return "body" in answered ? documentResponse(request, answered) : problemResponse(answered);
    } catch (error) {
      logger.error("open_endpoint.failed", describeError(error));
      return problemResponse({ status: 500, detail: "The fault is ours. Try again in a minute." });
    }
  }
  // For HEAD, Next sends GET's headers.
  return { GET: get, OPTIONS: preflight, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}

/** Strong: only equal bodies have equal tags. */
export function etagOf(body: OpenBody): string {
  return `"${createHash("sha256").update(body).digest("base64url")}"`;
}

function documentResponse(request: Request, document: OpenDocument<OpenBody>): Response {
  const { body, type, etag, cacheControl, fileName } = document;
  const headers = { ...CROSS_ORIGIN, etag, "cache-control": cacheControl };
  if (isKnown(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  const saved = fileName && { "content-disposition": `attachment; filename="${fileName}"` };
  return new Response(body, { headers: { ...headers, "content-type": type, ...saved } });
}

/** If-None-Match compares weakly: a cache in between may have marked the tag as weak. */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

function problemResponse({ status, detail, headers }: OpenProblem): Response {
  const problem = { type: "about:blank", title: TITLES[status], status, detail };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      ...CROSS_ORIGIN,
      "content-type": "application/problem+json",
      "cache-control": status === 404 ? "public, max-age=60" : "no-store",
      ...headers,
    },
  });
}

function tooMany(retrySeconds: number, { points, seconds }: Limit): Response {
  return problemResponse({
    status: 429,
    detail: `More than ${points} requests in ${seconds} seconds came from your address. Wait ${retrySeconds} seconds.`,
    headers: { "retry-after": String(retrySeconds) },
  });
}

function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CROSS_ORIGIN,
      allow: METHODS,
      "access-control-allow-methods": METHODS,
      "access-control-allow-headers": "If-None-Match",
      "access-control-max-age": "86400",
    },
  });
}

function refuse(): Response {
  return problemResponse({
    status: 405,
    detail: "These numbers can only be read: use GET.",
    headers: { allow: METHODS },
  });
}
