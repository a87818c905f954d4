import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** A path without a page, so that the visitor gets our page that says so. */
const NOWHERE = "unreadable-path";

/** Paths with another kind of answer: in Spanish, or in JSON. */
const ROOMS = ["/es", "/api/v1", "/api"];

/**
 * Sends requests to that path when their own path is no text or has control characters. The framework answers the
 * former with a bare error, and the latter skip its rules for static pages. Call once when the server starts.
 */
export function divertUnreadablePaths(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const [path = ""] = (request.url ?? "").split("?", 1);
    const room = ROOMS.find((each) => path.startsWith(`${each}/`)) ?? "";
    if (!isReadable(path)) request.url = `${room}/${NOWHERE}`;
  });
}

function isReadable(path: string): boolean {
  try {
    return !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}
