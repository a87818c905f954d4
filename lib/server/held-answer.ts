import "server-only";
import type { OutgoingHttpHeader, ServerResponse } from "node:http";
import { writtenChunk } from "./written-chunk";

/** Sends as if nothing had been held. */
interface Sending {
  writeHead: (status: number) => void;
  end: (body?: string | Buffer) => void;
}

/**
 * Keeps back what is written to a response, until its end.
 * @param isHeld asked once, when its head is known; what is not held is sent as it is
 * @param finish sends something in the place of what was kept back
 */
export function holdAnswer(
  response: ServerResponse,
  isHeld: () => boolean,
  finish: (body: Buffer, sending: Sending) => void,
): void {
  const original = {
    writeHead: response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse,
    write: response.write.bind(response) as (...given: unknown[]) => boolean,
    end: response.end.bind(response) as (...given: unknown[]) => ServerResponse,
    flushHeaders: response.flushHeaders.bind(response),
  };
  const held: Buffer[] = [];
  let state: "open" | "held" | "sent" = "open";

  const begin = (): void => {
    if (state === "open") state = isHeld() ? "held" : "sent";
  };
  const take = (given: readonly unknown[]): void => {
    const part = writtenChunk(given);
    if (part) held.push(part);
  };

  response.writeHead = (...given: unknown[]) => {
    if (state === "open") setHead(response, given);
    begin();
    return state === "held" ? response : original.writeHead(...given);
  };
  response.flushHeaders = () => {
    begin();
    if (state !== "held") original.flushHeaders();
  };
  response.write = (...given: unknown[]) => {
    begin();
    if (state !== "held") return original.write(...given);
    take(given);
    callBack(given);
    return true;
  };
  response.end = (...given: unknown[]) => {
    begin();
    if (state !== "held") return original.end(...given);
    take(given);
    state = "sent";
    finish(Buffer.concat(held), original);
    callBack(given);
    return response;
  };
}

function callBack(given: unknown[]): void {
  const done = given.find((each) => typeof each === "function") as (() => void) | undefined;
  if (done) process.nextTick(done);
}

/** As Node itself reads what `writeHead` is given: a status, perhaps a phrase, perhaps headers. */
function setHead(response: ServerResponse, [status, ...others]: unknown[]): void {
  if (typeof status !== "number") return;
  response.statusCode = status;
  const headers = others.find((each) => typeof each === "object" && each !== null);
  if (Array.isArray(headers))
    for (let at = 0; at + 1 < headers.length; at += 2) response.setHeader(String(headers[at]), String(headers[at + 1]));
  else
    for (const [name, value] of Object.entries((headers ?? {}) as Record<string, OutgoingHttpHeader>))
      if (value !== undefined) response.setHeader(name, value);
}
