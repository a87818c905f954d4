import { expect, test } from "vitest";
import { renderMarkdown } from "./markdown";

const html = async (markdown: string) => (await renderMarkdown(markdown)).html;

const PAYLOADS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
  "<svg onload=alert(1)><script>alert(1)</script></svg>",
  '<iframe src="https://example.org"></iframe>',
  "<style>body{display:none}</style>",
  '<p style="position:fixed" onmouseover="alert(1)">x</p>',
  '<form action="https://example.org"><input name="password"></form>',
  '<div id="content" data-exit>x</div>',
  '<base href="https://example.org/">',
  '<meta http-equiv="refresh" content="0;url=https://example.org">',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\nscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](&#x6A;&#x61;vascript&colon;alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](file:///etc/passwd)",
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  "![x](https://example.org/pixel.gif)",
  '![x](x"onerror="alert(1))',
  "![x](javascript:alert(1))",
  '[x](https://example.org "\\" onclick=\\"alert(1)")',
  "`<script>alert(1)</script>`",
  "```html\n<script>alert(1)</script>\n```",
  "# <img src=x onerror=alert(1)>",
  "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
  "[^1]\n\n[^1]: <script>alert(1)</script> [x](javascript:alert(1))",
  "- [ ] <input onfocus=alert(1) autofocus>",
];

const TAG =
  /^<\/?(?:h[2-4]|p|br|hr|blockquote|[uo]l|li|pre|code|strong|em|del|sup|a|table|thead|tbody|t[rhd])((?: [a-z]+="[^"]*")*)>$/;
const ATTRIBUTE =
  /^(?:id="(?:section-[^"]*|note-[^"]*|footnote-label)"|title="[^"]*"|rel="noreferrer noopener"|href="(?:https?:|mailto:|tel:|\/|#)[^"]*")$/;

test.each(PAYLOADS)("nothing that runs, loads or styles comes out of %j", async (payload) => {
  for (const tag of (await html(payload)).match(/<[^>]*>/g) ?? []) {
    expect(tag).toMatch(TAG);
    const attributes = TAG.exec(tag)?.[1]?.match(/[a-z]+="[^"]*"/g) ?? [];
    for (const attribute of attributes) expect(attribute).toMatch(ATTRIBUTE);
  }
});

test("code is shown as it was typed", async () => {
  expect(await html("`<script>`")).toBe("<p><code>&#x3C;script></code></p>");
});

test("headings are linked by anchors that no part of the page can have, and stay below the page's title", async () => {
  const { html, headings } = await renderMarkdown(
    "# Content\n\n## 1. What *heroin* does\n\n### A. Pain\n\n###### Deep",
  );
  expect(headings).toEqual([
    { id: "section-content", text: "Content", level: 2 },
    { id: "section-1-what-heroin-does", text: "1. What heroin does", level: 2 },
    { id: "section-a-pain", text: "A. Pain", level: 3 },
    { id: "section-deep", text: "Deep", level: 4 },
  ]);
  expect(html).toContain('<h2 id="section-1-what-heroin-does">1. What <em>heroin</em> does</h2>');
  expect(html).not.toContain("<h1");
});

test("equal headings get anchors of their own, also on the next page", async () => {
  const ids = async () => (await renderMarkdown("## Same\n\n## Same")).headings.map(({ id }) => id);
  expect(await ids()).toEqual(["section-same", "section-same-1"]);
  expect(await ids()).toEqual(["section-same", "section-same-1"]);
});

test("a citation leads to its reference", async () => {
  expect(await html("Known [[3]](#ref-3).")).toBe('<p>Known <a href="#ref-3">[3]</a>.</p>');
});

test("a link that leaves the site tells nobody where the reader came from", async () => {
  expect(await html("[CDC](https://www.cdc.gov/)")).toContain('href="https://www.cdc.gov/" rel="noreferrer noopener"');
  expect(await html("[x](//example.org/)")).toContain('rel="noreferrer noopener"');
});

test("a link within the site stays in the reader's language", async () => {
  const { html } = await renderMarkdown("[rankings](/rankings) [SAMHSA](tel:18006624357)", "es");
  expect(html).toContain('href="/es/rankings"');
  expect(html).toContain('href="tel:18006624357"');
});

test("a telephone number, and Medi-Cal, stay whole: in a link, in a heading and in running text, never in code", async () => {
  const words = "1-800-662-4357, 213-555-0100 or Medi-Cal";
  const whole =
    '<span class="whole-number">1-800-662-4357</span>, <span class="whole-number">213-555-0100</span> or ' +
    '<span class="whole">Medi-Cal</span>';
  expect(await html(`${words}\n\n- *${words}*`)).toBe(`<p>${whole}</p>\n<ul>\n<li><em>${whole}</em></li>\n</ul>`);
  expect(await html("## Who takes Medi-Cal")).toBe(
    '<h2 id="section-who-takes-medi-cal">Who takes <span class="whole">Medi-Cal</span></h2>',
  );
  expect(await html(`\`${words}\``)).toBe(`<p><code>${words}</code></p>`);
});

test("a table's alignment is a class, never a style or an attribute that HTML has dropped", async () => {
  const table = await html("| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |");
  expect(table).toContain('<td class="text-end">2</td><td class="text-center">3</td>'.replace("><td", ">\n<td"));
  expect(table).not.toMatch(/align=|style=/);
});

test("a footnote and its mark find each other", async () => {
  const note = await html("Word[^a].\n\n[^a]: Note.");
  const target = /href="#(note-fn-a)"/.exec(note)?.[1] ?? "none";
  expect(note).toContain(`id="${target}"`);
});
