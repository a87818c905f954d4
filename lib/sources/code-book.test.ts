import { beforeAll, describe, expect, test } from "vitest";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { answersOf } from "./answers";
import {
  attributeOf,
  bookOfRows,
  bookOfSheet,
  CODE_SHEET_COLUMNS,
  HOUSE_BOOK,
  knownBook,
  notAsked,
  type CodeBook,
} from "./code-book";
import { countRow, noCounts, strangeCounts, type CodeCounts } from "./code-counts";
import { FEDERAL_COLUMNS } from "./federal";
import { readTable } from "./table";

const DATA = "prisma/seed/data";

async function countsOf(file: string): Promise<{ counts: CodeCounts; sheet: Record<string, string>[] }> {
  const { rows, beside } = await readTable(`${DATA}/${file}`, FEDERAL_COLUMNS, CODE_SHEET_COLUMNS);
  const counts = noCounts();
  for await (const { cells } of rows) if (cells?.name1) countRow(counts, cells);
  return { counts, sheet: beside };
}

describe("the published files", () => {
  let of2023: Awaited<ReturnType<typeof countsOf>>;
  let of2024: Awaited<ReturnType<typeof countsOf>>;
  beforeAll(async () => {
    of2023 = await countsOf("samhsa-national-directory-2023.xlsx");
    of2024 = await countsOf("samhsa-national-directory-2024.csv.gz");
  });

  test("the book of 2023 is on the workbook's own sheet, and is the house's", () => {
    const book = bookOfSheet(of2023.sheet);
    expect(book).toEqual({ ...HOUSE_BOOK, origin: "file" });
    expect(knownBook("2023")).toEqual(HOUSE_BOOK);
    expect(notAsked(HOUSE_BOOK)).toEqual([]);
  });

  test("the file of 2024 names each of the book's 224 codes, and no other", () => {
    expect(Object.keys(of2024.counts.codes).toSorted()).toEqual([...ATTRIBUTES.keys()].toSorted());
    expect(knownBook("2024")).toEqual(HOUSE_BOOK);
    expect(bookOfRows(new Set(Object.keys(of2024.counts.codes))).categories).toEqual(HOUSE_BOOK.categories);
  });

  test("of 224 codes two are named unusually rarely in 2023, and the import says so", () => {
    expect(strangeCounts(of2023.counts, "2024", of2024.counts)).toEqual([
      { code: "SNR", here: { rows: 113, of: 12_744 }, there: { edition: "2024", rows: 3_806, of: 12_200 } },
      { code: "ADLT", here: { rows: 8_099, of: 12_744 }, there: { edition: "2024", rows: 12_027, of: 12_200 } },
    ]);
  });
});

describe("a code that the edition's book does not know", () => {
  const { OT: _, ...others } = HOUSE_BOOK.categories;
  const without = (...codes: string[]): CodeBook => {
    const OT = (HOUSE_BOOK.categories.OT ?? []).filter((code) => !codes.includes(code));
    return { origin: "file", categories: { ...others, OT } };
  };

  test("was not asked: unknown, and never no, whatever else its category answers", () => {
    for (const code of HOUSE_BOOK.categories.OT ?? []) {
      const other = code === "BUM" ? "UB" : "BUM";
      expect(answersOf(other, HOUSE_BOOK).no).toContain(code);
      expect([...answersOf(other, without(code)).no, ...answersOf(other, without(code)).yes]).not.toContain(code);
      expect(notAsked(without(code))).toEqual([code]);
    }
  });

  test("is kept as it is when a row has it all the same", () => {
    expect(answersOf("BUM PAIN", without("PAIN"))).toMatchObject({ yes: ["BUM"], unrecognised: ["PAIN"] });
  });

  test("answers its category when the book knows it and we do not", () => {
    const { OM = [], ...rest } = HOUSE_BOOK.categories;
    const answers = answersOf("XNEW", { origin: "file", categories: { ...rest, OM: [...OM, "XNEW"] } });
    expect(answers).toEqual({ yes: [], no: ["BU", "MU", "NU"], unrecognised: ["XNEW"] });
  });
});

describe("a renamed code", () => {
  const earlier: CodeBook = { origin: "file", categories: { OT: ["BUM", "ULC"] } };

  test("is the attribute that it became: yes when it is there, no when it is not", () => {
    expect(answersOf("ULC", earlier)).toEqual({ yes: ["DLC"], no: ["BUM"], unrecognised: [] });
    expect(answersOf("BUM", earlier)).toEqual({ yes: ["BUM"], no: ["DLC"], unrecognised: [] });
  });

  test("is no such thing where the edition has both, or asks for the new one only", () => {
    const both = { OT: ["BUM", "ULC", "DLC"] };
    expect(answersOf("ULC", { origin: "file", categories: both })).toEqual({
      yes: [],
      no: ["BUM", "DLC"],
      unrecognised: ["ULC"],
    });
    expect(answersOf("ULC BUM", HOUSE_BOOK)).toMatchObject({ yes: ["BUM"], unrecognised: ["ULC"] });
    expect(attributeOf("ULC", new Set(["ULC", "DLC"]))).toBeNull();
  });
});

describe("an edition whose book nobody has", () => {
  test("asked for what some row of the whole file names, under the name of its time", () => {
    const book = bookOfRows(new Set(["BU", "MU", "ULC", "BUM", "XYZ"]));
    expect(book).toEqual({ origin: "rows", categories: { OM: ["MU", "BU"], OT: ["BUM", "ULC"] } });
    expect(answersOf("BU BUM XYZ", book)).toEqual({ yes: ["BU", "BUM"], no: ["DLC", "MU"], unrecognised: ["XYZ"] });
    expect(bookOfRows(new Set(["ULC", "DLC"])).categories).toEqual({ OT: ["DLC"] });
  });
});

test("a sheet that lists no codes is no book", () => {
  expect(bookOfSheet([])).toBeNull();
  expect(bookOfSheet([{ category_code: "OM", service_code: "" }])).toBeNull();
});
