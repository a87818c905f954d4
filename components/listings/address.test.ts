import { expect, test } from "vitest";
import { placeLine } from "./address";

const place = { street: "", street2: null, city: "Irvine", state: "CA", zip: "92612", phone: "+19493087600" };

test("two confidential sites of one name are told apart by their phones, and others by their addresses", () => {
  expect(placeLine(place)).toBe("Irvine, CA 92612 · 949-308-7600");
  expect(placeLine({ ...place, phone: "+19498771821" })).not.toBe(placeLine(place));
  expect(placeLine({ ...place, phone: null })).toBe("Irvine, CA 92612");
  expect(placeLine({ ...place, street: "1 Elm Street", street2: "Suite 2" })).toBe(
    "1 Elm Street, Suite 2, Irvine, CA 92612",
  );
});
