// Each statement of the search stands whole beside the code that puts it together, with a search's values in their
// places. Write the files anew: npx vitest run --project unit lib/search/statements -u

import { expect, test } from "vitest";
import type { Prisma } from "@/lib/server/db";
import { narrows, NO_TEXT, type SoughtText } from "./asked";
import { conditionsOf } from "./conditions-sql";
import { facetsSql } from "./facets-sql";
import { NO_FILTERS, type ListingFilters } from "./filters";

import { areaCalled } from "./gazetteer";
import { hitsSql } from "./hits-sql";
import { readNear } from "./near";
import { nearestSql } from "./nearest-sql";
import { relaxationsSql } from "./relaxations-sql";
import { wordsSql } from "./words-sql";
import { middleOfZip } from "./zip-middle";

/** Buprenorphine, Medi-Cal, "tarzana"; the nearest first from the middle of a ZIP code, the second page. */
const filters: ListingFilters = {
  ...NO_FILTERS,
  text: "tarzana",
  medication: ["buprenorphine"],
  payment: ["medi-cal"],
  near: "90012",
  sort: "distance",
  after: {
    direction: "next",
    sort: "distance",
    number: 1609.3,
    name: "a house a-house",
    saidNo: false,
    treatsOpioids: true,
  },
};
const text: SoughtText = { ...NO_TEXT, document: "'tarzana':*" };
const best: ListingFilters = { ...filters, payment: [], sort: "rank", after: null };

const STATEMENTS: [file: string, statement: Prisma.Sql][] = [
  ["hits.sql", hitsSql(filters, text)],
  ["best-hits.sql", hitsSql(best, text, [2, 5, 10])],
  ["nearest.sql", nearestSql(best, text, middleOfZip("90012")!)],
  ["facets.sql", facetsSql(filters, text)],
  ["relaxations.sql", relaxationsSql(filters, text)!],
  ["words.sql", wordsSql(["tarzanna"])],
];

test.each(STATEMENTS)("%s is the whole statement", async (file, statement) => {
  await expect(written(statement)).toMatchFileSnapshot(file);
});

/** With the values in their places. */
function written({ strings, values }: Prisma.Sql): string {
  const filled = strings.reduce((before, part, index) => `${before}${literalOf(values[index - 1])}${part}`);
  const lines = filled
    .split("\n")
    .map((line) => line.replace(/^ {4}/, "").trimEnd())
    .filter((line) => line.trim() !== "");
  return `${lines.join("\n")};\n`;
}

function literalOf(value: unknown): string {
  if (value === null) return "NULL";
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return arrayOf(value);
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  throw new Error(`no literal for ${typeof value}`);
}

/** Of a long list only how it begins. */
function arrayOf(values: readonly unknown[]): string {
  const shown = values.slice(0, 4).map(literalOf).join(", ");
  return values.length > 4 ? `ARRAY[${shown} /* and more */]` : `ARRAY[${shown}]`;
}

test.each<[string, Partial<SoughtText>, boolean]>([
  ["nothing", {}, false],
  ["a place to measure from", { near: { ...readNear("Koreatown"), start: areaCalled("koreatown")!.start } }, false],
  ["words", { document: "'tarzana':*" }, true],
  ["the beginning of a name", { nameBegins: "tarzana" }, true],
  ["a name", { nameIs: "tarzana treatment" }, true],
  ["an option", { asked: [{ typed: "free", group: "payment", options: ["free"] }] }, true],
  ["a service", { services: [{ typed: "detox", codes: ["DT"] }] }, true],
  ["for whom alone", { alone: [{ typed: "women only", who: "a-woman" }] }, true],
])("a text with %s is said to leave places out when the search has a condition for it", (_, changes, narrowing) => {
  const asks = { ...NO_TEXT, ...changes };
  expect(conditionsOf(NO_FILTERS, asks, { includeUnknown: false }).length > 0).toBe(narrowing);
  expect(narrows(asks)).toBe(narrowing);
});
