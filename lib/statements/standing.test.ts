import { expect, test } from "vitest";
import type { FederalSite } from "@/lib/sources/federal";
import { readFederalRow } from "@/lib/sources/federal";
import { HOUSE_BOOK } from "@/lib/sources/code-book";
import { isOvertaken, isReplaced, statedSite } from "./standing";
import type { StandingEdition, Statement } from "./types";

const edition = (number: number, name: string, more: Partial<StandingEdition> = {}): StandingEdition => ({
  id: `file-${number}`,
  source: "samhsa",
  edition: name,
  asOf: `${Number(name) - 1}-01-01`,
  precision: "year",
  county: "Los Angeles",
  first: number,
  number,
  book: HOUSE_BOOK,
  hasBook: true,
  ...more,
});
const says = (of: StandingEdition, cells: Record<string, string> = {}): Statement<FederalSite> => {
  const row = { name1: "Harbor", street1: "1 Main", city: "L.A.", state: "CA", zip: "90012", service_code_info: "SA" };
  const verdict = readFederalRow({ ...row, ...cells }, null);
  if (verdict.kind !== "row") throw new Error(verdict.kind);
  return { edition: of, line: 2, said: verdict.row };
};

test("a later import of an edition stands in for an earlier one, in the county it is of", () => {
  const [first, second, third] = [edition(1, "2024"), edition(2, "2024"), edition(3, "2024", { county: "Orange" })];
  const whole = edition(4, "2024", { county: "" });
  expect(isReplaced(first, "Los Angeles", [first, second])).toBe(true);
  expect(isReplaced(second, "Los Angeles", [first, second])).toBe(false);
  expect(isReplaced(first, "Los Angeles", [first, third])).toBe(false);
  expect(isReplaced(first, "Los Angeles", [first, whole])).toBe(true);
  expect(isReplaced(first, "Los Angeles", [edition(5, "2025"), edition(6, "2024", { source: "dhcs" })])).toBe(false);
  expect(isOvertaken(first, [first, third])).toBe(false);
  expect(isOvertaken(edition(1, "2024", { county: "" }), [third])).toBe(true);
});

test("the newest date states the columns, then the latest import; each date has one sheet", () => {
  const [old, now] = [edition(5, "2023"), edition(2, "2024")];
  const [wrong, right] = [edition(6, "2022"), edition(7, "2022")];
  const rows = [
    says(old, { city: "Old" }),
    says(now, { city: "Now", service_code_info: "SA BU" }),
    says(wrong, { city: "Wrong" }),
    says(right, { city: "Right", service_code_info: "SA NU" }),
  ];
  const stated = statedSite(rows, [old, now, wrong, right]);
  expect(stated?.columns.city).toBe("Now");
  expect(stated?.sheets.map(({ sourceEditionId, asOf }) => [sourceEditionId, asOf])).toEqual([
    ["file-2", "2023-01-01"],
    ["file-5", "2022-01-01"],
    ["file-7", "2021-01-01"],
  ]);
});

test("it is published once an edition that was the newest named it in our county; else it is a draft", () => {
  const [newer, older, late] = [edition(1, "2024"), edition(2, "2023"), edition(3, "2025")];
  const editions = [newer, older, late];
  expect(statedSite([says(older)], editions)?.status).toBe("draft");
  expect(statedSite([says(older), says(late)], editions)?.status).toBe("published");
  expect(statedSite([says(older)], [older, late])?.status).toBe("published");
  expect(statedSite([says(late, { zip: "92101" })], editions)?.status).toBe("draft");
});

test("a correction of an older edition takes nothing off the site, and puts nothing on it", () => {
  const [older, newer, corrected] = [edition(1, "2023"), edition(2, "2024"), edition(3, "2023")];
  const editions = [older, newer, corrected];
  expect(statedSite([says(older), says(corrected)], editions)?.status).toBe("published");
  expect(statedSite([says(corrected)], editions)?.status).toBe("draft");
});

test("what only replaced rows name is nothing", () => {
  const [wrong, right] = [edition(1, "2024"), edition(2, "2024")];
  expect(statedSite([says(wrong)], [wrong, right])).toBeNull();
});
