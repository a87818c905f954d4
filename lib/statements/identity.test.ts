import { expect, test } from "vitest";
import { identifySites, type Identifiable } from "./identity";

const site = (key: string, change: Partial<Identifiable> = {}): Identifiable => ({
  key,
  name: "Harbor Clinic",
  street: "100 Main Street",
  street2: null,
  zip: "90012",
  phone: "+12135552368",
  ...change,
});
const identify = (rows: Identifiable[], known: Identifiable[], edition = {}) =>
  Object.fromEntries([...identifySites(rows, known, edition)].map(([key, { key: other }]) => [key, other]));
const newest = (rows: Identifiable[], known: Identifiable[]) => identify(rows, known, { isNewest: true });

test("the same key is the same site, whatever else changed", () => {
  expect(identify([site("a", { name: "New" })], [site("a", { phone: null }), site("b")])).toEqual({ a: "a" });
});

test("a new name at the address is the same site when the phone or a telling word agrees", () => {
  expect(identify([site("new", { name: "Spurwink" })], [site("old")])).toEqual({ new: "old" });
  expect(identify([site("new", { name: "Harbor Inc", phone: null })], [site("old")])).toEqual({ new: "old" });
  expect(identify([site("new", { name: "Recovery Center", phone: null })], [site("old")])).toEqual({});
});

test("a site that moved or hid its address is known by name, phone and ZIP", () => {
  expect(identify([site("new", { street: "" })], [site("old")])).toEqual({ new: "old" });
  expect(identify([site("new", { street: "", zip: "90013" })], [site("old")])).toEqual({});
});

test("in the newest edition a site that moved to another ZIP is known by name and phone, if it is the only one", () => {
  const moved = site("new", { street: "900 New Boulevard", zip: "90026" });
  const closed = site("closed", { street: "7 Elm Street", zip: "90013" });
  expect(newest([moved], [site("old")])).toEqual({ new: "old" });
  expect(identify([moved], [site("old")])).toEqual({});
  expect(newest([{ ...moved, name: "Other Clinic" }], [site("old")])).toEqual({});
  expect(newest([{ ...moved, phone: null }], [site("old", { phone: null })])).toEqual({});
  expect(newest([site("stays"), moved], [site("stays"), closed])).toEqual({ stays: "stays" });
});

test("in the newest edition a unit that is written otherwise is the same door", () => {
  const written = site("new", { street: "100 N. Main St. #100", name: "Harbor Inc" });
  expect(newest([written], [site("old", { street2: "Suite 100" })])).toEqual({ new: "old" });
  expect(newest([{ ...written, phone: null }], [site("old", { street2: "Suite 2" })])).toEqual({});
});

test("of two candidates neither is taken", () => {
  const renamed = { name: "Harbor Clinics" };
  expect(identify([site("new", renamed)], [site("old"), site("older")])).toEqual({});
  expect(identify([site("new", renamed), site("newer", renamed)], [site("old")])).toEqual({});
});
