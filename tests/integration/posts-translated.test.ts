// Each translation of the seed says what its original says: block by block, with the same figures, links and references.
import { describe, expect, test } from "vitest";
import { readSeedPosts, type SeedPost } from "@/prisma/seed/post-files";

const POSTS = readSeedPosts();
const PAIRS = POSTS.flatMap((post) => (post.original ? [[post.slug, post, post.original] as const] : []));
const SLUGS = new Map(PAIRS.map(([slug, , original]) => [original.slug, slug]));

/** Figures that only a translation writes in digits: the key for Spanish on a phone, and two that English says in words. */
const ONLY_SPANISH: Record<string, RegExp> = { "2": /oprima 2/, "10": /^- \*\*Guárdelas/, "25": /el 25% superior/ };

const blocksOf = (markdown: string) => markdown.split(/\n{2,}/);
const linesOf = (markdown: string) => markdown.split("\n").filter((line) => line.trim() !== "");
/** What a line is: the level of a heading, an item of a list, a row of a table, or words. */
const shapeOf = (line: string) => /^(#+ |\s*- |\s*\d+\. |>|\|)/.exec(line)?.[1]?.replace(/\d+/, "1") ?? "";
/** Where a text leads, the English posts of ours by their Spanish slugs; not in order, which languages differ in. */
const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)/g)]
    .map(([, url = ""]) =>
      url.replace(/^\/blog\/([a-z0-9-]+)/, (path, slug: string) =>
        SLUGS.has(slug) ? `/blog/${SLUGS.get(slug)}` : path,
      ),
    )
    .map((url) => (url.startsWith("#section-") ? "#section" : url))
    .toSorted();
const figuresIn = (text: string) =>
  [...text.replace(/\]\([^)]*\)/g, "]").matchAll(/\$?\d(?:[\d,.]*\d)?/g)].map(([figure]) => figure);

/** Figures that the one text has, or has more often, than the other. */
function missing(from: string[], other: string[]): string[] {
  const left = [...other];
  return from.filter((figure) => {
    const at = left.indexOf(figure);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const textsOf = ({ body, relatedQuestions }: SeedPost) => [
  ...blocksOf(body),
  ...relatedQuestions.map(({ question, answer }) => `${question} ${answer}`),
];

describe.each(PAIRS)("%s", (_, translation, original) => {
  test("has the headings, lists, tables and paragraphs of its original, in their order", () => {
    expect(linesOf(translation.body).map(shapeOf)).toEqual(linesOf(original.body).map(shapeOf));
    expect(blocksOf(translation.body)).toHaveLength(blocksOf(original.body).length);
    expect(translation.relatedQuestions).toHaveLength(original.relatedQuestions.length);
  });

  test("leads where its original leads, and cites the same references at the same places", () => {
    expect(textsOf(translation).map(linksIn)).toEqual(textsOf(original).map(linksIn));
    const sources = ({ references }: SeedPost) => references.map(({ url, year }) => ({ url, year }));
    expect(sources(translation)).toEqual(sources(original));
  });

  test("has the figures of its original", () => {
    const english = textsOf(original);
    const differences = textsOf(translation).flatMap((text, at) => {
      const [has, had] = [figuresIn(text), figuresIn(english[at] ?? "")];
      const added = missing(has, had).filter((figure) => !ONLY_SPANISH[figure]?.test(text));
      return [...missing(had, has), ...added].map((figure) => `${figure}: ${text.slice(0, 60)}`);
    });
    expect(differences).toEqual([]);
  });

  test("is of the same day, with a summary that search results can show", () => {
    expect(translation.publishedOn).toBe(original.publishedOn);
    expect(translation.summary.length).toBeLessThanOrEqual(165);
  });
});
