import { expect, test } from "vitest";
import type { ListedLicense } from "@/lib/matches/matching";
import { planListings, restatedRow, statedListings } from "./plan";
import type { StatedListing, StoredListing } from "./types";

const LIST = { id: "list-1", asOf: new Date("2026-08-21") };

const license = (number: string, given: Partial<ListedLicense> = {}): ListedLicense => ({
  id: `id-${number}`,
  number,
  facilityName: "WILLOW BEND RETREAT, LLC",
  legalEntity: null,
  phone: "+12135550190",
  street: "100 N. MAIN STREET",
  street2: "SUITE 2",
  city: "LOS ANGELES",
  zip: "90012",
  county: "Los Angeles",
  additionalLocations: "",
  isCurrent: true,
  isLicensed: true,
  isCertified: false,
  offersDetox: false,
  settingCode: "NON",
  latitude: null,
  longitude: null,
  sourceEdition: LIST,
  ...given,
});
const listingsOf = (...licenses: ListedLicense[]) => statedListings(licenses);
const onlyOf = (...licenses: ListedLicense[]): StatedListing => {
  const [only, ...others] = listingsOf(...licenses);
  expect(others).toEqual([]);
  return only!;
};
const stored = (id: string, { numbers: [number], columns, sheet }: StatedListing): StoredListing => {
  return { id, slug: id, knownByLicense: number, status: "published", staffFields: [], columns, sheet };
};

test("a listing has the name and the address of its first license, as people write them", () => {
  expect(onlyOf(license("190001AN")).columns).toMatchObject({
    name: "Willow Bend Retreat, LLC",
    street: "100 N. Main Street",
    street2: "Suite 2",
    city: "Los Angeles",
    state: "CA",
    zip: "90012",
    phone: "+12135550190",
  });
});

test.each([
  [["NON"], "outpatient"],
  [["RES"], "residential"],
  [["DSS"], "residential"],
  [["DPH"], "residential"],
  [["NON", "RES"], "residential"],
] as const)("licenses of the classes %s make it %s", (classes, kind) => {
  const licenses = classes.map((settingCode, index) => license(`19000${index}AN`, { settingCode }));
  expect(onlyOf(...licenses).kind).toBe(kind);
});

test("it answers detox as its licenses do, on the day of the newest list, and nothing else", () => {
  const newer = { id: "list-2", asOf: new Date("2026-09-21") };
  expect(onlyOf(license("1")).sheet).toEqual({ sourceEditionId: "list-1", asOf: LIST.asOf, yes: [], no: ["DT"] });
  const both = onlyOf(license("1", { offersDetox: true }), license("2", { sourceEdition: newer }));
  expect(both.sheet).toEqual({ sourceEditionId: "list-2", asOf: newer.asOf, yes: ["DT"], no: [] });
});

test("it is known again by any of its licenses, and by name and address when all have other numbers", () => {
  const before = stored("willow", onlyOf(license("190002AN")));
  for (const [what, now] of [
    ["one more license", onlyOf(license("190001AN"), license("190002AN"))],
    ["a new number", onlyOf(license("200001AN"))],
    ["a new name", onlyOf(license("190002AN", { facilityName: "OAK HOUSE" }))],
  ] as const)
    expect([what, planListings([now], [before])]).toEqual([
      what,
      { create: [], keep: [{ stored: before, stated: now }], withdraw: [] },
    ]);
  const other = onlyOf(license("200001AN", { facilityName: "OAK HOUSE" }));
  expect(planListings([other], [before])).toEqual({ create: [other], keep: [], withdraw: [before] });
});

test("what staff set stays; an archived one returns, unless staff archived it", () => {
  const stated = onlyOf(license("1"));
  const before = stored("willow", stated);
  expect(restatedRow(before, stated)).toBeNull();
  const named = { ...before, staffFields: ["name"], columns: { ...before.columns, name: "Willow Bend" } };
  expect(restatedRow(named, stated)).toBeNull();
  expect(restatedRow({ ...before, status: "archived" }, stated)).toMatchObject({ status: "published" });
  expect(restatedRow({ ...before, status: "archived", staffFields: ["status"] }, stated)).toBeNull();
  expect(restatedRow({ ...before, knownByLicense: "2" }, stated)).toMatchObject({ knownByLicense: "1" });
});
