import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { computeEdition } from "./ranking-edition";
import { countMoves, movesBetween, type FrozenEdition } from "./moves";
import type { RankingInput, RankingMethod } from "./schema";
import { roundScore } from "./score";

const MODEST = "BUM BU ACC CMHA DAUT JC WN CBT ORT SHG GCO CM MD PA SP".split(" ");
const RICH = [...MODEST, ..."NU MM NOE MHPA HCT CO TRC CMI MOTI OIT DP PEER FCO CCC TA".split(" ")];

const license = (current = true): RankingInput["licenses"][number] => {
  const asOf = current ? "2026-08-21" : "2026-11-20";
  return { number: "19A", class: "NON", expiresOn: "2026-10-31", current, asOf, asOfPrecision: "day" };
};

function listing(slug: string, yes: string[], changes: Partial<RankingInput> = {}): RankingInput {
  const survey = { source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", yes, no: [], unknown: [] } as const;
  const sheets = [{ ...survey, no: [], unknown: [] }];
  const place = { operator: null, phone: null, position: null, leftOutOf: null } as const;
  const facts = { ...place, closed: null, exemption: null, licenses: [license()], sheets };
  return { slug, name: slug, unit: null, kind: "outpatient", ...facts, ...changes };
}

/** An edition as the database would have frozen it; ids are slugs. */
function edition(listings: RankingInput[], method: RankingMethod = METHOD_V1): FrozenEdition {
  const { prior, entries, exclusions } = computeEdition(method, { stateListAsOf: "2026-08-21", listings });
  const ranked = entries.flatMap(({ members, criteria, rank, score }) => {
    const program = { criteria, members: members.map(({ input }) => input.slug) };
    const result = { isRanked: true as const, rank, score };
    return members.map(({ input }) => ({ ...program, id: input.slug, input, result }));
  });
  const others = exclusions.map(({ input, criteria, reason, detail }) => {
    const result = { isRanked: false as const, reason, detail };
    return { id: input.slug, input, criteria, members: [input.slug], result };
  });
  return { method, prior, places: [...ranked, ...others] };
}

/** The same with the place given, on this rank and score. */
function standing(place: RankingInput, rank: number, score: number): FrozenEdition {
  const frozen = edition([place]);
  return { ...frozen, places: frozen.places.map((each) => ({ ...each, result: { isRanked: true, rank, score } })) };
}

const moves = (before: RankingInput[], after: RankingInput[], earlier: string[] = []) =>
  movesBetween(edition(before), edition(after), new Set(earlier));

describe("a place", () => {
  test("that now answers yes moved up because of that answer, with its source and date", () => {
    const check = {
      source: "staff",
      asOf: "2026-05-01",
      asOfPrecision: "day",
      yes: ["NOE"],
      no: [],
      unknown: [],
    } as const;
    const before = listing("a", MODEST);
    const after = { ...before, sheets: [...before.sheets, { ...check, yes: ["NOE"], no: [], unknown: [] }] };
    const rival = listing(
      "b",
      [...MODEST, "CO"].filter((code) => code !== "MD"),
    );
    expect(moves([before, rival], [after, rival]).get("a")).toEqual({
      direction: "up",
      from: 2,
      to: 1,
      causes: [
        {
          type: "answer",
          key: "naloxone",
          from: { value: "no", source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year" },
          to: { value: "yes", source: "staff", asOf: "2026-05-01", asOfPrecision: "day" },
          ruleChanged: false,
        },
      ],
    });
  });

  test("that became one program with a neighbor moved because of that, and of what they answer differently", () => {
    const where = { operator: "o", phone: "+13105550101", position: { latitude: 34, longitude: -118 } } as const;
    const [one, other] = [listing("a", RICH, where), listing("b", RICH.slice(1), where)];
    const moved = moves([one, { ...other, phone: null }], [one, other]);
    expect(moved.get("a")?.causes[0]).toEqual({ type: "members", from: 1, to: 2 });
    expect(moved.get("b")?.causes[0]).toEqual({ type: "members", from: 1, to: 2 });
    expect(moved.get("a")).toMatchObject({ to: moved.get("b")?.to });
    expect([...countMoves(moved, ["a"]).values()]).toEqual([1]);
  });

  test("whose own facts stand moved because others did, be its score the same or contrary", () => {
    const place = listing("a", RICH);
    for (const score of [80, 75]) {
      const moved = movesBetween(standing(place, 2, 80), standing(place, 1, score), new Set());
      expect(moved.get("a")).toEqual({ direction: "up", from: 2, to: 1, causes: [{ type: "others" }] });
    }
  });

  test("of which something is unknown moved because the typical rate changed, and then others need no mention", () => {
    const quiet = listing(
      "a",
      RICH.filter((code) => !["CMI", "CBT", "MOTI", "TRC"].includes(code)),
    );
    const move = (place: RankingInput) =>
      movesBetween({ ...standing(place, 9, 80), prior: 0.62 }, { ...standing(place, 7, 81), prior: 0.7 }, new Set());
    expect(move(quiet).get("a")?.causes).toEqual([{ type: "rate", from: 0.62, to: 0.7 }]);
    expect(move(listing("a", RICH)).get("a")?.causes).not.toContainEqual(expect.objectContaining({ type: "rate" }));
  });

  test("that gained by its own answers and fell all the same fell because of others too", () => {
    const [before, after] = [standing(listing("a", MODEST), 4, 59), standing(listing("a", RICH), 6, 61)];
    const types = movesBetween(before, after, new Set())
      .get("a")
      ?.causes.map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(["answer", "others"]));
  });

  test("that did not move and did not change has no causes", () => {
    expect(moves([listing("a", RICH)], [listing("a", RICH)]).get("a")).toEqual({
      direction: "same",
      from: 1,
      to: 1,
      causes: [],
    });
  });

  test("whose license ran out left the ranking for that", () => {
    const result = moves([listing("a", RICH)], [listing("a", RICH, { licenses: [license(false)] })]);
    expect(result.get("a")).toMatchObject({ direction: "left", from: 1, to: null });
    expect(result.get("a")?.causes.slice(0, 2)).toEqual([
      { type: "gate", from: null, to: { reason: "license_expired", detail: "2026-10-31" } },
      {
        type: "license",
        number: "19A",
        from: { class: "NON", current: true, expiresOn: "2026-10-31", asOf: "2026-08-21" },
        to: { class: "NON", current: false, expiresOn: "2026-10-31", asOf: "2026-11-20" },
      },
    ]);
  });

  test("comes back, or comes in, through the gate it failed before", () => {
    const shut = listing("a", RICH, { licenses: [] });
    const exempt = { ...shut, exemption: { reason: "Department of Veterans Affairs", url: null } };
    const causes = [
      { type: "gate", from: { reason: "no_current_authorization", detail: null }, to: null },
      { type: "exemption", from: null, to: "Department of Veterans Affairs" },
      // Without a license it was a no; a place that needs none is not judged by the list.
      {
        type: "answer",
        key: "state-license",
        from: { value: "no", source: "dhcs", asOf: "2026-08-21", asOfPrecision: "day" },
        to: { value: "unknown", source: null, asOf: null, asOfPrecision: null },
        ruleChanged: false,
      },
    ];
    expect(moves([shut], [exempt]).get("a")).toEqual({ direction: "new", from: null, to: 1, causes });
    expect(moves([shut], [exempt], ["a"]).get("a")).toEqual({ direction: "returned", from: null, to: 1, causes });
  });

  test("that was not in the records is new, one that is no longer in them left", () => {
    const result = moves([listing("old", RICH)], [listing("young", RICH)]);
    expect(result.get("young")).toEqual({
      direction: "new",
      from: null,
      to: 1,
      causes: [{ type: "record", is: "added" }],
    });
    expect(result.get("old")).toEqual({
      direction: "left",
      from: 1,
      to: null,
      causes: [{ type: "record", is: "removed" }],
    });
  });

  test("that neither edition ranks does not move", () => {
    expect(moves([listing("a", [...RICH, "NOOP"])], [listing("a", RICH, { licenses: [] })]).size).toBe(0);
  });

  test("of another slug is the same place, and a renewed license alone is no cause", () => {
    const before = edition([listing("a", RICH)]);
    const renewed = { ...license(), expiresOn: "2028-10-31" };
    const after = edition([listing("renamed", RICH, { licenses: [renewed] })]);
    const same = { ...after, places: after.places.map((place) => ({ ...place, id: "a", members: ["a"] })) };
    expect(movesBetween(before, same, new Set()).get("a")).toMatchObject({ direction: "same", causes: [] });
  });
});

describe("a new method", () => {
  const weigh = (changes: Record<string, number>): RankingMethod => ({
    ...METHOD_V1,
    version: 2,
    groups: METHOD_V1.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((each) => ({ ...each, points: changes[each.key] ?? each.points })),
    })),
  });

  test("with other weights is named as a cause for every place", () => {
    const listings = [listing("a", RICH), listing("b", MODEST)];
    const after = edition(listings, weigh({ accredited: 4, "trauma-counseling": 4 }));
    for (const { causes } of movesBetween(edition(listings), after, new Set()).values())
      expect(causes).toContainEqual({ type: "method" });
  });

  test("that only explains itself otherwise is no cause", () => {
    const renamed = {
      ...METHOD_V1,
      version: 2,
      groups: METHOD_V1.groups.map((group) => ({ ...group, name: { en: "x", es: "x" } })),
    };
    const listings = [listing("a", RICH), listing("b", MODEST)];
    for (const { causes } of movesBetween(edition(listings), edition(listings, renamed), new Set()).values())
      expect(causes).toEqual([]);
  });

  test("whose rule changed says so beside the answer", () => {
    const narrowed: RankingMethod = {
      ...METHOD_V1,
      version: 2,
      groups: METHOD_V1.groups.map((group) => ({
        ...group,
        criteria: group.criteria.map((each) => (each.key === "cbt" ? { ...each, rule: { anyOf: ["CRV"] } } : each)),
      })),
    };
    const result = movesBetween(edition([listing("a", RICH)]), edition([listing("a", RICH)], narrowed), new Set());
    expect(result.get("a")?.causes).toEqual([
      expect.objectContaining({ type: "answer", key: "cbt", ruleChanged: true }),
      { type: "method" },
    ]);
  });
});

