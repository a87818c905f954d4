import { describe, expect, test } from "vitest";
import { renderMarkdown, renderTogether } from "./markdown";
import { excessOf, MAX_MARKDOWN_LENGTH } from "./markdown-weight";
import { patience } from "@/tests/support/patience.mjs";
import { readingTime } from "./reading-time";

/** What costs a reader of Markdown most when it is repeated: runs, openings without an end, nesting, tables, lines. */
const INLINE =
  `* | *a | *a* | **a *b | _a | ~a | ~ | [ | [a] | [a | ![ | [a](b) | [a]( | ] | a] | \`a\`\` | \` | < | <!-- | <? | <![CDATA[ |
  <a | <!A | & | &amp | &#x1F600; | www. | http:// | a@ | a@a. | a.b-_ | ***a** b* | *_~[\`< | [a](<b | <http://a |
  [[a](b) | ![a](b) | a**b | [^a | [^a] | \\ | ( | [a](" | [[1]]( | ](`
    .split(/\s*\|\s*/)
    .flatMap((unit) => [unit, `${unit} `]);
const LINES = [
  ..."# a | a  | > a | - a | 1. a | - [ ] a | [a]: b | ``` | <div> | [^1]: a | --- | a\\".split(" | "),
  "a\n---",
  "|a\n|-",
  "a|a|a|a\n-|-|-|-",
  "    a",
  "\ta",
  "> - > - > - a",
  "- a\n  - b",
  "- a\n\n  b",
  "> ".repeat(12),
  "- ".repeat(12),
  `${"|a".repeat(60)}\n${"|-".repeat(60)}\n|a`,
].flatMap((line) => [`${line}\n`, `${line}\n\n`]);
const UNITS = [...INLINE, "|a", ...LINES];

/** The unit repeated as often as it may be: first within a block, then in as many blocks as may be. */
function largest(unit: string): string {
  const block = unit.repeat(mostOf((count) => unit.repeat(count))).trimEnd();
  const blocks = (count: number) => Array<string>(count).fill(block).join("\n\n");
  return blocks(mostOf(blocks));
}

function mostOf(make: (count: number) => string): number {
  let most = 1;
  while (!excessOf(make(most * 2))) most *= 2;
  for (let step = most; step >= 1; step = Math.floor(step / 2)) if (!excessOf(make(most + step))) most += step;
  return most;
}

/** Seconds of the processor, which do not grow when others use the machine. */
async function work(text: string): Promise<number> {
  const before = process.cpuUsage();
  await renderMarkdown(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const PLAIN = Array<string>(32)
  .fill("Plain words of a text, and a few more of them here. ".repeat(60).trim())
  .join("\n\n");

describe("a text", () => {
  test("that is refused takes no work: its size, signs, lines and depth are counted once", () => {
    for (const text of [
      "*".repeat(33_000),
      "> ".repeat(5000),
      ">".repeat(5000),
      "[".repeat(33_000),
      "]".repeat(33_000),
      "- ".repeat(5000),
      "<!--".repeat(8000),
      `${"|a".repeat(2000)}\n${"|-".repeat(2000)}\n${"|a\n".repeat(2000)}`,
      Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth * 2)}- a`).join("\n"),
      "a\n---\n".repeat(9000),
      "a\n".repeat(50_000),
      "a".repeat(MAX_MARKDOWN_LENGTH + 1),
    ])
      expect([text.slice(0, 12), excessOf(text)]).not.toEqual([text.slice(0, 12), null]);
  });

  test("of plain words is accepted at its full length", () => {
    expect(excessOf(PLAIN)).toBeNull();
    expect(PLAIN.length).toBeGreaterThan(MAX_MARKDOWN_LENGTH * 0.95);
  });

  test("of a post as people write it is far from every bound", () => {
    const list = Array.from(
      { length: 100 },
      (_, at) => `- *Name* of [a study](https://example.org/${at}) [[${at}]](#r)`,
    );
    const table = ["| a | b | c | d |", "|---|---|---|---|", ...Array<string>(100).fill("| 1 | 2 | 3 | 4 |")];
    const post = [...Array<string>(20).fill(list.join("\n")), table.join("\n"), "> quoted\n>\n> - in\n>   1. a list"];
    expect(excessOf(post.slice(0, 6).join("\n\n"))).toBeNull();
    expect(excessOf(post.slice(-2).join("\n\n"))).toBeNull();
  });
});

test(
  "whatever sign is repeated as often as it may be, its page is made with little more work than one of plain words",
  async () => {
    await work(PLAIN);
    const plain = await work(PLAIN);
    const slow: string[] = [];
    // Without the bounds the worst of them take some hundred times as much.
    for (const unit of UNITS) {
      const text = largest(unit);
      const took = await work(text);
      if (took > 40 * plain) slow.push(`${JSON.stringify(unit)} × ${text.length}: ${took}`);
      readingTime(text);
    }
    expect(slow).toEqual([]);
  },
  patience(240_000),
);

test("a stored text that is too much for Markdown is shown as plain paragraphs, whole and safe", async () => {
  const { html, headings } = await renderMarkdown(`# One\r\n\r\n<b onclick=x>&\n\n${"> ".repeat(5000)}end`);
  expect(html.startsWith("<p># One</p>\n<p>&lt;b onclick=x&gt;&amp;</p>\n<p>&gt; &gt; ")).toBe(true);
  expect(html.endsWith("end</p>")).toBe(true);
  expect(headings).toEqual([]);
});

test("texts that together are too much for one page are all plain", async () => {
  const answer = "*a* ".repeat(450);
  const alone = await renderTogether([answer, "**b**"]);
  expect(alone.map(({ html }) => html.includes("<strong>") || html.includes("<em>"))).toEqual([true, true]);
  const together = await renderTogether([...Array<string>(10).fill(answer), "**b**"]);
  expect(together.at(-1)?.html).toBe("<p>**b**</p>");
});

test("the reading time of a text of link beginnings takes one pass", () => {
  expect(readingTime("](a".repeat(33_000))).toBe(1);
  expect(readingTime("See [a study](https://example.org/x) [[1]](#ref-1).")).toBe(1);
});
