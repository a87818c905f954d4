import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { policyWithNonce } from "./csp";
import { newFormKey, readFormKey } from "./form-key";
import { stamp, stampedPage } from "./page-stamp";

const FORM = "a form";
const renewKey = (key: string) => {
  const shown = readFormKey(FORM, key);
  return shown && newFormKey(FORM, shown.note);
};
const field = (key: string) => `<input type="hidden" name="form" value="${key}"/>`;
const headersOf = (nonce: string) => ({
  "content-type": "text/html",
  "content-security-policy": policyWithNonce(nonce),
  link: [`</a.js>; rel=preload; nonce="${nonce}"`],
});

test("nothing of the person for whom a page was drawn is left in it, and everything else is", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), fc.boolean(), (words, hasForm) => {
      const nonce = randomUUID();
      const key = newFormKey(FORM, "v1");
      const draw = (itsNonce: string, itsKey: string) =>
        words
          .flatMap((word) => [
            word,
            `<script nonce="${itsNonce}">`,
            ...(hasForm ? [field(itsKey), `{"key":"${itsKey}"}`] : []),
          ])
          .join("");
      const renew = hasForm ? renewKey : undefined;
      const page = stampedPage(headersOf(nonce), draw(nonce, key), renew);
      expect(page).not.toBeNull();
      const [first, second] = [stamp(page!, renew)!, stamp(page!, renew)!];
      const secrets = [nonce, ...(hasForm ? [key] : [])];
      for (const secret of secrets) expect(JSON.stringify([first, second])).not.toContain(secret);
      for (const { html, headers } of [first, second]) {
        const itsNonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"] as string)?.[1] ?? "";
        const itsKey = /name="form" value="([^"]+)"/.exec(html)?.[1] ?? "";
        expect(html).toBe(draw(itsNonce, itsKey));
        expect(headers).toEqual(headersOf(itsNonce));
        expect(readFormKey(FORM, itsKey)?.note).toBe(hasForm ? "v1" : undefined);
      }
      expect(first.html).not.toBe(second.html);
    }),
  );
});

test.each<[why: string, headers: Record<string, string>, html: string, hasForm: boolean]>([
  ["without a policy", {}, field(newFormKey(FORM)), true],
  ["whose policy has no nonce", { "content-security-policy": "default-src 'none'" }, "<p>x</p>", false],
  ["that does not bear its policy's nonce", headersOfText(randomUUID()), "<p>x</p>", false],
])("a page %s is for one person", (_, headers, html, hasForm) => {
  expect(stampedPage(headers, html, hasForm ? renewKey : undefined)).toBeNull();
});

function headersOfText(nonce: string): Record<string, string> {
  return { "content-security-policy": policyWithNonce(nonce) };
}

test("a page is for one person when its form is not there, not ours, not alone, or not expected", () => {
  const nonce = randomUUID();
  const draw = (...keys: string[]) => `<script nonce="${nonce}"></script>${keys.map(field).join("")}`;
  const key = newFormKey(FORM);
  const take = (html: string, renew?: typeof renewKey) => stampedPage(headersOf(nonce), html, renew);
  expect(take(draw(key, key), renewKey)).not.toBeNull();
  expect(take(draw(), renewKey)).toBeNull();
  expect(take(draw(newFormKey("another form")), renewKey)).toBeNull();
  expect(take(draw(key, newFormKey(FORM)), renewKey)).toBeNull();
  expect(take(draw(key))).toBeNull();
});

test("a page whose form cannot get another identity any more is nobody else's", () => {
  const nonce = randomUUID();
  const page = stampedPage(headersOf(nonce), `<i nonce="${nonce}">${field(newFormKey(FORM))}`, renewKey);
  expect(stamp(page!, () => null)).toBeNull();
});
