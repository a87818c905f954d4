import { expect, test } from "vitest";
import { houseAddress, isConfidential, isPostOfficeBox, mayBeSameHouse, namesHouse } from "./address";

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
])("%s is not %s", (one, other) => {
  expect(isSame(one, other)).toBe(false);
});

test.each(["- - -", "---", "", "P.O. Box 2743", "Highway 31 South", "9th and Dahlia Street"])(
  "%j has no house number",
  (line) => {
    expect(houseAddress(line)).toBeNull();
  },
);

test("a house is found among a license's additional locations, and only that house", () => {
  const text = "3739, 3745 & 3750 SUITE B SOUTH GRAND AVENUE, 10342 DE SOTO AVE";
  expect(namesHouse(text, { houses: ["3745"], street: "grand" })).toBe(true);
  expect(namesHouse(text, { houses: ["10342"], street: "desoto" })).toBe(true);
  expect(namesHouse(text, { houses: ["374"], street: "grand" })).toBe(false);
  expect(namesHouse(text, { houses: ["3745"], street: "main" })).toBe(false);
  expect(namesHouse(text, { houses: ["3745"], street: "gran" })).toBe(false);
});

test("a confidential site and a post-office box are told from an address", () => {
  expect(["- - -", "---", "1 Elm"].map(isConfidential)).toEqual([true, true, false]);
  const boxes = ["P.O. Box 2743", "PO Box 1", "Post Office Box 12", "P. O. BOX 7"];
  expect([...boxes, "1 Box Street", "12 Elm Street, P.O. Box 7"].map(isPostOfficeBox)).toEqual([
    ...boxes.map(() => true),
    false,
    false,
  ]);
});
