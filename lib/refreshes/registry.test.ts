import { expect, test } from "vitest";
import { environmentSchema } from "@/lib/server/env";
import { sourceAdapters } from "./registry";
import { SOURCE_KEYS } from "./types";

const never = () => Promise.reject(new Error("nobody is asked"));

test("each source says whose it is, under which terms, and has a page of its publisher", () => {
  const adapters = sourceAdapters();
  expect(adapters.map(({ key }) => key)).toEqual([...SOURCE_KEYS]);
  for (const { landingUrl, hosts } of adapters) {
    expect(new URL(landingUrl).protocol).toBe("https:");
    expect(hosts).toContain(new URL(landingUrl).host);
  }
});

test("an operator's own URL comes before the publisher's page, and its host is one of the source", async () => {
  const [directory] = sourceAdapters({ samhsa: "https://files.example.gov/2027_SU.xlsx" });
  expect(await directory?.locate(never)).toMatchObject({ url: "https://files.example.gov/2027_SU.xlsx" });
  expect(directory?.hosts).toEqual(["www.samhsa.gov", "files.example.gov"]);
});

test("the setting takes pairs of every source and https, and nothing else", () => {
  const setting = environmentSchema.shape.REFRESH_URLS;
  const pairs = SOURCE_KEYS.map((key) => `${key}=https://example.gov/a.csv?b=c`);
  expect(setting.safeParse(pairs.join(" ")).success).toBe(true);
  expect(setting.safeParse("").success).toBe(true);
  for (const wrong of ["dhcs=http://example.gov/a", "cdc=https://example.gov/a", "https://example.gov/a"])
    expect(setting.safeParse(wrong).success).toBe(false);
});

test.each([
  ["2026_SU_Facilities_for_All_City_All.xlsx", "2026", "2025-01-01"],
  ["directory-2025.csv", "2025", "2024-01-01"],
])("the edition of %s is %s, and describes the year before", (name, edition, asOf) => {
  const [directory] = sourceAdapters();
  const found = directory?.editionOf(`https://www.samhsa.gov/reports/rpt20991/${name}`, "2026-11-29");
  expect(found).toEqual({ edition, date: { asOf, precision: "year" } });
});

test("a workbook that names no year is left to a person", () => {
  const [directory] = sourceAdapters();
  expect(() => directory?.editionOf("https://www.samhsa.gov/reports/2025/directory.xlsx", "2026-11-29")).toThrow(
    /does not name its year.*--source samhsa --edition YEAR/,
  );
});
