import { describe, expect, test } from "vitest";
import { FEDERAL_COLUMNS, FEDERAL_TELLING, readFederalRow } from "./federal";
import { readRows } from "./rows";
import { identityOf, looksLike, siteKeyOf, type Site } from "./site-key";

const site: Site = {
  name: "Saint Mary's Treatment Center",
  unit: "Women & Children",
  street: "845 East Arrow Highway",
  street2: "Suite 2",
  zip: "91767",
  phone: "+19096241233",
  phoneExtension: null,
};

test.each<[string, Partial<Site>]>([
  ["capitals", { name: "SAINT MARYS TREATMENT CENTER", unit: "women and children", street: "845 EAST ARROW HIGHWAY" }],
  ["abbreviations", { name: "St. Marys Trt Ctr", street: "845 E. Arrow Hwy", street2: "Ste. 2" }],
  ["the unit in the street's line", { street: "845 East Arrow Highway #2", street2: null }],
  ["accents", { unit: "Women & Childrén" }],
  ["another phone", { phone: "+19096241234" }],
])("%s make no other place", (_, change) => {
  expect(identityOf({ ...site, ...change })).toBe(identityOf(site));
});

test.each<[string, Partial<Site>]>([
  ["another operator", { name: "Saint Mark's Treatment Center" }],
  ["another program behind the door", { unit: "Men" }],
  ["no program", { unit: null }],
  ["another house", { street: "831 East Arrow Highway" }],
  ["another direction", { street: "845 West Arrow Highway" }],
  ["another unit", { street2: "Suite 3" }],
  ["another ZIP", { zip: "91766" }],
  ["no street", { street: "" }],
])("%s is another place", (_, change) => {
  expect(identityOf({ ...site, ...change })).not.toBe(identityOf(site));
});

test("the phone tells confidential sites apart, though they look alike", () => {
  const [one, other] = [
    { ...site, street: "" },
    { ...site, street: "", phone: "+19096241234" },
  ];
  expect(identityOf(one)).not.toBe(identityOf(other));
  expect(looksLike(one)).toBe(looksLike(other));
});

test("a key is the identity with the phone and its extension", () => {
  expect(siteKeyOf(site)).toBe(`${identityOf(site)}#+19096241233`);
  expect(siteKeyOf({ ...site, phoneExtension: "2" })).toBe(`${identityOf(site)}#+19096241233x2`);
});

describe("rows of one file", () => {
  const bridge = {
    name1: "Bridge",
    name2: "",
    street1: "420 North James Road",
    city: "Pomona",
    state: "CA",
    zip: "91767",
  };
  const read = async (...changes: Record<string, string>[]) => {
    const blank = Object.fromEntries(FEDERAL_COLUMNS.map((column) => [column, ""]));
    const rows = changes.map((change, index) => ({
      line: index + 2,
      cells: { ...blank, ...bridge, phone: "909-624-1233", service_code_info: "SA * BU", ...change },
    }));
    return readRows(rows, (cells) => readFederalRow(cells, null), FEDERAL_TELLING);
  };
  const numbers = (keys: readonly { key: string }[]) => keys.map(({ key }) => key.slice(key.indexOf("#")));

  test("that differ in the spelling of a door alone are one place, listed twice", async () => {
    const { rows, listedTwice, apart } = await read({}, { street1: "420 N. JAMES RD." }, { name1: "BRIDGE" });
    expect([rows.length, listedTwice, apart]).toEqual([
      1,
      [2, 2].map((sameAs, index) => ({ line: index + 3, sameAs })),
      [],
    ]);
  });

  test("that write one door in seven ways are two places: the house, and its suite", async () => {
    const line = (street1: string, street2 = "") => ({ street1, street2 });
    const { rows, listedTwice } = await read(
      line("420 North James Road"),
      line("420 N James Rd"),
      line("420 North James Road", "Suite 100"),
      line("420 North James Road, Ste. 100"),
      line("420 N. James Rd. #100"),
      line("420 North James Road", "STE 100"),
      line("420 NORTH JAMES ROAD"),
    );
    expect(rows.map(({ columns }) => [columns.street, columns.street2])).toEqual([
      ["420 North James Road", null],
      ["420 North James Road", "Suite 100"],
    ]);
    expect(listedTwice.map(({ sameAs }) => sameAs)).toEqual([2, 4, 4, 4, 2]);
  });

  test("that differ in any answer are places of their own, an answer that no book explains too", async () => {
    const { rows, raw, listedTwice, apart } = await read(
      {},
      { service_code_info: "SA * BU NU" },
      { service_code_info: "SA * BU ZZ" },
      { service_code_info: "SA * BU NU" },
    );
    const keys = ["#+19096241233", "#+19096241233#2", "#+19096241233#3"];
    expect(numbers(rows)).toEqual(keys);
    expect(numbers(raw)).toEqual([...keys, keys[1]]);
    expect(listedTwice).toEqual([{ line: 5, sameAs: 3 }]);
    expect(apart).toMatchObject([{ differ: "answers", rows: [2, 3, 4, 5].map((line) => ({ line })) }]);
  });

  test("that answer alike and have other phones, or intake lines, are places of their own", async () => {
    const { rows, apart } = await read({}, { phone: "909-624-1233 x2" }, { phone: "" }, { intake1: "909-624-9999" });
    expect(numbers(rows)).toEqual(["#+19096241233", "#+19096241233x2", "#", "#+19096241233#2"]);
    expect(apart).toMatchObject([{ differ: "phones" }]);
  });

  test("told by phone keep their keys when the file lists them in another order", async () => {
    const [one, two] = [{ service_code_info: "SA * NU" }, { phone: "909-624-9999" }];
    const there = await read(one, two);
    const again = await read(two, one);
    expect(numbers(again.rows).toSorted()).toEqual(numbers(there.rows).toSorted());
  });
});
