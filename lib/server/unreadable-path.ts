import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Where no page is, so that the visitor gets ours that says so. */
const NOWHERE = "unreadable-path";

/** Where the answer is of another kind: in Spanish, or in JSON. */
const ROOMS = ["/es", "/api/v1", "/api"];

/**
 * Sends requests whose path is no text, or holds control characters, to where no page is: the framework answers the
 * former with a bare error, and takes the latter past its rules for static pages. Call once as the server starts.
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
