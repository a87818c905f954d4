import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { env } from "./env";
import { ipNetworks, type IpNetworks } from "./ip-networks";
import { ipRanges, type IpRanges } from "./ip-ranges";
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
 * Whom to count a visitor as: the IP is the socket's, or what a trusted proxy says when it is the proxy who asks (the
 * last value of its header, which is the one the proxy itself wrote). From anywhere else the header counts for nothing:
 * whoever reaches this server past the proxy could write any IP into it. Who cannot be told apart is counted together.
 */
export function clientNetworks(headers: Pick<Headers, "get">): IpNetworks {
  const socketIp = headers.get(SOCKET_HEADER) ?? "";
  return ipNetworks(statedByProxy(headers, socketIp) || socketIp) ?? { household: "unknown", site: null };
}

function statedByProxy(headers: Pick<Headers, "get">, socketIp: string): string | undefined {
  const { TRUSTED_PROXY_HEADER: header, TRUSTED_PROXY: proxies } = env();
  if (!header || !trusted(proxies)?.(socketIp)) return undefined;
  return headers.get(header)?.split(",").at(-1)?.trim();
}

let ranges: { list: string; isTrusted: IpRanges | null } | undefined;

function trusted(list: string): IpRanges | null {
  if (ranges?.list !== list) ranges = { list, isTrusted: ipRanges(list) };
  return ranges.isTrusted;
}
