import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { env } from "./env";
import { askedFor, ASKED_FOR } from "./own-site";

const SOCKET_HEADER = "x-socket-ip";

/**
 * Writes the IP of each request into a header of our own, and overwrites what the client sent there. When this server
 * asks itself, it is the IP of the visitor for whom it asks.
 * Call once when the server starts (instrumentation.ts): actions see only headers, and Next believes a client's own
 * `x-forwarded-for`.
 */
export function markSocketIps(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    const visitor = askedFor(request.headers[ASKED_FOR]?.toString());
    request.headers[SOCKET_HEADER] = visitor ?? socket.remoteAddress ?? "";
  });
}

/**
 * The IP to count a visitor by: the socket's, or what the trusted proxy says when one is configured (the last
 * value of its header, which is the one the proxy itself wrote). Of an IPv6 we keep the /64, which one household has.
 */
export function clientIp(headers: Pick<Headers, "get">): string {
  const proxyHeader = env().TRUSTED_PROXY_HEADER;
  const stated = proxyHeader ? headers.get(proxyHeader)?.split(",").at(-1)?.trim() : undefined;
  const ip = (stated || headers.get(SOCKET_HEADER) || "unknown").replace(/^::ffff:(?=\d+\.)/i, "");
  return ip.includes(":") ? firstHalf(ip) : ip;
}

function firstHalf(ipv6: string): string {
  const [head = "", tail] = ipv6.toLowerCase().split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(gap).fill("0"), ...right].slice(0, 4).join(":");
}
