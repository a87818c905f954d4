import { describe, expect, test } from "vitest";
import { isWorthAsking, pairsToAsk, signsOf, type Comparable } from "./evidence";

const harbor: Comparable = {
  name: "Harbor Clinic",
  unit: "Women",
  street: "100 Main Street",
  street2: null,
  zip: "90012",
  phone: "+12135552368",
  intakePhones: [],
};
const elsewhere = { street: "7 Elm Avenue", zip: "90026" };
const otherPhone = { phone: "+12135550100" };
const otherName = { name: "Sunrise House", unit: null };
const asked = (change: Partial<Comparable>) => {
  const other = { ...harbor, ...change };
  const signs = signsOf(harbor, other);
  return [signs, isWorthAsking(harbor, other, signs)];
};

test.each<[string, Partial<Comparable>, string]>([
  ["moved with its phone", elsewhere, "phone name program"],
  ["moved within its ZIP, with another phone", { street: "7 Elm Avenue", ...otherPhone }, "name program zip"],
  ["hid its address", { street: "" }, "phone name program zip"],
  ["renamed its program", { unit: "Men" }, "phone name door zip"],
  ["took another suite", { street2: "Suite 2" }, "phone name house program zip"],
  ["got another name with a word in common", { name: "Harbor House", ...otherPhone }, "door program words zip"],
  ["got another name, at its door with its phone", otherName, "phone door zip"],
  [
    "answers at what was its intake line",
    { ...elsewhere, ...otherPhone, intakePhones: ["+12135552368"] },
    "phone name program",
  ],
])("what %s is worth asking about", (_, change, signs) => {
  expect(asked(change)).toEqual([signs.split(" "), true]);
});

test.each<[string, Partial<Comparable>]>([
  ["only the phone is the same, as of an operator's line", { ...elsewhere, ...otherName }],
  ["only the house is the same, as of tenants", { ...otherName, ...otherPhone, street2: "Suite 2" }],
  ["only the name is the same, as of branches", { ...elsewhere, ...otherPhone }],
  ["another program of the operator is in the same ZIP", { street: "7 Elm Avenue", unit: "Men", ...otherPhone }],
])("nobody is asked when %s", (_, change) => {
  expect(asked(change)[1]).toBe(false);
});

describe("of an operator with several sites behind one phone", () => {
  const clear = { ...harbor, name: "Clear Inc", unit: null };
  const formers = [clear, { ...clear, ...elsewhere }];
  const laters = formers.map((each) => ({ ...each, name: "Clear Health" }));
  const pairs = (mayAsk: (former: Comparable, later: Comparable) => boolean = () => true) =>
    pairsToAsk(formers, laters, mayAsk).map(({ former, later }) => [former.street, later.street]);

  test("only the pairs are asked about that are the best on both sides", () => {
    expect(pairs()).toEqual([
      ["100 Main Street", "100 Main Street"],
      ["7 Elm Avenue", "7 Elm Avenue"],
    ]);
  });

  test("what is decided makes room for the next", () => {
    const isDecided = (former: Comparable, later: Comparable) => former.street === later.street;
    expect(pairs((former, later) => !isDecided(former, later))).toEqual([
      ["100 Main Street", "7 Elm Avenue"],
      ["7 Elm Avenue", "100 Main Street"],
    ]);
  });
});
