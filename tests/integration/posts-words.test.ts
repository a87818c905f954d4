// What every post of the seed keeps to, whoever writes it and in whichever language.
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "@/lib/posts/markdown";
import { excessOf } from "@/lib/posts/markdown-weight";
import { today } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { readSeedPosts } from "@/prisma/seed/post-files";
import { FIRST_EDITION } from "../support/first-edition";
import { PUBLIC_PAGES } from "../support/public-pages";

const POSTS = readSeedPosts();
const PAGES = PUBLIC_PAGES.filter(({ status, path }) => status === 200 && !path.startsWith("/blog/"));
/** Where a post may lead within the site: among posts, only to those in its own language. */
const pathsFor = (locale: Locale) =>
  new Set([
    ...PAGES.map(({ path }) => path.split("?")[0]),
    ...POSTS.filter((post) => post.locale === locale).map(({ slug }) => `/blog/${slug}`),
    ...POSTS.flatMap(({ tags }) => tags.map(({ slug }) => `/blog/tags/${slug}`)),
  ]);
const PATHS = { en: pathsFor("en"), es: pathsFor("es") };
const STIGMA = {
  en: /\b(addicts?|abusers?|junkies?|alcoholics?|substance abuse|got clean|dirty)\b/i,
  es: /(?<!\p{L})(drogadict\p{L}*|adict[oa]s?|toxic[oó]man\p{L}*|abus(o|ador|adora)s?|alcohólic[oa]s?|suci[oa]s?|limpi[oa]s?|enganchad[oa]s?|vicios?|indigentes?)(?!\p{L})/iu,
};
/** How a post says that it was changed: the line at its beginning, and the title of the section at its end. */
const CHANGED = {
  en: {
    title: "What changed",
    line: /^\*Updated on (?<day>\w+ \d+, \d{4}): see \[what changed\]\(#section-what-changed\)\.\*\n/,
    dayOf: (day: string) => new Date(`${day} UTC`).toISOString().slice(0, 10),
  },
  es: {
    title: "Qué cambió",
    line: /^\*Actualizado el (?<day>\d+ de \p{L}+ de \d{4}): vea \[qué cambió\]\(#section-qué-cambió\)\.\*\n/u,
    dayOf: spanishDay,
  },
};
const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2026, month, 1)).toLocaleString("es", { month: "long", timeZone: "UTC" }),
);
function spanishDay(day: string): string {
  const [date, month, year] = day.split(" de ");
  const number = MONTHS.indexOf(month!) + 1;
  return `${year}-${String(number).padStart(2, "0")}-${date!.padStart(2, "0")}`;
}
const bodyOf = (slug: string) => POSTS.find((post) => post.slug === slug)!.body;

test("no two posts share a URL or a title, and a tag is spelled in one way", () => {
  const once = (values: string[]) => expect(values.toSorted()).toEqual([...new Set(values)].toSorted());
  once(POSTS.map(({ slug }) => slug));
  once(POSTS.map(({ title }) => title));
  const tags = POSTS.flatMap((post) => post.tags);
  once([...new Set(tags.map(({ name }) => name))].map((name) => tags.find((tag) => tag.name === name)!.slug));
  once([...new Set(tags.map(({ nameEs }) => nameEs))].map((name) => tags.find((tag) => tag.nameEs === name)!.slug));
});

test("each post is in both languages", () => {
  const translated = POSTS.flatMap(({ original }) => original?.slug ?? []);
  const originals = POSTS.filter(({ original }) => original === null).map(({ slug }) => slug);
  expect(translated.toSorted()).toEqual(originals.toSorted());
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
    expect(texts).not.toMatch(STIGMA[post.locale]);
  });

  test("leads to the search, the guide and what to do in an overdose, and to no page or part that is not there", async () => {
    for (const path of ["/listings", "/find", "/help-now"]) expect(post.body).toContain(`](${path}`);
    const within = [...texts.matchAll(/\]\((\/[^)#?\s]*)/g)].map(([, path]) => path);
    expect(within.filter((path) => !PATHS[post.locale].has(path))).toEqual([]);
    const { html } = await renderMarkdown(post.body);
    const anchors = [...post.body.matchAll(/\]\(#(section-[^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(anchors.filter((anchor) => !html.includes(`id="${anchor}"`))).toEqual([]);
  });

  test("is out already, and can be read as Markdown", () => {
    expect(post.publishedOn <= today()).toBe(true);
    expect(excessOf([post.body, ...answers].join("\n\n"))).toBeNull();
  });
});

test("a post that was changed says when, at its beginning and at its end", () => {
  const changed = POSTS.filter(({ body, locale }) => body.includes(`## ${CHANGED[locale].title}`));
  expect(changed.length).toBeGreaterThanOrEqual(12);
  for (const { body, publishedOn, locale } of changed) {
    const { title, line, dayOf } = CHANGED[locale];
    const { day = "" } = line.exec(body)!.groups!;
    expect(body.slice(body.indexOf(`## ${title}`))).toContain(`**${day}:**`);
    expect(dayOf(day) >= publishedOn).toBe(true);
  }
});

test.each([
  "what-are-heroin-rehab-programs-and-how-do-they-work",
  "heroin-rehabilitation-programs-and-support-systems",
])("the owner's post %s has the owner's tags in their order, and seven related questions", (slug) => {
  const { tags, relatedQuestions } = POSTS.find((post) => post.slug === slug)!;
  expect(tags.map(({ name }) => name)).toEqual(["Heroin", "Rehabilitation", "Addiction"]);
  expect(relatedQuestions).toHaveLength(7);
});

describe.each([
  [
    "how-we-rank-heroin-rehabs-in-los-angeles",
    "points",
    "of the top 10 stayed in the top 10 on average, and",
    "of the top 25",
  ],
  [
    "como-clasificamos-el-tratamiento-del-consumo-de-heroina-en-los-angeles",
    "puntos",
    "de los 10 primeros siguieron entre los 10 primeros en promedio, y",
    "de los 25 primeros",
  ],
])("the post about the ranking, %s", (slug, points, stayedOf10, stayedOf25) => {
  const body = bodyOf(slug);

  test("gives each criterion the points that the first method gives it", () => {
    const section = body.slice(body.indexOf("## 2."), body.indexOf("## 3."));
    const printed = [...section.matchAll(/^- .+?: (\d+)\b/gm)].map(([, number]) => Number(number));
    expect(printed).toEqual(METHOD_V1.groups.flatMap(({ criteria }) => criteria.map((criterion) => criterion.points)));
    const groups = [...section.matchAll(new RegExp(`^### .+, (\\d+) ${points}$`, "gm"))].map(([, sum]) => Number(sum));
    const sums = METHOD_V1.groups.map(({ criteria }) => criteria.reduce((sum, criterion) => sum + criterion.points, 0));
    expect(groups).toEqual(sums);
  });

  test("prints how stable the first edition is", () => {
    const { stayOfTop10, stayOfTop25 } = FIRST_EDITION;
    expect(body).toContain(`${stayOfTop10} ${stayedOf10} ${stayOfTop25} ${stayedOf25}`);
  });
});
