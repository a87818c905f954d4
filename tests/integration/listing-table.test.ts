// The staff's table of listings: what its search forgives, and what its filters find.
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { listAreas, listListings } from "@/lib/listing-table/admin-queries";
import { LISTING_CHOICES, NO_FILTERS, readTable, setFilters } from "@/lib/listing-table/schema";
import { LISTING_FILTERS } from "@/lib/listing-table/types";
import { saveListing } from "@/lib/listings/mutations";
import { getListing } from "@/lib/listings/admin-queries";
import { listingSchema } from "@/lib/listings/schema";
import { db } from "@/lib/server/db";
import type { SearchParams } from "@/lib/shared/search-params";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

const staff = staffSession({ role: "editor" });
/** A place that differs from every other one in what people may look for. */
let id = "";

beforeAll(async () => {
  const operator = await db.operator.create({ data: { slug: "zyx", name: "Señora Quetzalcóatl Foundation" } });
  const place = await db.listing.create({
    data: {
      slug: "casa-xochimilco-el-monte",
      name: "Casa Xochimilco",
      unit: "100% Hope_House",
      street: "4099 N. Zzyzx Road",
      city: "El Monte",
      state: "CA",
      zip: "91731",
      county: "Los Angeles",
      phone: "+16265550147",
      intakePhones: ["+16265550148"],
      kind: "residential",
      operatorId: operator.id,
    },
  });
  id = place.id;
  await db.slugRedirect.create({ data: { subject: "listing", subjectId: id, fromSlug: "house-of-wyvern" } });
});

const asked = async (params: SearchParams) => readTable(params, await listAreas(staff));
const found = async (params: SearchParams) => listListings(staff, (await asked(params)).table);
const idsOf = async (params: SearchParams): Promise<string[]> => {
  const { rows, pages } = await found(params);
  const ids = rows.map((row) => row.id);
  for (let page = 2; page <= pages; page += 1)
    ids.push(...(await found({ ...params, page: String(page) })).rows.map((row) => row.id));
  return ids;
};

describe("the search", () => {
  test.each([
    "casa xochimilco",
    "XOCHIMILCO casa",
    "Xochimílco",
    "hope_house",
    "100%",
    "zzyzx",
    "4099 n zzyzx road",
    "xochimilco el monte 91731",
    "(626) 555-0147",
    "+1 626.555.0147",
    "6265550148",
    "555-0147",
    "quetzalcoatl",
    "Señora Quetzalcóatl",
    "wyvern",
    "casa-xochimilco-el-monte",
    "https://example.org/es/listings/casa-xochimilco-el-monte?x=1",
  ])("finds a place by %s", async (q) => {
    const { rows, isAlike } = await found({ q });
    expect([rows.map((row) => row.id).includes(id), isAlike]).toEqual([true, false]);
  });

  test.each(["xochimlco", "casa xochmilco", "zochimilco", "quetzalcoalt", "xochimilko monte"])(
    "finds it by %s, and says that it is only spelled alike",
    async (q) => expect(await found({ q })).toMatchObject({ isAlike: true, rows: [{ id }], total: 1 }),
  );

  test("finds it by a name that staff have changed since", async () => {
    const { version, values } = (await getListing(staff, id))!;
    const renamed = listingSchema.parse({ id, version, ...values, name: "Casa Tepeyac" });
    expect(await saveListing(staff, renamed)).toMatchObject({ outcome: "saved" });
    for (const q of ["tepeyac", "casa tepeyac", "zzyzx tepeyac"]) expect((await found({ q })).rows[0]?.id).toBe(id);
    await db.listing.update({ where: { id }, data: { slug: "a-tepeyac" } });
    expect(await found({ q: "Xochimilco" })).toMatchObject({ rows: [{ id }], total: 1, isAlike: false });
  });

  test("finds a place by the number of its license, however it is written", async () => {
    const match = await db.licenseMatch.findFirstOrThrow({
      where: { certainty: "certain" },
      select: { listingId: true, license: { select: { number: true } } },
    });
    const [, county, number, letters] = /^(\d\d)(\d{4})([A-Z]+)$/.exec(match.license.number)!;
    for (const q of [
      `${county}${number}${letters}`,
      `${county}-${number}${letters?.toLowerCase()}`,
      `${county} ${number} ${letters}`,
      `${county}${number}`,
      `${county}-${number}`,
    ])
      expect([q, await idsOf({ q })]).toEqual([q, expect.arrayContaining([match.listingId])]);
  });

  test.each(["%", "_", "\\", "'", '\'; DROP TABLE "Listing"; --', "\0", "((", "x".repeat(5000), "% _ ' \\"])(
    "takes hostile text as text: %j",
    async (q) => {
      const { table, leftOut } = await asked({ q });
      const { total } = await listListings(staff, table);
      // Without a letter or digit, or longer than any name, it is not used, and the page says so.
      const isUsed = /[a-z]/i.test(q) && q.length < 240;
      expect([leftOut, total > 900]).toEqual(isUsed ? [[], false] : [["q"], true]);
    },
  );
});

