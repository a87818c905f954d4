import "server-only";
import { readSigned, sign } from "./crypto";
import { env } from "./env";
import { hostIn } from "./form-request";
import { ownOrigin } from "./own-origin";

/** The header that says for whom this server asks itself. */
export const ASKED_FOR = "x-asked-for";
const PURPOSE = "asked for";

/** Headers that belong to one connection or one body, not to the person who asks. */
const NOT_PASSED_ON =
  /^(host|connection|keep-alive|transfer-encoding|expect|te|upgrade|range|if-.*|content-.*|accept-encoding|origin|next-.*|rsc|x-socket-ip)$/;

/**
 * Asks this very server for a page on behalf of a visitor: with their cookies, and counted by their IP.
 * @param form posted to it, when there is one
 */
export async function askOwnSite(visitor: Request, path: string, form?: FormData): Promise<Response> {
  const headers = new Headers([...visitor.headers].filter(([name]) => !NOT_PASSED_ON.test(name)));
  headers.set("x-forwarded-host", hostIn(visitor.headers));
  headers.set(ASKED_FOR, sign(PURPOSE, visitor.headers.get("x-socket-ip") ?? ""));
  headers.set("accept-encoding", "identity");
  const url = new URL(path, ownOrigin(env().HOST, env().PORT));
  return fetch(url, {
    method: form ? "POST" : "GET",
    headers,
    redirect: "manual",
    cache: "no-store",
    ...(form && { body: form }),
  });
}

/** The IP of the visitor for whom this server asks itself; null when somebody else asks. */
export function askedFor(header: string | null | undefined): string | null {
  return header ? (readSigned(PURPOSE, header)?.value ?? null) : null;
}
