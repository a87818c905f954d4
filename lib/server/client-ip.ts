import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { env } from "./env";
import { ipNetworks, type IpNetworks } from "./ip-networks";
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
 * Whom to count a visitor as: the IP is the socket's, or what the trusted proxy says when one is configured (the last
 * value of its header, which is the one the proxy itself wrote). Who cannot be told apart is counted together.
 */
export function clientNetworks(headers: Pick<Headers, "get">): IpNetworks {
  const proxyHeader = env().TRUSTED_PROXY_HEADER;
  const stated = proxyHeader ? headers.get(proxyHeader)?.split(",").at(-1)?.trim() : undefined;
  return ipNetworks(stated || headers.get(SOCKET_HEADER) || "") ?? { household: "unknown", site: null };
}
