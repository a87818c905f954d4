// A version of the method is printed on several pages; together they are its whole record.
import { beforeAll, describe, expect, test } from "vitest";
import { criterionAnchor, criterionPath, METHOD_PATH, methodPath, sectionPath, sectionsOf } from "@/lib/methods/paths";
import { getMethod } from "@/lib/methods/queries";
import type { RankingMethod } from "@/lib/rankings/schema";
import { LOCALES, type Locale } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";
import { drawPage } from "../support/drawn-pages";

testDatabase({ seeded: true });

const VERSION = 1;
let method: RankingMethod;
const drawn = new Map<string, string>();

const drawSection = (locale: Locale, section: string) =>
  drawPage("(reading)/rankings/method/[version]/[section]", locale, {
    params: () => ({ version: `${VERSION}`, section }),
  });

beforeAll(async () => {
  method = (await getMethod(VERSION))!.definition;
  for (const locale of LOCALES) {
    const params = () => ({ version: `${VERSION}` });
    drawn.set(`${locale} ${METHOD_PATH}`, await drawPage("(reading)/rankings/method", locale, {}));
    drawn.set(
      `${locale} ${methodPath(VERSION)}`,
      await drawPage("(reading)/rankings/method/[version]", locale, { params }),
    );
    for (const section of sectionsOf(method))
      drawn.set(`${locale} ${sectionPath(VERSION, section)}`, await drawSection(locale, section));
  }
});

const htmlOf = (locale: Locale, path: string) => drawn.get(`${locale} ${path}`)!;
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** Every text of the record in a language, and every address of evidence. Codes of categories decide and are no text. */
function textsOf(part: unknown, locale: Locale): string[] {
  if (typeof part !== "object" || part === null) return [];
  const entries = Object.entries(part);
  const own = entries.flatMap(([key, value]) =>
    typeof value === "string" && (key === locale || key === "title") ? [value] : [],
  );
  return [...own, ...entries.flatMap(([, value]) => textsOf(value, locale))];
}

describe.each(LOCALES)("the pages of a version (%s)", (locale) => {
  test("print every text of its record", () => {
    const pages = sectionsOf(method).map((section) => wordsOf(htmlOf(locale, sectionPath(VERSION, section))));
    const { gates, programs, groups } = method;
    const texts = textsOf([gates, programs, groups], locale);
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => !pages.some((page) => page.includes(text)))).toEqual([]);
  });

  test("show each criterion with its points, and with links to its evidence", () => {
    for (const { key: group, criteria } of method.groups)
      for (const { key, points, evidence } of criteria) {
        const html = htmlOf(locale, sectionPath(VERSION, group));
        const article = html.split(`id="${criterionAnchor(key)}"`)[1]?.split("</article>")[0] ?? "";
        expect(wordsOf(article)).toMatch(new RegExp(`(?<!\\d)${points} (points?|puntos?)`));
        for (const { url } of evidence) expect(article).toContain(`href="${url.replaceAll("&", "&amp;")}"`);
      }
  });

  test("are reached from the overview, and each from the one before", () => {
    const prefix = locale === "en" ? "" : "/es";
    const paths = sectionsOf(method).map((section) => sectionPath(VERSION, section));
    for (const overview of [METHOD_PATH, methodPath(VERSION)])
      for (const path of paths) expect(htmlOf(locale, overview)).toContain(`href="${prefix}${path}"`);
    for (const [at, path] of paths.slice(1).entries())
      expect(htmlOf(locale, paths[at]!)).toContain(`href="${prefix}${path}" rel="next"`);
  });

  test("have every place that links lead to: of today, and of when it was one page", () => {
    const criteria = method.groups.flatMap((group) => group.criteria);
    for (const { key } of criteria) {
      const [path, anchor] = criterionPath(method, key).split("#");
      expect(htmlOf(locale, path!)).toContain(`id="${anchor}"`);
    }
    const anchors = [
      "gates",
      "groups",
      "formula",
      "bands",
      "limits",
      "independence",
      "denominators",
      "versions",
      ...method.groups.map(({ key }) => key),
      ...criteria.map(({ key }) => criterionAnchor(key)),
    ];
    for (const overview of [METHOD_PATH, methodPath(VERSION)])
      expect(anchors.filter((anchor) => !htmlOf(locale, overview).includes(` id="${anchor}"`))).toEqual([]);
  });
});

test("a section that the version does not have is missing", async () => {
  expect(await drawSection("en", "wishes")).toContain('data-status="404"');
});
