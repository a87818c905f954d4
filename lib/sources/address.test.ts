import { expect, test } from "vitest";
import { houseAddress, isConfidential, mayBeASlip, mayBeSameHouse } from "./address";

function isSame(one: string, other: string): boolean {
  const [a, b] = [houseAddress(one), houseAddress(other)];
  return a !== null && b !== null && mayBeSameHouse(a, b) && mayBeSameHouse(b, a);
}

test.each([
  ["8019 South Compton Avenue", "8019 COMPTON AVENUE"],
  ["520 North La Brea Avenue", "520 NORTH LA BREA"],
  ["44459 10th Street West", "44459 NORTH 10TH STREET WEST"],
  ["18123 Prairie Avenue", "18123 PRAIRIE AVE."],
  ["2116-2118 South Central Avenue", "2116 S. CENTRAL AVENUE"],
  ["133 North Altadena Drive Suite 401", "133 NORTH ALTADENA"],
  ["12304 Santa Monica Blvd #104", "12304 SANTA MONICA BOULEVARD"],
  ["4439, 4445 and 4455 Burns Avenue", "4445 BURNS AVENUE"],
  ["10342 De Soto Avenue", "10342 DESOTO AVENUE"],
  ["510 South 2nd Avenue", "510 SOUTH SECOND AVENUE, SUITE 6 & 7"],
  ["2209 North First Street", "2201-2217 N. FIRST ST."],
  ["8919 and 8921 California Avenue", "8919/8921 CALIFORNIA AVENUE"],
  ["3239 West Avenue K-1", "3239 W AVENUE K1"],
  ["728 1/2 Freeman Avenue", "728-1/2 FREEMAN AVE"],
  ["6428 B Meadows Court", "6428 - B MEADOWS COURT"],
  ["12 Saint Andrews Place", "12 ST. ANDREWS PL"],
  ["900 Mount Vernon Avenue", "900 MT VERNON AVE"],
  ["P.O. Box 2743", "PO BOX 2743"],
])("%s may be %s", (federal, state) => {
  expect(isSame(federal, state)).toBe(true);
});

test.each([
  ["100 Main Street", "102 Main Street"],
  ["100 1st Street", "100 2nd Street"],
  ["100 North James Road", "100 SOUTH JAMES ROAD"],
  ["100 5th Street", "100 5TH AVENUE"],
  ["44459 10th Street West", "44459 10TH STREET EAST"],
  ["2116-2118 South Central Avenue", "2117 S. CENTRAL AVENUE"],
  ["2201-2217 North First Street", "2210 NORTH FIRST STREET"],
  ["107-20 Northern Boulevard", "107 NORTHERN BOULEVARD"],
  ["728 Freeman Avenue", "728 1/2 FREEMAN AVENUE"],
  ["6428 Meadows Court", "6428 B MEADOWS COURT"],
  ["3239 West Avenue K", "3239 W AVENUE K1"],
  ["P.O. Box 2743", "P.O. Box 2744"],
])("%s is not %s", (one, other) => {
  expect(isSame(one, other)).toBe(false);
});

test.each(["- - -", "---", "", "Highway 31 South", "9th and Dahlia Street"])("%j has no house number", (line) => {
  expect(houseAddress(line)).toBeNull();
});

test.each([
  ["11501 Dolan Street", "11501 DOLAN AVENUE", true],
  ["18123 Prairie Avenue", "18123 PRAIRE AVE.", true],
  ["18123 Prairie Avenue", "18125 PRAIRE AVE.", false],
  ["100 5th Street", "100 5TH AVENUE", false],
  ["100 North James Road", "100 SOUTH JAMES ROAD", false],
  ["100 Prairie Street", "100 PRAIRE AVE.", false],
  ["100 Elm Street", "100 OLM STREET", false],
])("%s for %s may be a slip: %s", (one, other, isSlip) => {
  expect(mayBeASlip(houseAddress(one)!, houseAddress(other)!)).toBe(isSlip);
});

test("a confidential site is told from an address", () => {
  expect(["- - -", "---", "1 Elm"].map(isConfidential)).toEqual([true, true, false]);
});
