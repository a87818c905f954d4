import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Of one packing, or of one answer. */
export const OF_ONE_ANSWER = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "etag",
  "keep-alive",
  "transfer-encoding",
]);

/** With these the framework answers something else than the page, or looks at more than its path. */
const OTHER_QUESTIONS = [
  "rsc",
  "next-action",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "content-type",
  "range",
];
const PREVIEW_COOKIE = "__prerender_bypass";

/** Whether somebody asks for a page as a browser does that opens a URL. */
export function asksForPage({ method, headers }: IncomingMessage): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  if (OTHER_QUESTIONS.some((name) => headers[name] !== undefined)) return false;
  return !headers.cookie?.includes(PREVIEW_COOKIE);
}

/** Whether an answer is whole, and sets nobody's cookie. */
export function isForAnybody(response: ServerResponse): boolean {
  return response.statusCode === 200 && response.getHeader("set-cookie") === undefined;
}