describe("the filters", () => {
  const at = (day: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T20:00:00Z`) });
  afterEach(() => vi.useRealTimers());

  test.each([
    ["status", { closed: false }],
    ["kind", {}],
    ["source", {}],
    ["license", { ending: false }],
    ["checked", {}],
  ] as const)("divide the listings by %s without a rest", async (name, apart: Record<string, boolean>) => {
    const all = (await found({})).total;
    const parts = LISTING_CHOICES[name].filter((choice) => apart[choice] !== false);
    const totals = await Promise.all(parts.map(async (choice) => (await found({ [name]: choice })).total));
    expect(totals.reduce((sum, each) => sum + each, 0)).toBe(all);
  });

  test("tell a place that staff checked within a year from the others", async () => {
    const checked = { attribute: "MD", value: "yes", evidence: "By phone", staffMemberId: staff.staffId };
    await db.factCheck.create({ data: { ...checked, listingId: id, asOf: new Date("2026-09-01") } });
    for (const [day, within] of [
      ["2027-09-01", [id]],
      ["2027-09-02", []],
    ] as const) {
      at(day);
      expect([day, await idsOf({ checked: "within_year" })]).toEqual([day, within]);
      expect((await idsOf({ checked: "long_ago" })).includes(id)).toBe(within.length === 0);
    }
    await db.factCheck.deleteMany({ where: { listingId: id } });
  });

  test("tell where we know a place from", async () => {
    const area = { city: "X", state: "CA", zip: "95999", county: "Los Angeles" };
    const place = { street: "1 Elm", kind: "outpatient", ...area } as const;
    const added = (name: string, more = {}) => db.listing.create({ data: { ...place, name, slug: name, ...more } });
    const sheet = { source: "samhsa", asOf: new Date("2024-01-01"), asOfPrecision: "year" } as const;
    await added("of-staff", {
      factSheets: { create: { ...sheet, source: "staff", evidence: "By phone", staffMemberId: "sam" } },
    });
    await added("of-the-list", { knownByLicense: "190903TB" });
    await added("of-the-directory", { factSheets: { create: sheet } });
    await added("of-both", { knownByLicense: "190904TB", factSheets: { create: sheet } });
    const of = async (source: string) => (await found({ source, q: "95999" })).rows.map(({ name }) => name);
    expect(await of("staff")).toEqual(["of-staff"]);
    expect(await of("state_list")).toEqual(["of-the-list"]);
    expect(await of("directory")).toEqual(["of-both", "of-the-directory"]);
    await db.listing.deleteMany({ where: { zip: "95999" } });
  });

  test("combine, and keep through sorting and paging", async () => {
    at("2026-12-15");
    const params = { kind: "outpatient", license: "current", source: "directory", checked: "long_ago" };
    const ids = await idsOf({ ...params, sort: "zip", order: "desc" });
    expect(ids.length).toBeGreaterThan(50);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(await idsOf({ ...params, sort: "updated" }))).toEqual(new Set(ids));
    const zips = await db.listing.findMany({ where: { id: { in: ids } }, select: { id: true, zip: true } });
    const zipOf = new Map(zips.map((row) => [row.id, row.zip]));
    expect(ids.map((each) => zipOf.get(each))).toEqual(
      ids
        .map((each) => zipOf.get(each))
        .sort()
        .reverse(),
    );
  });

  test("offer each state and county once, also none", async () => {
    const { length } = await listAreas(staff);
    expect(length).toBe(1);
    const place = { street: "1 Elm", city: "X", zip: "97201", kind: "outpatient" } as const;
    const areas = [
      ["OR", null],
      ["OR", "Lane"],
      ["OR", "Los Angeles"],
      ["AZ", "Pima"],
    ] as const;
    for (const [at, [state, county]] of areas.entries())
      for (const copy of [0, 1])
        await db.listing.create({ data: { ...place, name: "Area", slug: `area-${at}-${copy}`, state, county } });
    const named = (await listAreas(staff)).map(({ state, county }) => `${state} ${county}`);
    expect(named).toEqual(["AZ Pima", "CA Los Angeles", "OR Lane", "OR Los Angeles", "OR null"]);
    expect((await found({ state: "OR", county: "-" })).total).toBe(2);
    expect((await asked({ state: "AZ", county: "Lane" })).leftOut).toEqual(["county"]);
    await db.listing.deleteMany({ where: { name: "Area" } });
  });

  test("find the public places that the newest directory of their county leaves out", async () => {
    const edition = { source: "samhsa", asOfPrecision: "year", fileName: "x.csv", checksum: "", rowCount: 1 } as const;
    for (const [year, county] of [
      ["2022", "Alpine"],
      ["2023", "Alpine"],
      ["2024", "Orange"],
    ] as const)
      await db.sourceEdition.create({ data: { ...edition, county, edition: year, asOf: new Date(year) } });
    const imported = async (slug: string, year: string, changes = {}) => {
      const sheet = { source: "samhsa", asOf: new Date(year), asOfPrecision: "year" } as const;
      const place = { street: "1 Elm", city: "X", state: "CA", zip: "96120", kind: "outpatient" } as const;
      const data = { slug, name: slug, status: "published", county: "Alpine", ...place, ...changes } as const;
      await db.listing.create({ data: { ...data, factSheets: { create: sheet } } });
    };
    await imported("left-out", "2022");
    await imported("named", "2023");
    await imported("draft", "2022", { status: "draft" });
    await imported("known-closed", "2022", { closedOn: new Date("2024-01-01"), closedReason: "Told by phone" });
    const { rows } = await found({ directory: "left_out", county: "Alpine" });
    expect(rows.map(({ name }) => name)).toEqual(["left-out"]);
    await db.listing.deleteMany({ where: { county: "Alpine" } });
  });

  test("find the phones with an area code of another state", async () => {
    for (const [name, phone] of Object.entries({ free: "+18885550100", far: "+16465550100", none: null })) {
      await db.listing.update({ where: { id }, data: { phone } });
      expect([name, (await idsOf({ phone: "elsewhere" })).includes(id)]).toEqual([name, name === "far"]);
    }
  });
});

describe("a URL", () => {
  test("that cannot be read is said so by name, and the rest is kept", async () => {
    const wrong = {
      status: "nonsense",
      kind: ["hospital", "residential"],
      sort: "money",
      page: "-3",
      county: "Mordor",
    };
    const { table, leftOut } = await asked({ ...wrong, license: "current", q: "health", done: "saved", other: "x" });
    expect(leftOut.toSorted()).toEqual(["county", "kind", "page", "sort", "status"]);
    expect(table).toEqual({ ...NO_FILTERS, license: "current", q: "health" });
  });

  test("past the last page shows the last", async () => {
    const { pages } = await found({});
    expect(await found({ page: "99999" })).toMatchObject({ page: pages });
  });

  test("that finds nothing is told which filter to take away", async () => {
    const { total, without } = await found({ q: "zzyzx", kind: "hospital", status: "archived" });
    expect([total, without]).toEqual([0, []]);
    const near = await found({ q: "zzyzx", kind: "hospital" });
    const hospitals = (await found({ kind: "hospital" })).total;
    expect(near.without).toEqual([
      { filter: "q", total: hospitals },
      { filter: "kind", total: 1 },
    ]);
  });

  test("has a name for each filter", () => {
    const every = Object.fromEntries(LISTING_FILTERS.map((name) => [name, "x"]));
    expect(setFilters(every as never)).toEqual([...LISTING_FILTERS]);
  });
});
