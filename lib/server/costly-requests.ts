import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isAnswer } from "./answered-documents";
import { clientNetworks } from "./client-ip";
import { inCostlyLane } from "./lane";
import { count } from "./metrics";
import { wrapRequests } from "./request-wrapping";
import { Turnstile, type TurnstileBounds } from "./turnstile";

/** What is rendered for each request out of many records, beside the pages that answer a question. */
const COSTLY = /^(?:\/sitemap\.xml|(?:\/es)?\/(?:shortlist|rankings\/mine))$/;
/** What counts while a form is filled in (public/filters.js): a search as well. */
const COUNT = /^\/api\/search-count\//;

/** What is sent from memory or the disk, and keeps nobody waiting. */
const FILE = /^\/(?:_next\/static\/|[^/]*\.[a-z0-9]+$)/;

/**
 * All pages are made by one thread: whatever it renders, everybody else waits for, those on the form too. Two at a time
 * keep it and the database busy. While anything else is being answered no further one begins, but for who has given way
 * for a second. People of one phone network share an IP, so their line is long enough for a dozen of them.
 */
const BOUNDS = { inside: 2, insideOfGroup: 2, waitingOfGroup: 14, waiting: 100, waitMs: 5_000, yieldMs: 1_000 };
const RETRY_AFTER_SECONDS = "5";
const MAX_HOLD_MS = 2_000;

/**
 * Renders costly pages two at a time, networks in turn, before anything of the framework has begun. Who
 * would wait too long is answered 429. Call once when the server starts, after `markSocketIps` and `answerFailures`.
 * @param bounds others than the usual ones
 * @returns what ends it
 */
export function rationCostlyRequests(bounds: Partial<TurnstileBounds> = {}): () => void {
  const turnstile = new Turnstile({ ...BOUNDS, ...bounds });
  return wrapRequests((request, response, pass) => {
    if (isCostly(request)) return void waitAndServe(request, response, turnstile, () => inCostlyLane(pass));
    if (!isFile(request)) holdFor(response, turnstile);
    pass();
  });
}

/** Until it is answered; a reader who takes the answer slowly holds nobody up. */
function holdFor(response: ServerResponse, turnstile: Turnstile): void {
  const end = turnstile.hold();
  const timer = setTimeout(end, MAX_HOLD_MS);
  response.once("close", () => {
    clearTimeout(timer);
    end();
  });
}

async function waitAndServe(
  request: IncomingMessage,
  response: ServerResponse,
  turnstile: Turnstile,
  serve: () => void,
): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const { household } = clientNetworks({ get: (name) => request.headers[name]?.toString() ?? null });
  const leave = await turnstile.enter(household, gone.signal);
  if (leave) {
    response.once("close", leave);
    if (response.destroyed) leave();
    else serve();
  } else if (!response.destroyed) {
    count("costly_requests_refused_total", "Searches and comparisons refused because too many came at once", {});
    response.setHeader("retry-after", RETRY_AFTER_SECONDS);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.statusCode = 429;
    response.end();
  }
}

function isFile({ url = "/" }: IncomingMessage): boolean {
  return FILE.test(url.split("?", 1)[0] ?? "");
}

function isCostly({ method, url = "/" }: IncomingMessage): boolean {
  const path = url.split("?", 1)[0] ?? "";
  return method === "GET" || method === "HEAD" ? isAnswer(path) || COSTLY.test(path) : COUNT.test(path);
}
