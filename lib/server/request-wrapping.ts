import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** @param pass hands the request on to what was there before, the framework at last; now or later, or never */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void;

/**
 * Lets every request of every server in this process go through a handler first. The one that is wrapped last is asked
 * first.
 * @returns what ends the wrapping of further servers
 */
export function wrapRequests(handle: RequestHandler): () => void {
  const wrapped = new WeakSet<Server>();
  const begin = (message: unknown) => {
    const { server } = message as { server: Server };
    if (wrapped.has(server)) return;
    wrapped.add(server);
    const emit = server.emit.bind(server) as (...given: unknown[]) => boolean;
    server.emit = (...given: unknown[]) => {
      const [event, request, response] = given as [string, IncomingMessage, ServerResponse];
      if (event !== "request") return emit(...given);
      handle(request, response, () => void emit(...given));
      return true;
    };
  };
  subscribe("http.server.request.start", begin);
  return () => void unsubscribe("http.server.request.start", begin);
}
