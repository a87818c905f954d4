// What typed words ask for stands as set among the filters, and sending the form again neither doubles nor loses it.
import { selectAll } from "hast-util-select";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { askedOf } from "@/lib/search/asked";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import { filterPairs, parseFilters } from "@/lib/search/filters";
import { readText } from "@/lib/search/queries";
import type { SearchParams } from "@/lib/shared/search-params";
import { messagesOf } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";
import { drawPage } from "../support/drawn-pages";

testDatabase({ seeded: true });

async function boxesOf(query: SearchParams) {
  const html = await drawPage("(answers)/listings", "en", { search: () => query as Record<string, string> });
  const boxes = selectAll('form input[type="checkbox"]', unified().use(rehypeParse, { fragment: true }).parse(html));
  return {
    html,
    boxes: boxes.map(({ properties: { name, value, checked, disabled } }) => ({
      pair: [String(name), String(value)] as const,
      isSet: checked === true,
      isSent: checked === true && disabled !== true,
    })),
  };
}

describe.each<SearchParams>([
  { q: "methadone" },
  { q: "methadone medi-cal spanish" },
  { q: "free detox", payment: "medi-cal" },
  { q: "methadone", medication: "buprenorphine" },
  { q: "methadone", medication: "methadone" },
  { q: "tarzana", language: "spanish" },
])("a search for %j", (query) => {
  const { filters } = parseFilters(query);

  test("has set what it asks for, in words or in boxes, and nothing else", async () => {
    const asked = askedOf(filters, await readText(filters));
    const { boxes } = await boxesOf(query);
    for (const group of FILTER_GROUPS) {
      const set = boxes.filter(({ pair, isSet }) => pair[0] === group && isSet).map(({ pair }) => pair[1]);
      expect([group, new Set(set)]).toEqual([group, new Set([...asked[group], ...filters[group]])]);
    }
  });

  test("sends the same again", async () => {
    const { boxes } = await boxesOf(query);
    const sent = boxes.filter(({ isSent }) => isSent).map(({ pair }) => pair);
    const before = filterPairs(filters).filter(([name]) => FILTER_GROUPS.some((group) => group === name));
    expect(sent).toEqual(before);
  });
});

test("a box that the words have set says so", async () => {
  const { fromWords } = messagesOf("en").filters;
  expect((await boxesOf({ q: "methadone" })).html).toContain(fromWords);
  expect((await boxesOf({ medication: "methadone" })).html).not.toContain(fromWords);
});
