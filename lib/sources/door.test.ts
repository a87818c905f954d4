import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doorOf } from "./door";

const door = (street: string, street2: string | null = null) => JSON.stringify(doorOf(street, street2));

test.each<[string, string?]>([
  ["420 N. James Rd. #100"],
  ["420 North James Road, Ste. 100"],
  ["420 N James Rd Suite 100"],
  ["420 north james rd, unit 100"],
  ["420 NORTH JAMES ROAD", "STE 100"],
  ["420 North James Road", "100"],
  ["420 N.James Rd.", "Suite #100"],
  ["420 Nórth James Road,Suite100"],
  ["420  North  James  Road", "apt. 100"],
])("%j, %j is Suite 100 of 420 North James Road", (street, below) => {
  expect(door(street, below)).toBe(door("420 North James Road", "Suite 100"));
});

test.each([
  ["12 Fifth Street", "12 5th St."],
  ["12 Twenty-First Avenue", "12 21ST AVE"],
  ["12 Thirtieth Street", "12 30th St"],
  ["One Elizabeth Place", "1 Elizabeth Pl"],
  ["10342 De Soto Avenue", "10342 DeSoto Ave"],
  ["520 North La Brea Avenue", "520 N Labrea Ave."],
  ["12 Saint Johns Avenue", "12 St. John's Ave"],
  ["9 Mount Vernon Drive", "9 Mt. Vernon Dr"],
  ["44459 10th Street West", "44459 Tenth St. W."],
  ["100 North East 5th Street", "100 NE Fifth St"],
  ["100 Highway 65 North", "100 Hwy 65 N"],
  ["1100 U.S. Highway 127 South", "1100 US Hwy 127 S"],
  ["5 Avenue J", "5 Ave. J"],
  ["4439, 4445 and 4455 Burns Avenue", "4439, 4445 & 4455 Burns Ave"],
  ["4439/4445 Burns Avenue", "4445 and 4439 Burns Ave."],
  ["2116-2118 South Central Avenue", "2116 – 2118 S. Central Ave"],
  ["3137-39 East 7th Street", "3137-3139 E 7th St"],
  ["1501 1/2 18th Street", "1501½ Eighteenth St"],
  ["400-A Franklin Street", "400A Franklin St"],
  ["154 A Capp Street", "154-A Capp St"],
  ["6428 B Meadows Court", "6428 - B MEADOWS CT"],
  ["6439 (B) Sycamore Meadows Drive", "6439 B SYCAMORE MEADOWS DR."],
  ["P.O. Box 91", "PO Box 91"],
  ["P. O. Box 91", "Post Office Box #91"],
  ["12 Sault Ste. Marie Road", "12 Sault Sainte Marie Rd"],
  ["12 Calle Peña", "12 CALLE PENA"],
])("%s is %s", (one, other) => {
  expect(door(one)).toBe(door(other));
});

test.each([
  ["Suites A and B", "Suite A & B"],
  ["Suite 1-A", "STE 1A"],
  ["Suite A-101", "#A101"],
  ["2nd Floor", "Floor 2"],
  ["Second Floor", "Fl. 2"],
  ["1st and 2nd Floors", "Floors 1, 2"],
  ["Building 4, Suite 2", "Ste. 2, Bldg. #4"],
  ["P.O. Box 1000", "PO Box 1000"],
])("the unit %s is %s, on the line below or behind a comma", (one, other) => {
  expect(door("1 Elm Street", one)).toBe(door("1 Elm St", other));
  expect(door("1 Elm Street", one)).toBe(door(`1 Elm St., ${other}`));
});

test.each([
  [["420 North James Road"], ["420 South James Road"]],
  [["420 North James Road"], ["420 James Road"]],
  [["12 5th Street"], ["12 5th Avenue"]],
  [["12 5th Street"], ["12 Fifteenth Street"]],
  [["5 Avenue D"], ["5 Avenue E"]],
  [["12 E Street"], ["12 East Street"]],
  [["12 East 3rd Street"], ["12 3rd Street East"]],
  [["107-20 Northern Boulevard"], ["107-06 Northern Boulevard"]],
  [["107-20 Northern Boulevard"], ["107 Northern Boulevard"]],
  [["1501 1/2 18th Street"], ["1501 18th Street"]],
  [["100A Street"], ["100 A Street"]],
  [["154 E Capp Street"], ["154-E Capp Street"]],
  [["12 Route 1 26"], ["12 Route 126"]],
  [["Carretera 2 Km 2.3"], ["Carretera 2 Km 23"]],
  [["P.O. Box 91"], ["P.O. Box 19"]],
  [["12 Oak Park Way"], ["12 Oak Parkway"]],
  [["Consolidated Mall"], ["Consolidated Plaza"]],
  [
    ["1 Elm Street", "Suite 2"],
    ["1 Elm Street", "Building 2"],
  ],
  [
    ["1 Elm Street", "Building A, Suite B"],
    ["1 Elm Street", "Building B, Suite A"],
  ],
  [
    ["1 Elm Street", "Suite 2"],
    ["1 Elm Street", "2nd Floor"],
  ],
  [
    ["1 Elm Street", "Suite 1-A"],
    ["1 Elm Street", "Suites 1 and A"],
  ],
  [["1 Elm Street"], ["1 Elm Street", "Suite 1"]],
] as [[string, string?], [string, string?]][])("%j is not %j", ([one, oneBelow], [other, otherBelow]) => {
  expect(door(one, oneBelow ?? null)).not.toBe(door(other, otherBelow ?? null));
});