test("whatever changes, every place that is or was ranked moves once, and no move is without a cause", () => {
  const codes = ["BUM", "NU", "NOE", "JC", "CO", "CBT", "MD", "DAUT", "CMHA", "NOOP", "FCO", "SP"];
  const place = fc.record({
    yes: fc.subarray(codes),
    licensed: fc.boolean(),
  });
  const world = fc
    .array(place, { maxLength: 6 })
    .map((places) =>
      places.map(({ yes, licensed }, index) =>
        listing(`p${index}`, [...yes, "DAUT", "OIT"], licensed ? {} : { licenses: [] }),
      ),
    );
  fc.assert(
    fc.property(world, world, (before, after) => {
      const [previous, current] = [edition(before), edition(after)];
      const result = movesBetween(previous, current, new Set());
      const places = [...previous.places, ...current.places];
      expect([...result.keys()].sort()).toEqual(
        [...new Set(places.filter((each) => each.result.isRanked).map(({ id }) => id))].sort(),
      );
      const causeless = [...result].filter(([, { direction, causes }]) => direction !== "same" && causes.length === 0);
      expect(causeless).toEqual([]);
      // Nothing but the typical rate can move a score whose answers stand.
      const scoreOf = (edition: FrozenEdition, id: string) => {
        const found = edition.places.find((one) => one.id === id)?.result;
        return found?.isRanked ? roundScore(found.score) : null;
      };
      const unexplained = [...result].filter(([id, { from, to, causes }]) => {
        const isRankedTwice = from !== null && to !== null;
        const scores = [scoreOf(previous, id), scoreOf(current, id)];
        return isRankedTwice && scores[0] !== scores[1] && !causes.some(({ type }) => type === "answer");
      });
      expect(previous.prior === current.prior ? unexplained : []).toEqual([]);
    }),
  );
});
