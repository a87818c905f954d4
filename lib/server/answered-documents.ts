import "server-only";
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { asDocument, countUnknownScripts, isDocument } from "./document.mjs";
import { holdAnswer } from "./held-answer";
import { logger } from "./logger";
import { KEPT_PAGE_POLICY } from "./page-policy.mjs";
import { asksForPage } from "./page-request";
import { packingFor, packQuickly } from "./packing";
import { wrapRequests } from "./request-wrapping";

/** The pages below app/[locale]/(answers). */
const ANSWERS = /^(?:\/es)?\/(?:listings(?:\/[^/]+\/asked)?|map\/asked|compare|call-sheet|find)$/;

const POLICY = "content-security-policy";
const NONCE = /\snonce="[^"]*"/g;
/** The same in a header Link. */
const LINK_NONCE = /;\s*nonce="[^"]*"/g;

/**
 * Sends pages that are rendered per request, and whose <body> says that they are documents, without the framework's
 * scripts, under the policy of kept pages: a form that needs none costs nobody the scripts. Call once when the server
 * starts, after `rationCostlyRequests`; not while developing, where those scripts are needed.
 * @returns what ends it
 */
export function sendAnsweredDocuments(): () => void {
  return wrapRequests((request, response, pass) => {
    if (request.method === "GET" && asksForPage(request) && isAnswer(request.url ?? "/")) sealAnswer(request, response);
    pass();
  });
}

/** Whether the page at a URL answers a question of one person, and is a document. */
export function isAnswer(url: string): boolean {
  return ANSWERS.test(url.split("?", 1)[0] ?? "");
}

function sealAnswer(request: IncomingMessage, response: ServerResponse): void {
  const packing = packingFor(request.headers["accept-encoding"]?.toString());
  // It is packed here, once the scripts are out of it.
  request.headers["accept-encoding"] = "identity";
  holdAnswer(
    response,
    () => response.statusCode === 200 && String(response.getHeader("content-type")).startsWith("text/html"),
    (body, { end }) => {
      const html = Buffer.from(seal(response, body.toString("utf8")));
      const send = (sent: Buffer) => {
        response.setHeader("content-length", sent.length);
        end(sent);
      };
      if (!packing) return send(html);
      response.setHeader("content-encoding", packing);
      packQuickly(html, packing).then(send, () => response.destroy());
    },
  );
}

/** @returns the document, or the page as it was when it is none */
function seal(response: ServerResponse, html: string): string {
  if (!isDocument(html)) return html;
  const unknown = countUnknownScripts(html);
  if (unknown > 0) logger.warn("page.unknown_scripts", { unknown });
  const sealed = asDocument(html).replace(NONCE, "");
  response.setHeader(POLICY, KEPT_PAGE_POLICY);
  response.setHeader("etag", `W/"${createHash("sha256").update(sealed).digest("base64url")}"`);
  const link = response.getHeader("link");
  if (link !== undefined) response.setHeader("link", String(link).replace(LINK_NONCE, ""));
  return sealed;
}
