import "server-only";
import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Packing } from "./packing";

/**
 * Answers 200 with a body that is packed already.
 * @param headers beside those of the packing; nothing of one earlier answer
 */
export function sendPacked(
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
  packing: Packing,
  body: Buffer,
): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.setHeader("content-encoding", packing);
  response.setHeader("content-length", body.length);
  response.writeHead(200);
  response.end(response.req.method === "HEAD" ? undefined : body);
}
