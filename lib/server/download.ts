import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { counted } from "@/lib/shared/counted";
import { env } from "./env";

/** Why a file did not arrive. */
export const DOWNLOAD_CAUSES = [
  /** The host's name was not found, or nothing answers there. */
  "offline",
  /** The connection is not private: no HTTPS, or a certificate that does not hold. */
  "insecure",
  "too_slow",
  "too_large",
  "cut_short",
  /** The server asks to wait longer than we do. */
  "busy",
  /** Any answer that is no file: 404, 500. */
  "refused",
  /** At a host that nobody named. */
  "elsewhere",
  "redirected_too_often",
] as const;
export type DownloadCause = (typeof DOWNLOAD_CAUSES)[number];

/** Its message is for staff: one sentence or two, with what to do. */
export class DownloadFailure extends Error {
  constructor(
    readonly code: DownloadCause,
    message: string,
  ) {
    super(message);
  }
}

export interface DownloadLimits {
  maxBytes: number;
  /** For everything: waiting, redirects, the last byte. */
  maxMs: number;
  maxTries: number;
  /** The longest that we wait because a server asks for it. */
  maxPauseMs: number;
  /** Between two tries when a server does not say; each further one is three times as long. */
  firstPauseMs: number;
}

export interface DownloadRequest {
  url: string;
  /** Those of the file that we have: when it is still the same, nothing is sent. */
  etag?: string | null;
  lastModified?: string | null;
  /** Whether the file may be there, or a redirect lead there. */
  mayAsk: (url: URL) => boolean;
  limits: DownloadLimits;
}

interface Found {
  /** Where it is from now on: `url`, or where permanent redirects lead. */
  url: string;
  hasMoved: boolean;
}

export type Download =
  | ({ outcome: "unchanged" } & Found)
  | ({ outcome: "fetched"; bytes: Buffer; etag: string | null; lastModified: string | null } & Found);

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);
/** Too many requests, and troubles that pass. */
const TRY_AGAIN = new Set([429, 500, 502, 503, 504]);
const OFFLINE =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;
const BROKEN_OFF = /^(ECONNRESET|EPIPE|UND_ERR_\w+)$/;
const INSECURE = /CERT|SSL|TLS|ALTNAME|SELF_SIGNED|UNABLE_TO_/;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Fetches a file from a public server. A process asks for one at a time, says who it is, keeps no cookies, asks only for
 * what is new, waits when it is told to, and gives up at the limits.
 * @throws DownloadFailure
 */
export function download(request: DownloadRequest): Promise<Download> {
  const own = turn.then(() => untilAnswered(request));
  turn = own.catch(() => undefined);
  return own;
}

async function untilAnswered(request: DownloadRequest): Promise<Download> {
  const { maxTries, maxPauseMs, firstPauseMs, maxMs } = request.limits;
  const deadline = AbortSignal.timeout(maxMs);
  for (let tried = 1; ; tried++) {
    const answer = await followed(request, deadline);
    if (!("status" in answer)) return answer;
    const { status, host, pauseMs = firstPauseMs * 3 ** (tried - 1) } = answer;
    if (pauseMs > maxPauseMs)
      throw new DownloadFailure("busy", `${host} asks to wait ${Math.ceil(pauseMs / 1000)} seconds. Try again later.`);
    if (tried >= maxTries)
      throw new DownloadFailure("refused", `${host} answered ${status}, ${tried} times. Try again later.`);
    await pause(pauseMs, undefined, { signal: deadline }).catch(() => {
      throw tooSlow(host, maxMs);
    });
  }
}

/** A server that asks to come again; `pauseMs` when it says when. */
interface Later {
  status: number;
  host: string;
  pauseMs: number | undefined;
}

async function followed(request: DownloadRequest, deadline: AbortSignal): Promise<Download | Later> {
  let url = new URL(request.url);
  if (!request.mayAsk(url)) throw elsewhere(url);
  let lasting = url;
  let isLasting = true;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await ask(url, request, deadline);
    const { status, headers } = response;
    const found = { url: lasting.href, hasMoved: lasting.href !== new URL(request.url).href };
    const target = REDIRECTS.has(status) ? headers.get("location") : null;
    if (target) {
      await response.body?.cancel();
      const next = new URL(target, url);
      if (!request.mayAsk(next)) throw elsewhere(next, url);
      isLasting &&= PERMANENT.has(status);
      if (isLasting) lasting = next;
      url = next;
      continue;
    }
    if (status === 200) return { outcome: "fetched", ...found, ...(await bodyOf(url, response, request.limits)) };
    await response.body?.cancel();
    if (status === 304) return { outcome: "unchanged", ...found };
    if (TRY_AGAIN.has(status)) return { status, host: url.host, pauseMs: retryAfterMs(headers.get("retry-after")) };
    throw new DownloadFailure(
      "refused",
      `${url.host} answered ${status} for ${plain(url)}. Look where the file is now.`,
    );
  }
  throw new DownloadFailure("redirected_too_often", `${request.url} leads on more than ${MAX_REDIRECTS} times.`);
}

