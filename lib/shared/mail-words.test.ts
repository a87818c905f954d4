import { expect, test } from "vitest";
import { composeMail } from "./mail-words";

const parts = [
  ["Hello,"],
  ["two lines", "of one paragraph"],
  { list: ["911: overdose", "988: call or text"] },
  ["Open it:", "https://example.org/inquiry/abc?a=1&b=2"],
  [],
];

test("both forms carry the same words, in the language they name", () => {
  const { text, html } = composeMail("es", "Hola", parts);
  expect(text).toBe(
    "Hello,\n\ntwo lines\nof one paragraph\n\n- 911: overdose\n- 988: call or text\n\nOpen it:\nhttps://example.org/inquiry/abc?a=1&b=2\n",
  );
  expect(html).toContain('<html lang="es">');
  for (const words of ["Hello,", "two lines<br>of one paragraph", "<li>988: call or text</li>"])
    expect(html).toContain(words);
  expect(html).toContain('href="https://example.org/inquiry/abc?a=1&#38;b=2"');
});

test("the HTML form loads nothing, runs nothing and needs no layout table", () => {
  const { html } = composeMail("en", "Hello", parts);
  expect(html).not.toMatch(/<(table|img|link|style|script|iframe|form|svg)|src=|url\(|color:|@import/i);
});

test("markup in words stays words", () => {
  const { html, text } = composeMail("en", "<b>", [["<script>alert(1)</script>"], { list: ['"><img src=x>'] }]);
  expect(html).not.toMatch(/<script|<img|<b>/);
  expect(text).toContain("<script>alert(1)</script>");
});
