import "server-only";
import { createHash } from "node:crypto";
import { failurePage } from "@/lib/shared/failure-page";
import { FAILURE_STYLE } from "@/lib/shared/failure-style";
import type { Locale } from "@/lib/shared/i18n";
import { keptCrisisLines } from "./kept-crisis-lines";
import { pagePolicy } from "./page-policy.mjs";

/** Its own small script, its own style, nothing else. */
export const FAILURE_POLICY = pagePolicy({
  scripts: "'self'",
  styles: `'sha256-${createHash("sha256").update(FAILURE_STYLE).digest("base64")}'`,
});

export interface FailureAnswer {
  headers: Record<string, string>;
  body: string;
}

/**
 * What we answer a request with that failed: JSON among the addresses for programs, else a page.
 * @param asked the URL as the visitor wrote it, without a host; null when we could not read it
 */
export function failureAnswer(status: number, asked: string | null, { isSent = false } = {}): FailureAnswer {
  const path = asked?.split("?", 1)[0] ?? null;
  if (path !== null && /^\/api(\/|$)/.test(path)) return programAnswer(status, path);
  const body = failurePage({
    status,
    isSent,
    locales: localesOf(path),
    lines: keptCrisisLines(),
    room: /^\/admin(\/|$)/.test(path ?? "") ? "staff" : "site",
  });
  return {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": FAILURE_POLICY,
      "cache-control": "no-store",
    },
    body,
  };
}

/** Of a path that we could not read, and of a file, nobody knows in which language the visitor reads. */
function localesOf(path: string | null): [Locale, ...Locale[]] {
  if (path === null || path.startsWith("/_next/")) return ["en", "es"];
  return [languageOf(path)];
}

/** The language of the page at a path. */
export function languageOf(path: string): Locale {
  return /^\/es(\/|$)/.test(path) ? "es" : "en";
}

const DETAIL = {
  client: "We could not take this request as it is. See /api/v1/openapi.json for what there is.",
  server: "The fault is ours. Try again in a minute.",
};

/** RFC 9457 below /api/v1, as every other problem there. */
function programAnswer(status: number, path: string): FailureAnswer {
  const detail = status >= 500 ? DETAIL.server : DETAIL.client;
  const isOpen = /^\/api\/v1(\/|$)/.test(path);
  const problem = isOpen ? { type: "about:blank", status, detail } : { error: detail };
  return {
    headers: {
      "content-type": isOpen ? "application/problem+json" : "application/json",
      "cache-control": "no-store",
      ...(isOpen && { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" }),
    },
    body: JSON.stringify(problem),
  };
}
