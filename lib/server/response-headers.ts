import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { STRICTEST_POLICY } from "./page-policy.mjs";
import { securityHeaders } from "./security-headers";

/**
 * Completes the headers of every answer when it is sent: some answers skip the framework's own header rules (a
 * malformed URL, a redirect). Headers that a page set itself stay. Call once when the server starts.
 */
export function completeHeaders(): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
    response.writeHead = (...given: unknown[]) => {
      const [status = response.statusCode] = given;
      if (!response.headersSent) {
        keepOneLocation(response);
        addMissing(response, Number(status));
      }
      return writeHead(...given);
    };
  });
}

/** A redirect that is made for the cache is sent with its location twice, and some clients then follow neither. */
function keepOneLocation(response: ServerResponse): void {
  const [location] = [response.getHeader("location")].flat();
  if (location !== undefined) response.setHeader("location", location);
}

function addMissing(response: ServerResponse, status: number): void {
  for (const { key, value } of securityHeaders) if (!response.hasHeader(key)) response.setHeader(key, value);
  if (response.hasHeader("content-security-policy") || isFailedPage(response, status)) return;
  response.setHeader("content-security-policy", STRICTEST_POLICY);
}

/** A reading page that failed is empty until the framework's inline scripts fill it with whom to call. */
function isFailedPage(response: ServerResponse, status: number): boolean {
  return status >= 500 && String(response.getHeader("content-type")).startsWith("text/html");
}
