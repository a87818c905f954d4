import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import fresh from "fresh";
import { isCurrent, watchGeneration, type PageGeneration } from "./page-generation";
import { KEPT_PAGE_POLICY } from "./page-policy.mjs";
import { asksForPage, OF_ONE_ANSWER } from "./page-request";
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
 * @returns what ends it
 */
export function sendPackedPages(folder: string, store: PackedPageStore = packedPagesInMemory()): () => void {
  const generation = watchGeneration(folder);
  const pages = new PackedPages(generation, store);
  const unwrap = wrapRequests((request, response, pass) => {
    if (asksForPage(request) && !request.url?.includes("?")) void pages.answer(request, response, pass);
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
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse, pass: () => void): Promise<void> {
    const path = request.url ?? "/";
    const packing = packingFor(request.headers["accept-encoding"]?.toString());
    const generation = await this.generation.now();
    const page = await this.store.get(path).catch(() => undefined);
    const isKept = isCurrent(page, generation);
    if (response.destroyed) return;
    if (page && isKept && packing) return send(page, packing, request, response);
    // The packing of this answer is not what is kept: the same page is kept in each.
    if (!isKept && generation !== null && request.method === "GET")
      watchAnswer(
        response,
        (seen) => isForAll(path, seen),
        // What cannot be kept is asked of the framework again.
        (answer) => void this.#keep(path, generation, answer, page).catch(() => undefined),
      );
    pass();
  }

  /** @param before what was kept of that page until now: the same page is not packed again */
  async #keep(path: string, generation: string, answer: SeenAnswer, before: PackedPage | undefined): Promise<void> {
    const etag = weak(String(answer.headers.etag));
    const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !OF_ONE_ANSWER.has(name)));
    const body = await unpack(answer.body, String(answer.headers["content-encoding"] ?? ""));
    if (!body) return;
    const bodies = before?.etag === etag ? before.bodies : await pack(body);
    // What was marked to be made again meanwhile bears a generation that is over: it is never sent.
    await this.store.set(path, { headers, etag, bodies, generation, takenAt: Date.now() });
  }
}

/** The same for everybody: a page that the framework's cache had, or a file whose name changes with its content. */
function isForAll(path: string, response: ServerResponse): boolean {
  if (response.statusCode !== 200 || response.getHeader("etag") === undefined) return false;
  if (response.getHeader("set-cookie") !== undefined) return false;
  return path.startsWith(FILES) ? isPackedFile(response) : isKeptPage(response);
}

function isKeptPage(response: ServerResponse): boolean {
  return (
    response.getHeader("x-nextjs-cache") === "HIT" && response.getHeader("content-security-policy") === KEPT_PAGE_POLICY
  );
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
  const body = bodies[packing];
  response.setHeader("content-encoding", packing);
  response.setHeader("content-length", body.length);
  response.writeHead(200);
  response.end(request.method === "HEAD" ? undefined : body);
}

const weak = (etag: string) => (etag.startsWith("W/") ? etag : `W/${etag}`);
