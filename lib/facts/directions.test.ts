import fc from "fast-check";
import { expect, test } from "vitest";
import { directionsUrl } from "./directions";

const place = {
  street: "5190 Atlantic Avenue",
  city: "Long Beach",
  state: "CA",
  zip: "90805",
  presence: "open",
} as const;

test("the way leads to the postal address", () => {
  expect(directionsUrl(place)).toBe(
    "https://www.openstreetmap.org/directions?to=5190+Atlantic+Avenue%2C+Long+Beach%2C+CA+90805",
  );
});

test("nothing but street, city, state and ZIP code is told, whatever else is known of the place", () => {
  const known = { ...place, name: "A Clinic", unit: "Methadone", street2: "Suite 9", phone: "+15625550100", slug: "a" };
  expect(directionsUrl(known)).toBe(directionsUrl(place));
});

test("no way leads to a confidential site, or to one that people can no longer go to", () => {
  expect(directionsUrl({ ...place, street: "" })).toBeNull();
  expect(directionsUrl({ ...place, presence: "closed" })).toBeNull();
  expect(directionsUrl({ ...place, presence: "gone" })).toBeNull();
});

test("whatever is in an address stays in the one parameter", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (street) => {
      const url = new URL(directionsUrl({ ...place, street }) ?? "");
      expect([url.host, url.pathname, [...url.searchParams.keys()], url.hash]).toEqual([
        "www.openstreetmap.org",
        "/directions",
        ["to"],
        "",
      ]);
    }),
  );
});
