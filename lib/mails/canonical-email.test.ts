import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalEmail } from "./canonical-email";

describe("one mailbox, however it is written", () => {
  test.each([
    ["ab@gmail.com", ["a.b+x@gmail.com", "A.B@GMail.com", "ab@googlemail.com", "a.b@gmail.com.", " ab+1+2@gmail.com "]],
    ["ana-q@example.org", ["Ana-Q@example.org", "ana-q+help@EXAMPLE.org", '"ana-q"@example.org']],
    ["ab@proton.me", ["a.b@proton.me", "a-b@protonmail.com", "a_b+x@pm.me"]],
    ["ana@xn--bcher-kva.example", ["ana@bücher.example", "ana@BÜCHER.example", "ana@bu\u0308cher.example"]],
    ["ana@example.org", ["ａｎａ@example.org", "ana@ｅｘａｍｐｌｅ.org"]],
  ])("%s", (canonical, written) => {
    expect(written.map(canonicalEmail)).toEqual(written.map(() => canonical));
  });
});

test.each([
  ["a.b@example.org", "ab@example.org"],
  ["a-b@gmail.com", "ab@gmail.com"],
  ["+x@example.org", "+y@example.org"],
  ["ana@example.org", "ana@example.com"],
])("%s and %s are two mailboxes", (one, other) => {
  expect(canonicalEmail(one)).not.toBe(canonicalEmail(other));
});

const word = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const provider = fc.constantFrom("gmail.com", "googlemail.com", "proton.me", "example.org", "xn--bcher-kva.example");

test("a tag, capitals and a final dot never make another mailbox, and what is canonical stays as it is", () => {
  fc.assert(
    fc.property(word, word, provider, (name, tag, domain) => {
      const canonical = canonicalEmail(`${name}@${domain}`);
      expect(canonicalEmail(canonical)).toBe(canonical);
      expect(canonicalEmail(`${name.toUpperCase()}+${tag}@${domain.toUpperCase()}.`)).toBe(canonical);
    }),
  );
});

test("dots make no other mailbox where the provider ignores them, and do elsewhere", () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(canonicalEmail(`${one}.${other}@gmail.com`)).toBe(canonicalEmail(`${one}${other}@gmail.com`));
      expect(canonicalEmail(`${one}.${other}@example.org`)).not.toBe(canonicalEmail(`${one}${other}@example.org`));
    }),
  );
});

test("no text breaks it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(canonicalEmail(text)).toContain("@");
    }),
  );
});
