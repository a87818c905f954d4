import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveFacts } from "@/lib/facts/facts";
import { NEEDS, type Need } from "./needs";
import { fitOf, orderByFit, type Candidate } from "./suggestions";

const middle = { latitude: 34, longitude: -118 };
/** So many miles north of it. */
const north = (miles: number) => ({ latitude: 34 + miles / 69.1, longitude: -118 });

function place(slug: string, yes: string[], no: string[], rest: Partial<Candidate> = {}): Candidate {
  const source = { source: "samhsa", asOf: "2024-01-01", asOfPrecision: "year" } as const;
  return {
    name: slug,
    slug,
    facts: resolveFacts([{ ...source, yes, no, unknown: [] }]),
    position: middle,
    order: null,
    ...rest,
  };
}

const slugs = (places: Candidate[], needs: Need[], near: typeof middle | null = middle) =>
  orderByFit(places, needs, near).map(({ place: { slug } }) => slug);

describe("how a place fits", () => {
  test("each need has its own answer with source and year; nothing said is no no", () => {
    const fit = fitOf(place("a", ["MD"], ["SP"]), ["payment:medi-cal", "language:spanish", "level:detox"], middle);
    expect(fit.answers.map(({ fact: { value, source, asOf } }) => [value, source, asOf])).toEqual([
      ["yes", "samhsa", "2024-01-01"],
      ["no", "samhsa", "2024-01-01"],
      ["unknown", null, null],
    ]);
    expect(fit).toMatchObject({ refused: 1, unsaid: 1, miles: 0 });
  });

  test("several needs of a group mean any of them, and one that was not said may still be a yes", () => {
    const either: Need[] = ["medication:methadone", "medication:buprenorphine"];
    expect(fitOf(place("a", ["BU"], ["MU", "MM"]), either, null)).toMatchObject({ refused: 0, unsaid: 0 });
    expect(fitOf(place("a", [], ["MU", "MM"]), either, null)).toMatchObject({ refused: 0, unsaid: 1 });
    expect(fitOf(place("a", [], ["MU", "MM", "BU", "BUM", "UB"]), either, null)).toMatchObject({ refused: 1 });
  });
});

describe("which come first", () => {
  test("those that said yes to more, however far or low; then the nearer by ten miles; then the better ranked", () => {
    const said = place("said", ["MD"], [], { position: north(40), order: 90 });
    const near = place("near", [], [], { position: north(3), order: 50 });
    const nearBetter = place("near-better", [], [], { position: north(8), order: 2 });
    const farther = place("farther", [], [], { position: north(14), order: 1 });
    const nowhere = place("nowhere", [], [], { position: null, order: 1 });
    expect(slugs([nowhere, farther, near, nearBetter, said], ["payment:medi-cal"])).toEqual([
      "said",
      "near-better",
      "near",
      "farther",
      "nowhere",
    ]);
  });

  test("one that says no comes after all that do not, and no place is lost or doubled", () => {
    const places = fc.uniqueArray(
      fc.record({ slug: fc.stringMatching(/^[a-z]{1,6}$/), yes: fc.boolean(), said: fc.boolean(), order: fc.nat(9) }),
      { selector: ({ slug }) => slug },
    );
    fc.assert(
      fc.property(places, fc.subarray([...NEEDS]), (made, others) => {
        const needs: Need[] = [...new Set<Need>(["payment:medi-cal", ...others])];
        const candidates = made.map(({ slug, yes, said, order }) =>
          place(slug, said && yes ? ["MD"] : [], said && !yes ? ["MD"] : [], { order }),
        );
        const ordered = orderByFit(candidates, needs, null);
        expect(ordered.map(({ place: { slug } }) => slug).toSorted()).toEqual(made.map(({ slug }) => slug).toSorted());
        const refusals = ordered.map(({ fit }) => fit.refused);
        expect(refusals).toEqual(refusals.toSorted((a, b) => a - b));
      }),
    );
  });
});
