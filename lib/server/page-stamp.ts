import "server-only";
import { randomUUID } from "node:crypto";
import type { SeenAnswer } from "./seen-answer";

/** A page that was rendered for one person, before what was theirs alone is stamped anew. */
export interface StampedPage {
  headers: SeenAnswer["headers"];
  html: string;
  /** Of that person; stands in the page and in its policy. */
  nonce: string;
  /** The identity of the form in it; null for a page without one. */
  formKey: string | null;
}

/** Another identity for the same form, or null for one that is not ours. */
export type RenewKey = (formKey: string) => string | null;

const POLICY = "content-security-policy";
const NONCE = /'nonce-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'/;
const FORM_KEY = /<input type="hidden" name="form" value="([\w.-]+)"/g;

/**
 * What an answer was before it was one person's, or null when it is not known whole what is theirs alone.
 * @param html its body, unpacked
 * @param renewKey of the form that the page has; a page with another number of forms is nobody else's
 */
export function stampedPage(headers: SeenAnswer["headers"], html: string, renewKey?: RenewKey): StampedPage | null {
  const nonce = NONCE.exec(String(headers[POLICY]))?.[1];
  if (nonce === undefined || !html.includes(nonce)) return null;
  const formKeys = new Set([...html.matchAll(FORM_KEY)].map(([, key = ""]) => key));
  const [formKey = null] = formKeys;
  if (formKeys.size > (renewKey ? 1 : 0)) return null;
  if (renewKey && (formKey === null || renewKey(formKey) === null)) return null;
  return { headers, html, nonce, formKey };
}

/**
 * The page for another person: with a nonce, and an identity of its form, that nobody else has. Null when its form
 * cannot get one.
 */
export function stamp(page: StampedPage, renewKey?: RenewKey): Pick<StampedPage, "headers" | "html"> | null {
  const nonce = randomUUID();
  const renew = (text: string) => text.replaceAll(page.nonce, nonce);
  const headers = Object.fromEntries(
    Object.entries(page.headers).map(([name, value]) => [name, Array.isArray(value) ? value.map(renew) : renew(value)]),
  );
  const html = renew(page.html);
  if (page.formKey === null) return { headers, html };
  const formKey = renewKey?.(page.formKey) ?? null;
  return formKey === null ? null : { headers, html: html.replaceAll(page.formKey, formKey) };
}
