// What every post of the seed keeps to, whoever writes it.
import { describe, expect, test } from "vitest";
import { excessOf } from "@/lib/posts/markdown-weight";
import { today } from "@/lib/shared/dates";
import { slugify } from "@/lib/shared/slug";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { readSeedPosts } from "@/prisma/seed/posts";
import { FIRST_EDITION } from "../support/first-edition";
import { PUBLIC_PAGES } from "../support/public-pages";

const POSTS = readSeedPosts();
const PATHS = new Set([
  ...PUBLIC_PAGES.filter(({ status }) => status === 200).map(({ path }) => path.split("?")[0]),
  ...POSTS.map(({ slug }) => `/blog/${slug}`),
  ...POSTS.flatMap(({ tags }) => tags.map((tag) => `/blog/tags/${slugify(tag)}`)),
]);
const bodyOf = (slug: string) => POSTS.find((post) => post.slug === slug)!.body;

test("no two posts share a URL or a title, and a tag is spelled in one way", () => {
  const once = (values: string[]) => expect(values.toSorted()).toEqual([...new Set(values)].toSorted());
  once(POSTS.map(({ slug }) => slug));
  once(POSTS.map(({ title }) => title));
  once([...new Set(POSTS.flatMap(({ tags }) => tags))].map(slugify));
});

describe.each(POSTS.map((post) => [post.slug, post] as const))("%s", (_, post) => {
  const answers = post.relatedQuestions.map(({ answer }) => answer);
  const texts = [post.title, post.summary, post.body, ...answers].join("\n");

  test("has 700 words or more, and three references or more, each cited and none twice", () => {
    expect(post.body.split(/\s+/).length).toBeGreaterThanOrEqual(700);
    expect(post.references.length).toBeGreaterThanOrEqual(3);
    const uncited = post.references
      .map((_reference, index) => index + 1)
      .filter((at) => !texts.includes(`#ref-${at})`));
    expect(uncited).toEqual([]);
    expect(new Set(post.references.map(({ url }) => url)).size).toBe(post.references.length);
    const wrong = [...texts.matchAll(/\[\[(\d+)\]\]\(#ref-(\d+)\)/g)].filter(([, shown, target]) => shown !== target);
    expect(wrong).toEqual([]);
  });

  test("puts the person first", () => {
    expect(texts).not.toMatch(/\b(addicts?|abusers?|junkies?|alcoholics?|substance abuse|got clean|dirty)\b/i);
  });

  test("leads to the search, the guide and what to do in an overdose, and nowhere that there is no page", () => {
    for (const path of ["/listings", "/find", "/help-now"]) expect(post.body).toContain(`](${path}`);
    const within = [...texts.matchAll(/\]\((\/[^)#?\s]*)/g)].map(([, path]) => path);
    expect(within.filter((path) => !PATHS.has(path))).toEqual([]);
  });

  test("is out already, and can be read as Markdown", () => {
    expect(post.publishedOn <= today()).toBe(true);
    expect(excessOf([post.body, ...answers].join("\n\n"))).toBeNull();
  });
});

test("a post that was changed says when, at its beginning and at its end", () => {
  const changed = POSTS.filter(({ body }) => body.includes("## What changed"));
  expect(changed.length).toBeGreaterThanOrEqual(6);
  for (const { body, publishedOn } of changed) {
    const [, day = ""] = /^\*Updated on (\w+ \d+, \d{4}): see \[what changed\]\(#section-what-changed\)\.\*\n/.exec(
      body,
    )!;
    expect(body.slice(body.indexOf("## What changed"))).toContain(`**${day}:**`);
    expect(new Date(`${day} UTC`).toISOString().slice(0, 10) >= publishedOn).toBe(true);
  }
});

test.each([
  "what-are-heroin-rehab-programs-and-how-do-they-work",
  "heroin-rehabilitation-programs-and-support-systems",
])("the owner's post %s has the owner's tags in their order, and seven related questions", (slug) => {
  const { tags, relatedQuestions } = POSTS.find((post) => post.slug === slug)!;
  expect(tags).toEqual(["Heroin", "Rehabilitation", "Addiction"]);
  expect(relatedQuestions).toHaveLength(7);
});

describe("the post about the ranking", () => {
  const body = bodyOf("how-we-rank-heroin-rehabs-in-los-angeles");

  test("gives each criterion the points that the first method gives it", () => {
    const section = body.slice(body.indexOf("## 2."), body.indexOf("## 3."));
    const printed = [...section.matchAll(/^- .+?: (\d+)\b/gm)].map(([, points]) => Number(points));
    expect(printed).toEqual(METHOD_V1.groups.flatMap(({ criteria }) => criteria.map(({ points }) => points)));
    const groups = [...section.matchAll(/^### .+, (\d+) points$/gm)].map(([, points]) => Number(points));
    const sums = METHOD_V1.groups.map(({ criteria }) => criteria.reduce((sum, { points }) => sum + points, 0));
    expect(groups).toEqual(sums);
  });

  test("prints how stable the first edition is", () => {
    const { stayOfTop10, stayOfTop25 } = FIRST_EDITION;
    expect(body).toContain(
      `${stayOfTop10} of the top 10 stayed in the top 10 on average, and ${stayOfTop25} of the top 25`,
    );
  });
});