test("a confidential site has no door", () => {
  expect(doorOf("- - -", null)).toEqual({ line: "", unit: "" });
  expect(doorOf("", null)).toEqual({ line: "", unit: "" });
});

/** A door by its parts, and the ways people write each of them. */
interface Parts {
  house: string;
  before: string;
  name: string;
  type: string;
  after: string;
  unit: string;
}

const spellings: Record<string, string[]> = {
  "": [""],
  north: ["North", "N", "N.", "NORTH"],
  south: ["South", "S.", "s"],
  west: ["West", "W", "W."],
  street: ["Street", "St", "St.", "STREET"],
  avenue: ["Avenue", "Ave", "Ave.", "Av"],
  boulevard: ["Boulevard", "Blvd.", "BLVD", "Bl"],
  road: ["Road", "Rd", "rd."],
  fifth: ["Fifth", "5th", "FIFTH", "5TH"],
  "twenty third": ["Twenty-Third", "23rd", "twenty third"],
  "la brea": ["La Brea", "Labrea", "LA BREA", "LaBrea"],
  "de soto": ["De Soto", "DeSoto", "Desoto"],
  "saint marys": ["Saint Marys", "St. Mary's", "ST MARYS"],
  "mount vernon": ["Mount Vernon", "Mt. Vernon", "MT VERNON"],
  arroyo: ["Arroyo", "ARROYO", "Arróyo"],
  "suite 100": ["Suite 100", "Ste. 100", "#100", "Unit 100", "STE 100", "apt 100"],
  "suite 101": ["Suite 101", "# 101", "Suite101"],
  "building 100": ["Building 100", "Bldg. 100", "Bldg #100"],
  "floor 3": ["3rd Floor", "Floor 3", "Third Floor", "3rd Fl."],
  "suites a b": ["Suites A and B", "Suite A & B", "Ste A, B"],
  "12": ["12"],
  "120": ["120"],
  "12a": ["12-A", "12A", "12 -A".replace(" ", "")],
  "12 to 14": ["12-14", "12 - 14", "12–14"],
  "12 14": ["12 and 14", "12, 14", "12 & 14", "14/12"],
  "1501 half": ["1501 1/2", "1501½"],
};
const oneOf = (...keys: string[]) => fc.constantFrom(...keys);
const parts: fc.Arbitrary<Parts> = fc.record({
  house: oneOf("12", "120", "12a", "12 to 14", "12 14", "1501 half"),
  before: oneOf("", "north", "south"),
  name: oneOf("fifth", "twenty third", "la brea", "de soto", "saint marys", "mount vernon", "arroyo"),
  type: oneOf("street", "avenue", "boulevard", "road"),
  after: oneOf("", "west", "north"),
  unit: oneOf("", "suite 100", "suite 101", "building 100", "floor 3", "suites a b"),
});
const written = ({ house, before, name, type, after, unit }: Parts) =>
  fc
    .tuple(
      fc.tuple(...[house, before, name, type, after].map((part) => fc.constantFrom(...(spellings[part] ?? [part])))),
      fc.constantFrom(...(spellings[unit] ?? [unit])),
      fc.constantFrom(", ", " ", "below"),
      fc.constantFrom(" ", "  "),
    )
    .map(([words, unitWords, where, blank]): [string, string | null] => {
      const line = words.filter((word) => word !== "").join(blank);
      if (unitWords === "") return [line, null];
      return where === "below" ? [line, unitWords] : [`${line}${where}${unitWords}`, null];
    });

describe("whatever a door is", () => {
  test("each way to write it is that door", () => {
    fc.assert(
      fc.property(
        parts.chain((one) => fc.tuple(written(one), written(one))),
        ([[street, below], [other, otherBelow]]) => {
          expect(door(street, below)).toBe(door(other, otherBelow));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("another house, direction, name, type or unit is another door, however it is written", () => {
    fc.assert(
      fc.property(
        fc
          .tuple(parts, parts)
          .filter(([one, other]) => JSON.stringify(one) !== JSON.stringify(other))
          .chain(([one, other]) => fc.tuple(written(one), written(other))),
        ([[street, below], [other, otherBelow]]) => {
          expect(door(street, below)).not.toBe(door(other, otherBelow));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("one part changed is enough", () => {
    const part = fc.constantFrom<keyof Parts>("house", "before", "name", "type", "after", "unit");
    fc.assert(
      fc.property(
        fc
          .tuple(parts, parts, part)
          .filter(([one, other, which]) => one[which] !== other[which])
          .chain(([one, other, which]) => fc.tuple(written(one), written({ ...one, [which]: other[which] }))),
        ([[street, below], [other, otherBelow]]) => {
          expect(door(street, below)).not.toBe(door(other, otherBelow));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("any two house numbers, and any two unit numbers, are two", () => {
    const number = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(
        fc.tuple(number, number).filter(([a, b]) => a !== b),
        ([a, b]) => {
          expect(door(`${a} Elm Street`)).not.toBe(door(`${b} Elm Street`));
          expect(door("1 Elm Street", `Suite ${a}`)).not.toBe(door("1 Elm Street", `#${b}`));
        },
      ),
    );
  });
});
