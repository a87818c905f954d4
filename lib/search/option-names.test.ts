import { expect, test } from "vitest";
import { FILTER_GROUPS, optionsOf } from "@/lib/facts/filter-options";
import { namesOf, optionCalled } from "./option-names";

const named = FILTER_GROUPS.flatMap((group) =>
  optionsOf(group).flatMap((option) => namesOf(group, option).map((name) => ({ group, option, name }))),
);

test("every name of an option is read as it; of two with one name, the first of the form has it", () => {
  const firsts = named.filter(({ name }, at) => named.findIndex((each) => each.name === name) === at);
  for (const { group, option, name } of firsts) expect([name, optionCalled(name)]).toEqual([name, { group, option }]);
  expect(firsts.length).toBeGreaterThan(100);
  // A level of care and a kind of place may share a name.
  expect(named.filter((each) => !firsts.includes(each)).every(({ group }) => group === "kind")).toBe(true);
});

test("capitals, accents and signs make no difference, and what is no name is no option", () => {
  expect(optionCalled("ESPANOL")).toEqual({ group: "language", option: "spanish" });
  expect(optionCalled("Medi-Cal!")).toEqual({ group: "payment", option: "medi-cal" });
  expect(optionCalled("Tarzana")).toBeNull();
});
