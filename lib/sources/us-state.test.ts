import { expect, test } from "vitest";
import { readState } from "./us-state";

test("a state is read by its letters and its name, in any case", () => {
  expect(["CA", "ca", "California", " NEW YORK ", "dc", "Puerto Rico"].map(readState)).toEqual(
    ["CA", "CA", "CA", "NY", "DC", "PR"], // in that order
  );
});

test.each(["", "Calif.", "C.A.", "XX", "CAL", "United States"])("%j is no state", (text) => {
  expect(readState(text)).toBeNull();
});