async function ask(url: URL, { etag, lastModified, limits }: DownloadRequest, signal: AbortSignal): Promise<Response> {
  const headers = {
    // Unpacked, its length would be another than the one that the server names.
    "accept-encoding": "identity",
    "user-agent": userAgent(),
    ...(etag && { "if-none-match": etag }),
    ...(lastModified && { "if-modified-since": lastModified }),
  };
  try {
    return await fetch(url, { headers, redirect: "manual", signal, credentials: "omit" });
  } catch (error) {
    throw failureOf(error, url, limits.maxMs);
  }
}

function userAgent(): string {
  const site = env().SITE_URL;
  return `BestHeroinRehab/1.0 (looks for new editions of public records, at most weekly${site ? `; +${site}` : ""})`;
}

async function bodyOf(url: URL, { body, headers }: Response, { maxBytes, maxMs }: DownloadLimits) {
  const declared = headers.has("content-encoding") ? null : headers.get("content-length");
  if (Number(declared) > maxBytes) {
    await body?.cancel();
    throw tooLarge(url, maxBytes);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > maxBytes) throw tooLarge(url, maxBytes);
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof DownloadFailure || isTimeout(error) ? failureOf(error, url, maxMs) : cutShort(url);
  }
  if (declared !== null && size !== Number(declared)) throw cutShort(url);
  return { bytes: Buffer.concat(parts), etag: headers.get("etag"), lastModified: headers.get("last-modified") };
}

/** Seconds, or a moment. */
function retryAfterMs(text: string | null): number | undefined {
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function failureOf(error: unknown, url: URL, maxMs: number): unknown {
  if (error instanceof DownloadFailure) return error;
  if (isTimeout(error)) return tooSlow(url.host, maxMs);
  const code = codeOf(error);
  if (OFFLINE.test(code))
    return new DownloadFailure("offline", `${url.host} cannot be reached (${code}). Is this machine online?`);
  if (INSECURE.test(code))
    return new DownloadFailure("insecure", `The connection to ${url.host} is not secure (${code}). Nothing was taken.`);
  if (BROKEN_OFF.test(code)) return cutShort(url);
  return new DownloadFailure("refused", `${plain(url)} cannot be asked for (${code}). Look at its URL.`);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
}

/**
 * The code, or else the words, of the reason. It lies below: "fetch failed" says nothing. A host with several IPs has one
 * error for each.
 */
function codeOf(error: unknown): string {
  const { cause, code, errors } = error as { cause?: unknown; code?: unknown; errors?: unknown[] };
  if (typeof code === "string") return code;
  const below = cause ?? errors?.[0];
  if (below) return codeOf(below);
  return error instanceof Error ? error.message : "";
}

function tooSlow(host: string, maxMs: number): DownloadFailure {
  return new DownloadFailure("too_slow", `${host} took longer than ${maxMs / 1000} seconds. Try again later.`);
}

function tooLarge(url: URL, maxBytes: number): DownloadFailure {
  const limit = counted(maxBytes, "byte");
  return new DownloadFailure("too_large", `${plain(url)} is larger than ${limit}: it is another file. Look at it.`);
}

function cutShort(url: URL): DownloadFailure {
  return new DownloadFailure("cut_short", `${plain(url)} did not arrive whole: the connection ended. Try again later.`);
}

function elsewhere(url: URL, from?: URL): DownloadFailure {
  const words = from ? `${plain(from)} leads to ${plain(url)}, which` : plain(url);
  const advice = "If it is right, name it in REFRESH_URLS (see .env.example).";
  return new DownloadFailure("elsewhere", `${words} is not on a host of this source. ${advice}`);
}

/** Without its parameters, which may be a key that opens it for a while. */
function plain({ origin, pathname }: URL): string {
  return origin + pathname;
}
