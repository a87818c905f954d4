import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from "node:http";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { CRISIS_MARK } from "@/lib/shared/failure-page";
import { earlyRefusal } from "./early-refusal";
import { failureAnswer } from "./failure-answer";
import { writtenChunk } from "./written-chunk";

/** A form that comes back holds all that was typed, each sign of which may take six. What is larger is no page of ours. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

/** What scripts of ours and programs read: they know what to do with it. */
const FOR_PROGRAMS = /^(application\/(\w+\+)?json|text\/x-component)\b/i;

/** Of the answer that is replaced; the rest, such as Allow and Retry-After, stays. */
const OF_THE_BODY = [
  "content-encoding",
  "content-length",
  "content-range",
  "etag",
  "last-modified",
  "transfer-encoding",
];

/**
 * Answers every failed request with a page of ours that needs no script, whoever failed: a page, a layout, a route, the
 * framework before or after them. What is ours already, because it names the help lines, is sent as it is. Call once
 * when the server starts, after `completeHeaders`; not while developing, where the framework shows what is wrong.
 * @returns what ends it
 */
export function answerFailures(): () => void {
  const begin = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const asked = { url: request.url ?? "/", method: request.method ?? "GET" };
    const refused = earlyRefusal(asked);
    if (refused) divert(request, response, refused.headers);
    holdFailure(response, asked, refused?.status);
  };
  subscribe("http.server.request.start", begin);
  return () => void unsubscribe("http.server.request.start", begin);
}

/** To a page that is quickly made; its answer is then replaced. */
function divert(request: IncomingMessage, response: ServerResponse, headers: Record<string, string>): void {
  request.url = /^\/api(\/|$)/.test(request.url ?? "") ? "/api/refused" : "/refused";
  request.method = "GET";
  for (const name of ["content-type", "next-action", "rsc"]) delete request.headers[name];
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

interface Asked {
  url: string;
  method: string;
}

/**
 * Keeps back what is written to a response whose status says that it failed, until its end.
 * @param forced the status to answer with, whatever the framework answers
 */
function holdFailure(response: ServerResponse, asked: Asked, forced: number | undefined): void {
  const original = {
    writeHead: response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse,
    write: response.write.bind(response) as (...given: unknown[]) => boolean,
    end: response.end.bind(response) as (...given: unknown[]) => ServerResponse,
    flushHeaders: response.flushHeaders.bind(response),
  };
  const held: Buffer[] = [];
  let state: "open" | "held" | "sent" = "open";

  const begin = (): void => {
    if (state !== "open") return;
    const isFailed = forced !== undefined || response.statusCode >= 400;
    const isForPrograms = forced === undefined && FOR_PROGRAMS.test(String(response.getHeader("content-type")));
    state = isFailed && !isForPrograms ? "held" : "sent";
  };
  const take = (given: readonly unknown[]): void => {
    const part = writtenChunk(given);
    if (part) held.push(part);
  };
  const finish = (): ServerResponse => {
    state = "sent";
    const status = forced ?? response.statusCode;
    const body = Buffer.concat(held);
    if (forced === undefined && isOurs(response, status, body)) {
      original.writeHead(status);
      return original.end(body);
    }
    for (const name of OF_THE_BODY) response.removeHeader(name);
    const answer = failureAnswer(status, asked.url, { isSent: asked.method === "POST" });
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    response.setHeader("content-length", Buffer.byteLength(answer.body));
    response.statusMessage = "";
    response.statusCode = status;
    original.writeHead(status);
    return original.end(asked.method === "HEAD" ? undefined : answer.body);
  };

  response.writeHead = (...given: unknown[]) => {
    if (state === "open") setHead(response, given);
    begin();
    return state === "held" ? response : original.writeHead(...given);
  };
  response.flushHeaders = () => {
    begin();
    if (state !== "held") original.flushHeaders();
  };
  response.write = (...given: unknown[]) => {
    begin();
    if (state !== "held") return original.write(...given);
    take(given);
    callBack(given);
    return true;
  };
  response.end = (...given: unknown[]) => {
    begin();
    if (state !== "held") return original.end(...given);
    take(given);
    const ended = finish();
    callBack(given);
    return ended;
  };
}

function callBack(given: unknown[]): void {
  const done = given.find((each) => typeof each === "function") as (() => void) | undefined;
  if (done) process.nextTick(done);
}

/** As Node itself reads what `writeHead` is given: a status, perhaps a phrase, perhaps headers. */
function setHead(response: ServerResponse, [status, ...others]: unknown[]): void {
  if (typeof status !== "number" || status < 400) return;
  response.statusCode = status;
  const headers = others.find((each) => typeof each === "object" && each !== null);
  if (Array.isArray(headers))
    for (let at = 0; at + 1 < headers.length; at += 2) response.setHeader(String(headers[at]), String(headers[at + 1]));
  else
    for (const [name, value] of Object.entries((headers ?? {}) as Record<string, OutgoingHttpHeader>))
      if (value !== undefined) response.setHeader(name, value);
}

/** A page that names the help lines and is whole without scripts. A fault of ours is never explained by the page itself. */
function isOurs(response: ServerResponse, status: number, body: Buffer): boolean {
  if (status >= 500 || !String(response.getHeader("content-type")).startsWith("text/html")) return false;
  const html = textOf(body, String(response.getHeader("content-encoding") ?? ""));
  return html.includes(CRISIS_MARK) && !html.includes("__next_error__");
}

const DECODERS: Record<string, typeof gunzipSync> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Empty when we cannot read it. */
function textOf(body: Buffer, encoding: string): string {
  try {
    const decode = DECODERS[encoding];
    return (decode ? decode(body, { maxOutputLength: MAX_KEPT_BYTES }) : body).toString("utf8");
  } catch {
    return "";
  }
}
