import fc from "fast-check";
import { expect, test } from "vitest";
import { FILTER_GROUPS, optionsOf } from "@/lib/facts/filter-options";
import { answersTo, tellingAnswers } from "./answered";
import { optionKey } from "./entry";
import { NO_FILTERS, type ListingFilters } from "./filters";

const told = (asked: Partial<ListingFilters>, yes: string[], unknown: string[] = []) =>
  tellingAnswers(answersTo({ ...NO_FILTERS, ...asked }, { yes, unknown })).map(
    ({ option, value }) => `${option} ${value}`,
  );

test("a place says yes, no, or nothing to each option that was asked for", () => {
  const asked = { language: ["spanish"], payment: ["medi-cal"], kind: ["hospital"] } as const;
  expect(told(asked, ["language:spanish"], ["payment:medi-cal"])).toEqual([
    "medi-cal unknown",
    "spanish yes",
    "hospital no",
  ]);
});

test("of several options of a group a no is told only where none is granted", () => {
  const asked = { medication: ["methadone", "buprenorphine", "naltrexone"] } as const;
  expect(told(asked, ["medication:methadone"], ["medication:naltrexone"])).toEqual([
    "methadone yes",
    "naltrexone unknown",
  ]);
  expect(told(asked, [], ["medication:naltrexone"])).toEqual([
    "methadone no",
    "buprenorphine no",
    "naltrexone unknown",
  ]);
});

test("every group that was asked for is told of, and nothing that is unknown is left out", () => {
  const keys = FILTER_GROUPS.flatMap((group) => optionsOf(group).map((option) => optionKey(group, option)));
  const some = fc.subarray(keys);
  fc.assert(
    fc.property(some, some, some, (chosen, yes, silent) => {
      const unknown = silent.filter((key) => !yes.includes(key));
      const groups = FILTER_GROUPS.map((group) => [
        group,
        optionsOf(group).filter((option) => chosen.includes(optionKey(group, option))),
      ]);
      const answers = tellingAnswers(answersTo({ ...NO_FILTERS, ...Object.fromEntries(groups) }, { yes, unknown }));
      expect(new Set(answers.map(({ group }) => group))).toEqual(
        new Set(groups.filter(([, options]) => options!.length > 0).map(([group]) => group)),
      );
      const left = answers
        .filter(({ value }) => value === "unknown")
        .map(({ group, option }) => optionKey(group, option));
      expect(left.toSorted()).toEqual(chosen.filter((key) => unknown.includes(key)).toSorted());
    }),
  );
});
