import { expect, test } from "vitest";
import { streetCalled, streetOfKind } from "./street-names";

test.each([
  ["Vermont Ave", "':svermont' & (':sav' | ':save' | ':savenue' | ':savenida')"],
  ["on N. Vermont avenue", "':svermont' & (':sav' | ':save' | ':savenue' | ':savenida')"],
  ["santa monica bl", "(':ssanta' & ':smonica' | ':ssantamonica') & (':sbl' | ':sblvd' | ':sboulevard' | ':sbulevar')"],
  [
    "santa monica boulev",
    "(':ssanta' & ':smonica' | ':ssantamonica') & (':sbl' | ':sblvd' | ':sboulevard' | ':sbulevar')",
  ],
  ["5th St., Los Angeles", "':s5th' & (':sst' | ':sstreet' | ':scalle') & 'los':* & 'angeles':*"],
])("%s is a street", (text, condition) => {
  expect(streetOfKind(text)).toBe(condition);
});

test.each(["", "Vermont", "st joseph", "on the street", "avenue", "north street"])(
  "%j names no kind of street",
  (text) => {
    expect(streetOfKind(text)).toBeNull();
  },
);

test("a street may be called by its name alone", () => {
  expect(streetCalled("on Wilshire")).toBe("':swilshire'");
  expect(streetCalled("La Cienega")).toBe("':scienega'");
  for (const text of ["", "on the", "alpha beta gamma delta epsilon things"]) expect(streetCalled(text)).toBeNull();
});
