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
const identify = (rows: Identifiable[], known: Identifiable[]) =>
  Object.fromEntries([...identifySites(rows, known)].map(([key, { key: other }]) => [key, other]));

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

test("of two candidates neither is taken", () => {
  const renamed = { name: "Harbor Clinics" };
  expect(identify([site("new", renamed)], [site("old"), site("older")])).toEqual({});
  expect(identify([site("new", renamed), site("newer", renamed)], [site("old")])).toEqual({});
});
