import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import fresh from "fresh";
import { isCurrent, watchGeneration, type PageGeneration } from "./page-generation";
import { KEPT_PAGE_POLICY } from "./page-policy.mjs";
import { asksForPage, isForAnybody, OF_ONE_ANSWER } from "./page-request";
import { sendPacked } from "./packed-answer";
import { pack, packingFor, unpack, type Packing } from "./packing";
import { packedPagesInMemory, type PackedPage, type PackedPageStore } from "./packed-page-store";
import { wrapRequests } from "./request-wrapping";
import { watchAnswer, type SeenAnswer } from "./seen-answer";

/** Scripts and styles of a build. */
const FILES = "/_next/static/";

/**
 * Sends reading pages, and the files of a build, packed, from memory, before the framework has begun. A page is taken
 * from the framework's own answer, so that it is the same whoever sends it; it is dropped when a page is marked to be
 * made again, when the folder of kept pages is cleared, and after a minute. Call once when the server starts, after
 * everything else that wraps answers.
 * @param folder where the framework keeps its pages
 * @param isForAll whether a page that is rendered per request, such as that of a search, is the same for everybody
 * @returns what ends it
 */
export function sendPackedPages(
  folder: string,
  isForAll: (url: string) => boolean = () => false,
  store: PackedPageStore = packedPagesInMemory(),
): () => void {
  const generation = watchGeneration(folder);
  const pages = new PackedPages(generation, store, isForAll);
  const unwrap = wrapRequests((request, response, pass) => {
    const { url = "/" } = request;
    if (asksForPage(request) && (!url.includes("?") || isForAll(url))) void pages.answer(request, response, pass);
    else pass();
  });
  return () => {
    unwrap();
    generation.end();
  };
}

class PackedPages {
  constructor(
    private readonly generation: PageGeneration,
    private readonly store: PackedPageStore,
    private readonly isForAll: (url: string) => boolean,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse, pass: () => void): Promise<void> {
    const url = request.url ?? "/";
    const packing = packingFor(request.headers["accept-encoding"]?.toString());
    const generation = await this.generation.now();
    const page = await this.store.get(url).catch(() => undefined);
    const isKept = isCurrent(page, generation);
    if (response.destroyed) return;
    if (page && isKept && packing) return send(page, packing, request, response);
    // The packing of this answer is not what is kept: the same page is kept in each.
    if (!isKept && generation !== null && request.method === "GET")
      watchAnswer(
        response,
        (seen) => isForAnybody(seen) && seen.getHeader("etag") !== undefined && this.#isKept(url, seen),
        // What cannot be kept is asked of the framework again.
        (answer) => void this.#keep(url, generation, answer, page).catch(() => undefined),
      );
    pass();
  }

  /** A page that the framework's cache had, or one that is rendered per request and yet the same for everybody. */
  #isKept(url: string, response: ServerResponse): boolean {
    if (url.startsWith(FILES)) return isPackedFile(response);
    if (response.getHeader("content-security-policy") !== KEPT_PAGE_POLICY) return false;
    return response.getHeader("x-nextjs-cache") === "HIT" || this.isForAll(url);
  }

  /** @param before what was kept of that page until now: the same page is not packed again */
  async #keep(url: string, generation: string, answer: SeenAnswer, before: PackedPage | undefined): Promise<void> {
    const etag = weak(String(answer.headers.etag));
    const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !OF_ONE_ANSWER.has(name)));
    const body = await unpack(answer.body, String(answer.headers["content-encoding"] ?? ""));
    if (!body) return;
    const bodies = before?.etag === etag ? before.bodies : await pack(body);
    // What was marked to be made again meanwhile bears a generation that is over: it is never sent.
    await this.store.set(url, { headers, etag, bodies, generation, takenAt: Date.now() });
  }
}

/** Fonts and pictures are packed in themselves. */
function isPackedFile(response: ServerResponse): boolean {
  return (
    String(response.getHeader("cache-control")).includes("immutable") &&
    response.getHeader("content-encoding") !== undefined
  );
}

function send(
  { headers, etag, bodies }: PackedPage,
  packing: Packing,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("etag", etag);
  if (fresh(request.headers, { etag })) {
    response.writeHead(304);
    response.end();
    return;
  }
  sendPacked(response, {}, packing, bodies[packing]);
}

const weak = (etag: string) => (etag.startsWith("W/") ? etag : `W/${etag}`);
