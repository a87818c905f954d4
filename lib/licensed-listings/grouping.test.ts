import fc from "fast-check";
import { expect, test } from "vitest";
import type { MatchableLicense } from "@/lib/matches/match";
import { groupLicenses } from "./grouping";

const license = (id: string, given: Partial<MatchableLicense> = {}): MatchableLicense => ({
  id,
  facilityName: "WILLOW BEND RETREAT",
  legalEntity: null,
  phone: null,
  street: "100 MAIN ST.",
  city: "LOS ANGELES",
  zip: "90012",
  additionalLocations: "",
  ...given,
});
const groupsOf = (...licenses: MatchableLicense[]) => groupLicenses(licenses).map((group) => group.map(({ id }) => id));

test.each<[why: string, given: Partial<MatchableLicense>]>([
  ["the name", { facilityName: "Willow Bend Retreat, LLC", street: "100 Main Street, Suite 2" }],
  ["the legal entity", { facilityName: "OAK HOUSE", legalEntity: "WILLOW BEND RETREAT INC" }],
])("licenses of one operator at one house are one listing: by %s", (_, given) => {
  expect(groupsOf(license("1"), license("2", given))).toEqual([["1", "2"]]);
});

test("a phone says that two names are one operator at one house, and a third may join them", () => {
  const [one, other] = [license("1", { phone: "+12135550190" }), license("3", { facilityName: "OAK HOUSE" })];
  const between = license("2", { facilityName: "OAK HOUSE", phone: "+12135550190" });
  expect(groupsOf(one, other)).toEqual([["1"], ["3"]]);
  expect(groupsOf(one, other, between)).toEqual([["1", "3", "2"]]);
});

test.each<[what: string, given: Partial<MatchableLicense>]>([
  ["another house", { street: "102 Main Street" }],
  ["another operator", { facilityName: "CEDAR GROVE HOME" }],
  ["another city and ZIP", { city: "GLENDALE", zip: "91201" }],
])("%s is another listing", (_, given) => {
  expect(groupsOf(license("1"), license("2", given))).toEqual([["1"], ["2"]]);
});

test("a line without a house number stands with the same line alone", () => {
  const box = { street: "Star Route" };
  expect(groupsOf(license("1", box), license("2", box), license("3", { street: "Moon Route" }))).toEqual([
    ["1", "2"],
    ["3"],
  ]);
});

test("each license is in one group, and no order of the list makes other groups", () => {
  const streets = ["100 MAIN ST", "100 Main Street #4", "102 MAIN ST", "7 ELM AVE"];
  const names = ["WILLOW BEND RETREAT", "WILLOW BEND RETREAT LLC", "CEDAR GROVE HOME"];
  const licenses = fc
    .array(fc.record({ street: fc.constantFrom(...streets), facilityName: fc.constantFrom(...names) }), {
      maxLength: 9,
    })
    .map((given) => given.map((each, index) => license(String(index), each)));
  const sorted = (groups: string[][]) => groups.map((group) => group.toSorted().join(" ")).toSorted();
  fc.assert(
    fc.property(licenses, (all) => {
      const groups = groupsOf(...all);
      expect(groups.flat().toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      expect(sorted(groupsOf(...all.toReversed()))).toEqual(sorted(groups));
    }),
  );
});
