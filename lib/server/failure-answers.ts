import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { CRISIS_MARK } from "@/lib/shared/failure-page";
import { earlyRefusal } from "./early-refusal";
import { failureAnswer } from "./failure-answer";
import { holdAnswer } from "./held-answer";

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
    replaceFailure(response, asked, refused?.status);
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

/** @param forced the status to answer with, whatever the framework answers */
function replaceFailure(response: ServerResponse, asked: Asked, forced: number | undefined): void {
  holdAnswer(
    response,
    () => {
      if (forced !== undefined) return true;
      return response.statusCode >= 400 && !FOR_PROGRAMS.test(String(response.getHeader("content-type")));
    },
    (body, { writeHead, end }) => {
      const status = forced ?? response.statusCode;
      if (forced === undefined && isOurs(response, status, body)) {
        writeHead(status);
        return end(body);
      }
      for (const name of OF_THE_BODY) response.removeHeader(name);
      const answer = failureAnswer(status, asked.url, { isSent: asked.method === "POST" });
      for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
      response.setHeader("content-length", Buffer.byteLength(answer.body));
      response.statusMessage = "";
      response.statusCode = status;
      writeHead(status);
      end(asked.method === "HEAD" ? undefined : answer.body);
    },
  );
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
