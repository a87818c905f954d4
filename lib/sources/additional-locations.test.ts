import { expect, test } from "vitest";
import { additionalLocations } from "./additional-locations";

/** "3745 grand" for each house, with the ZIP where the text gives one. */
const housesIn = (text: string) =>
  additionalLocations(text).map(({ address: { houses, street }, zip }) =>
    [houses.join("+"), street, ...(zip ? [zip] : [])].join(" "),
  );

test.each([
  ["4445, & 4455 BURNS AVENUE", ["4445 burns", "4455 burns"]],
  ["305 AND 307 S. CENTRAL AVENUE", ["305 central", "307 central"]],
  ["351 EAST 6TH STREET AND 615 ELM AVENUE", ["351 6th", "615 elm"]],
  ["3739, 3745 & 3750 SUITE B SOUTH GRAND AVENUE", ["3739 grand", "3745 grand", "3750 grand"]],
  ["250 W. 1ST ST., SUITE 254", ["250 1th"]],
  ["566 SOUTH SAN PEDRO STREET, 8TH FLOOR", ["566 sanpedro"]],
  ["147 SOUTH RIVER STREET, SUITE 201, 211, 213 & 234", ["147 river"]],
  ["509/519, 559 AND 589 MENDOCINO COURT", ["509 mendocino", "519 mendocino", "559 mendocino", "589 mendocino"]],
  ["17206, 17206.5 SAN FERNANDO MISSION BOULEVARD", ["17206 sanfernandomission", "17206 1/2 sanfernandomission"]],
  ["16322, 16322-1/2AND 16322-7/8 CORNUTA AVENUE", ["16322 cornuta", "16322 1/2 cornuta", "16322 7/8 cornuta"]],
  ["3787-B AND 3789 HOOVER STREET", ["3787b hoover", "3789 hoover"]],
  ["1071 & 1087 N STODDARD STREET & 349 11TH STREET", ["1071 stoddard", "1087 stoddard", "349 11th"]],
  ["1525 BUENA VISTA UNITS, A, B AND C", ["1525 buena"]],
])("%s", (text, houses) => {
  expect(housesIn(text)).toEqual(houses);
});

test("a ZIP belongs to the street before it", () => {
  expect(housesIn("1869 & 1871 9TH STREET& 844, 907 & 909 PICO BLVD., SANTA MONICA, CA 90405")).toEqual([
    "1869 9th",
    "1871 9th",
    "844 pico 90405",
    "907 pico 90405",
    "909 pico 90405",
  ]);
  expect(housesIn("3914 BRAEWOOD CT, TARZANA, CA 91356, 17516 RAYMER ST, SHERWOOD FOREST 91325")).toEqual([
    "3914 braewood 91356",
    "17516 raymer 91325",
  ]);
});

test("numbers of apartments are no houses", () => {
  const text = "3111, AND 3131 EAST 7TH ST. APTS 1, 3, 4; 719 APTS 1-10, 727 & 729 OBISPO AVE; AND 728A FREEMAN AV";
  expect(housesIn(text)).toEqual(["3111 7th", "3131 7th", "719 obispo", "727 obispo", "729 obispo", "728a freeman"]);
});

test("a number of one street is no house of the next", () => {
  expect(housesIn("1869 9TH STREET AND 844 PICO BLVD")).toEqual(["1869 9th", "844 pico"]);
  expect(housesIn("")).toEqual([]);
});
