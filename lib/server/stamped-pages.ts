import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { isCurrent, watchGeneration, type PageGeneration, type Taken } from "./page-generation";
import { asksForPage, isForAnybody, OF_ONE_ANSWER } from "./page-request";
import { stamp, stampedPage, type RenewKey, type StampedPage } from "./page-stamp";
import { sendPacked } from "./packed-answer";
import { packingFor, packQuickly, unpack } from "./packing";
import { wrapRequests } from "./request-wrapping";
import { watchAnswer, type SeenAnswer } from "./seen-answer";

/** Pages of one kind that are the same for everybody, but for a nonce and the identity of a form. */
export interface StampedPages {
  /** @param url as it was asked for, with its query */
  has: (url: string) => boolean;
  /** Of the form that each of them has. */
  renewKey?: RenewKey;
}

/** Far more than all forms in two languages. */
const MAX_LENGTH = 4 * 1024 * 1024;

/**
 * Sends pages that are rendered per request from memory, each with a nonce and a form identity of its own: the
 * framework draws one of them at most once a minute, and anew as soon as a kept page is marked to be made again. Call
 * once when the server starts, after everything else that wraps answers.
 * @param folder where the framework keeps its pages
 * @returns what ends it
 */
export function sendStampedPages(folder: string, kinds: readonly StampedPages[]): () => void {
  const generation = watchGeneration(folder);
  const drawn = new DrawnPages(generation);
  const unwrap = wrapRequests((request, response, pass) => {
    const kind = asksForPage(request) ? kinds.find(({ has }) => has(request.url ?? "/")) : undefined;
    if (kind) void drawn.answer(request, response, pass, kind.renewKey);
    else pass();
  });
  return () => {
    unwrap();
    generation.end();
  };
}

class DrawnPages {
  readonly #pages = new LRUCache<string, StampedPage & Taken>({
    maxSize: MAX_LENGTH,
    sizeCalculation: ({ html }) => html.length,
  });

  constructor(private readonly generation: PageGeneration) {}

  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    pass: () => void,
    renewKey: RenewKey | undefined,
  ): Promise<void> {
    const url = request.url ?? "/";
    const generation = await this.generation.now();
    const page = this.#pages.get(url);
    const isKept = isCurrent(page, generation);
    const packing = packingFor(request.headers["accept-encoding"]?.toString());
    const stamped = page && isKept && packing ? stamp(page, renewKey) : null;
    const body = stamped && packing ? await packQuickly(Buffer.from(stamped.html), packing) : null;
    if (response.destroyed) return;
    if (stamped && body && packing) return sendPacked(response, stamped.headers, packing, body);
    if (!isKept && generation !== null && request.method === "GET")
      watchAnswer(
        response,
        (seen) => isForAnybody(seen) && String(seen.getHeader("content-type")).startsWith("text/html"),
        // What cannot be kept is asked of the framework again.
        (answer) => void this.#keep(url, generation, answer, renewKey).catch(() => undefined),
      );
    pass();
  }

  async #keep(url: string, generation: string, answer: SeenAnswer, renewKey: RenewKey | undefined): Promise<void> {
    const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !OF_ONE_ANSWER.has(name)));
    const body = await unpack(answer.body, String(answer.headers["content-encoding"] ?? ""));
    const page = body && stampedPage(headers, body.toString("utf8"), renewKey);
    // What was marked to be made again meanwhile bears a generation that is over: it is never sent.
    if (page) this.#pages.set(url, { ...page, generation, takenAt: Date.now() });
  }
}
