import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { partOf, PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import type { Edition } from "@/lib/rankings/types";
import { KindRanking } from "./ranking";

const EDITION: Edition = {
  number: 3,
  methodVersion: 1,
  area: "Los Angeles",
  computedAt: new Date("2026-11-25T12:00:00Z"),
  judgedOn: "2026-11-25",
  stateListAsOf: "2026-11-25",
  inputsChecksum: "a".repeat(64),
  prior: 0.6,
  stability: null,
  alone: null,
  rankedCount: 0,
  memberCount: 0,
  excludedCount: 0,
  entries: [],
  exclusions: [],
};

test.each([
  ["en", "No program of this kind is ranked in this edition."],
  ["es", "Ningún programa de este tipo está clasificado en esta edición."],
] as const)("a kind without a ranked place says so (%s), and the way to the other lists stays", (locale, words) => {
  const part = partOf([], 1, PROGRAMS_PER_PAGE)!;
  const html = renderToStaticMarkup(<KindRanking locale={locale} edition={EDITION} kind="hospital" part={part} />);
  expect(html).toContain(words);
  expect(html).toContain('/rankings/kinds/residential"');
  expect(html).not.toContain("band-1");
});
