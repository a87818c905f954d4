import { expect, test } from "vitest";
import { comparePrograms, readPrograms, toProgramFile } from "./certified-programs";

const HEADER = "Program Name,Street,City,State,Zip Code,Phone,Certification,First Full Certification Date/CMS Use";
const list = (...rows: string[]) => Buffer.from(`${[HEADER, ...rows].join("\r\n")}\r\n`);

const PROGRAM = {
  name: "A",
  street: "100 Main St",
  city: "LA",
  zip: "90012",
  phone: "+12135552368",
  certification: "",
};
const LISTING = { slug: "a", street: "100 Main Street", zip: "90012", phones: [], isProgram: true };

test("programs of the county are read, in an order of their own", () => {
  const one = '"Harbor, Inc.",1 A St,Los Angeles,CA,90012-1234,(213) 555-2368,Certified,1/2/2003';
  const other = "Elm,2 B St,Pasadena,CA,91101,,Provisional,";
  const far = "Far,3 C St,Oakland,CA,94609,510-555-0100,Certified,";
  const same = "Namesake,4 D St,Los Angeles,TX,90012,,Certified,";
  expect(readPrograms(toProgramFile(list(one, other, far, same)))).toEqual([
    { name: "Elm", street: "2 B St", city: "Pasadena", zip: "91101", phone: null, certification: "Provisional" },
    {
      name: "Harbor, Inc.",
      street: "1 A St",
      city: "Los Angeles",
      zip: "90012",
      phone: "+12135552368",
      certification: "Certified",
    },
  ]);
  expect(toProgramFile(list(other, far, one))).toEqual(toProgramFile(list(one, other)));
});

test.each([
  ["house", { ...LISTING }, { phone: null }],
  ["phone", { ...LISTING, street: "9 Elm Street", phones: ["+12135552368"] }, {}],
])("a listing with that answer at its %s stands for a program", (_, listing, program) => {
  expect(comparePrograms([{ ...PROGRAM, ...program }], [listing])).toEqual({ found: 1, unlisted: [], unnamed: [] });
});

test.each([
  ["the same house number in another ZIP", { ...LISTING, zip: "90013" }],
  ["another house of its street", { ...LISTING, street: "102 Main Street" }],
  ["a confidential site", { ...LISTING, street: "" }],
])("%s is another place", (_, listing) => {
  const found = comparePrograms([{ ...PROGRAM, phone: null }], [listing]);
  expect(found).toMatchObject({ found: 0, unlisted: [{ name: "A", alike: [] }], unnamed: ["a"] });
});

test("a listing there that answers otherwise is named beside the program, and stands for none", () => {
  const found = comparePrograms([PROGRAM], [{ ...LISTING, isProgram: false }]);
  expect(found).toMatchObject({ found: 0, unlisted: [{ alike: ["a"] }], unnamed: [] });
});
