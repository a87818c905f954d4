import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { failureAnswer } from "./failure-answer";
import { securityHeaders } from "./security-headers";

/** What Node's own parser refuses; everything else is a request that nobody can read. */
const STATUS: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Answers what never becomes a request, such as one with too large headers, with our page. Without a listener, Node
 * answers with a bare status. Call once when the server starts.
 */
export function answerParserFailures(): void {
  const known = new WeakSet<Server>();
  // The framework keeps its server to itself; each connection knows it, before it has sent anything.
  subscribe("net.server.socket", (message) => {
    const { server } = (message as { socket: Socket & { server?: unknown } }).socket;
    if (!(server instanceof Server) || known.has(server)) return;
    known.add(server);
    server.on("clientError", answer);
  });
}

function answer(error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Socket): void {
  const isBegun = Boolean((socket as { _httpMessage?: { headersSent: boolean } })._httpMessage?.headersSent);
  if (error.code === "ECONNRESET" || !socket.writable || isBegun) return void socket.destroy(error);
  const status = STATUS[error.code ?? ""] ?? 400;
  const { headers, body } = failureAnswer(status, pathIn(error.rawPacket));
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...securityHeaders.map(({ key, value }) => `${key}: ${value}`),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

/** From the first line, when the parser still had it. */
function pathIn(packet: Buffer | undefined): string | null {
  const line = packet?.subarray(0, 2048).toString("latin1") ?? "";
  return /^[A-Z]+ (\/[\x21-\x7e]*)/.exec(line)?.[1] ?? null;
}
