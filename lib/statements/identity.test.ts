import { expect, test } from "vitest";
import { identityIn, siteKeyOf, type Site } from "@/lib/sources/site-key";
import { identifySites, placeNames } from "./identity";

const harbor: Site = {
  name: "Harbor Clinic",
  unit: "Women",
  street: "100 Main Street",
  street2: null,
  zip: "90012",
  phone: "+12135552368",
  phoneExtension: null,
};
const site = (name: string, change: Partial<Site> = {}, number = "") => ({
  name,
  key: siteKeyOf({ ...harbor, ...change }) + number,
});
type Named = ReturnType<typeof site>;

function identify(rows: Named[], known: Named[]): Record<string, string> {
  const found = identifySites(rows, known);
  return Object.fromEntries(
    rows.flatMap(({ name, key }) => (found.has(key) ? [[name, found.get(key)?.name ?? ""]] : [])),
  );
}

test("the same door, however it is written, is the same listing; so is one with another phone", () => {
  const written = site("new", { name: "HARBOR CLINIC", street: "100 MAIN ST.", zip: "90012" });
  expect(identify([written], [site("old"), site("other", { street: "102 Main Street" })])).toEqual({ new: "old" });
  expect(identify([site("new", { phone: "+12135550100" })], [site("old")])).toEqual({ new: "old" });
});

test.each<[string, Partial<Site>]>([
  ["another operator", { name: "Harbor House" }],
  ["another program", { unit: "Men" }],
  ["no program", { unit: null }],
  ["another unit", { street2: "Suite 2" }],
  ["another house", { street: "102 Main Street" }],
  ["another ZIP", { zip: "90013" }],
  ["no street", { street: "" }],
])("%s is another listing, with the same phone too", (_, change) => {
  expect(identify([site("new", change)], [site("old")])).toEqual({});
});

test("a confidential site is known by its phone", () => {
  const hidden = { street: "" };
  expect(identify([site("new", hidden)], [site("old", hidden)])).toEqual({ new: "old" });
  expect(identify([site("new", { ...hidden, phone: "+12135550100" })], [site("old", hidden)])).toEqual({});
});

test("of several listings of one identity each row is the one with its phone, then with its number", () => {
  const [one, two] = [{ phone: "+12135550101" }, { phone: "+12135550102" }];
  expect(identify([site("b", two), site("a", one)], [site("A", one), site("B", two)])).toEqual({ a: "A", b: "B" });
  expect(identify([site("first"), site("second", {}, "#2")], [site("A"), site("B", {}, "#2")])).toEqual({
    first: "A",
    second: "B",
  });
  // One more program there than before: the one that answers at the known number is the known one.
  expect(identify([site("a", one), site("b", two)], [site("A", one)])).toEqual({ a: "A" });
  // All others are told, so the one that is left has another number now.
  expect(identify([site("a", one), site("c", { phone: "+12135550103" })], [site("A", one), site("B", two)])).toEqual({
    a: "A",
    c: "B",
  });
});

test("of two candidates neither is taken", () => {
  const [one, two, three] = [{ phone: "+12135550101" }, { phone: "+12135550102" }, { phone: "+12135550103" }];
  expect(identify([site("a", one)], [site("B", two), site("C", three)])).toEqual({});
  expect(identify([site("b", two), site("c", three)], [site("A", one)])).toEqual({});
});

test("what staff said is one place is the same listing, also through a third, when it is the only one", () => {
  const [a, b, c] = [site("a"), site("b", { street: "7 Elm Street" }), site("c", { street: "9 Oak Street" })];
  const said = ([one, other]: [Named, Named]): [string, string] => [identityIn(one.key), identityIn(other.key)];
  const same = placeNames([said([a, b]), said([c, b])]);
  const found = (row: Named, ...known: Named[]) => identifySites([row], known, same).get(row.key)?.name;
  expect([found(b, a), found(a, b), found(c, a)]).toEqual(["a", "b", "a"]);
  expect(found(c, a, b)).toBeUndefined();
  expect(found(a, a, b)).toBe("a");
  expect(found(site("d", { street: "1 Fir Street" }), a)).toBeUndefined();
});
