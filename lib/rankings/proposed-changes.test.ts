import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import {
  changedIn,
  comparedEdition,
  criterionNames,
  differencesBetween,
  proposedChangesSchema,
  wouldChange,
  type ComparedEdition,
  type ProposedChanges,
} from "./proposed-changes";
import { computeEdition } from "./ranking-edition";
import type { RankingInput, RankingMethod } from "./schema";

const MODEST = "BUM BU ACC CMHA DAUT JC WN CBT ORT SHG GCO CM MD PA SP".split(" ");
const RICH = [...MODEST, ..."NU MM NOE MHPA HCT CO TRC CMI MOTI OIT DP PEER FCO CCC TA".split(" ")];

const license = {
  number: "19A",
  class: "NON",
  expiresOn: "2026-10-31",
  asOf: "2026-08-21",
  asOfPrecision: "day",
} as const;
/** So near that two of one operator and one phone are one program. */
const together = { operator: "o", phone: "+13105550101", position: { latitude: 34, longitude: -118 } } as const;

function listing(slug: string, yes: string[], changes: Partial<RankingInput> = {}): RankingInput {
  const sheets = [{ source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", yes, no: [], unknown: [] }] as const;
  const whereabouts = { operator: null, phone: null, position: null, leftOutOf: null };
  const gates = { closed: null, exemption: null, licenses: [{ ...license, current: true }] };
  const own = { slug, name: slug, unit: null, kind: "outpatient" } as const;
  return {
    ...own,
    ...whereabouts,
    ...gates,
    sheets: sheets.map((sheet) => ({ ...sheet, no: [], unknown: [] })),
    ...changes,
  };
}

/** A UUID of the slug. */
function idOf(slug: string): string {
  const hex = createHash("sha256").update(slug).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function edition(listings: RankingInput[], method: RankingMethod = METHOD_V1): ComparedEdition {
  const ids = new Map(listings.map(({ slug }) => [slug, idOf(slug)]));
  return comparedEdition(method, computeEdition(method, { stateListAsOf: "2026-08-21", listings }), ids);
}

const between = (before: RankingInput[], after: RankingInput[], earlier: string[] = []) =>
  differencesBetween(edition(before), edition(after), new Set(earlier.map(idOf)));

/** Everything that is stored of a comparison. */
function changesOf(before: RankingInput[] | null, after: RankingInput[]): ProposedChanges {
  const checksumOf = (listings: RankingInput[]) =>
    computeEdition(METHOD_V1, { stateListAsOf: "2026-08-21", listings }).checksum;
  const [was, is] = [before && edition(before), edition(after)];
  const differences = differencesBetween(was, is, new Set());
  return {
    area: "Los Angeles",
    judgedOn: "2026-11-29",
    since: before && 1,
    checksum: { from: before && checksumOf(before), to: checksumOf(after) },
    methodVersion: { from: before && 1, to: 1 },
    methodChanged: false,
    ranked: { from: was?.programs.length ?? 0, to: is.programs.length },
    ...differences,
    criterionNames: criterionNames(differences, METHOD_V1),
  };
}

describe("a program", () => {
  test("that passes its gate enters, with the gate it failed before", () => {
    const unlicensed = listing("a", RICH, { licenses: [] });
    const { enters, moves, reasons } = between(
      [unlicensed, listing("b", MODEST)],
      [listing("a", RICH), listing("b", MODEST)],
    );
    expect(enters).toMatchObject([{ slug: "a", isBack: false, to: { rank: 1, score: 100, band: 1 } }]);
    expect(enters[0]?.causes[0]).toEqual({
      type: "gate",
      from: { reason: "no_current_authorization", detail: null },
      to: null,
    });
    expect(moves).toMatchObject([{ slug: "b", from: { rank: 1 }, to: { rank: 2 }, causes: [{ type: "others" }] }]);
    expect(reasons).toEqual([]);
  });

  test("that an older edition ranked comes back", () => {
    const { enters } = between([], [listing("a", RICH), listing("b", RICH)], ["b"]);
    expect(enters.map(({ slug, isBack }) => [slug, isBack])).toEqual([
      ["a", false],
      ["b", true],
    ]);
  });

  test("that gets an answer moves because of it", () => {
    const { moves, stays } = between(
      [listing("a", RICH), listing("b", MODEST)],
      [listing("a", RICH), listing("b", [...MODEST, "NOE"])],
    );
    expect(moves).toMatchObject([{ slug: "b", causes: [{ type: "answer", key: "naloxone", to: { value: "yes" } }] }]);
    expect(stays).toEqual({ programs: 1, unranked: 0 });
    expect(criterionNames({ enters: [], leaves: [], moves, reasons: [], stays }, METHOD_V1)).toHaveProperty(
      "naloxone.es",
    );
  });

  test("that a listing joins or leaves is told with it, and follows the listing that was ranked", () => {
    const [one, other] = [listing("a", RICH, together), listing("b", RICH, together)];
    const unlicensed = { ...one, licenses: [] };
    const joining = between([unlicensed, other], [one, other]);
    expect(joining).toMatchObject({ enters: [], leaves: [], stays: { programs: 0 } });
    expect(joining.moves).toMatchObject([{ slug: "a", joined: [{ slug: "a" }], causes: [{ type: "members", to: 2 }] }]);
    const leaving = between([one, other], [unlicensed, other]);
    expect(leaving.moves).toMatchObject([{ slug: "b", joined: [] }]);
    expect(leaving.leaves).toMatchObject([{ slug: "a", reason: { reason: "no_current_authorization" } }]);
  });
});

test("the answer of any listing of a program changes that listing", () => {
  const [one, other] = [listing("a", RICH, together), listing("b", MODEST, together)];
  const changes = changesOf([one, other], [one, listing("b", [...MODEST, "NOE"], together)]);
  expect(changes.moves).toMatchObject([{ slug: "a", members: [{ slug: "a" }, { slug: "b" }] }]);
  expect([...changedIn(changes).values()]).toEqual(["a", "b"]);
});

describe("a listing", () => {
  test("that leaves has the gate it fails with its detail, or none when it is no longer published", () => {
    const closed = { on: "2026-11-01", reason: null };
    const { leaves } = between(
      [listing("a", RICH), listing("b", MODEST), listing("c", MODEST)],
      [listing("a", RICH, { closed }), listing("c", MODEST)],
    );
    expect(leaves.map(({ slug, from, reason }) => [slug, from.rank, reason])).toEqual([
      ["a", 1, { reason: "closed", detail: "2026-11-01" }],
      ["b", 2, null],
    ]);
  });

  test("that is not ranked changes its reason, or its detail, is new among those or gone from them", () => {
    const out = (slug: string, on: string | null) =>
      listing(slug, RICH, on ? { closed: { on, reason: null } } : { licenses: [] });
    const { reasons, stays } = between(
      [out("a", null), out("b", "2026-01-01"), out("c", null), out("d", null)],
      [out("a", "2026-01-01"), out("b", "2026-02-02"), out("d", null), out("e", null)],
    );
    const unlicensed = { reason: "no_current_authorization", detail: null };
    const closed = (detail: string) => ({ reason: "closed", detail });
    expect(reasons.map(({ slug, from, to }) => [slug, from, to])).toEqual([
      ["a", unlicensed, closed("2026-01-01")],
      ["b", closed("2026-01-01"), closed("2026-02-02")],
      ["c", unlicensed, null],
      ["e", null, unlicensed],
    ]);
    expect(stays.unranked).toBe(1);
  });
});

describe("the list would change", () => {
  const before = [listing("a", RICH), listing("b", MODEST)];

  test("not with newer dates of the same answers", () => {
    const newer = before.map((each) => ({
      ...each,
      sheets: each.sheets.map((sheet) => ({ ...sheet, asOf: "2024-01-01" })),
    }));
    const changes = changesOf(before, newer);
    expect(changes.checksum.from).not.toBe(changes.checksum.to);
    expect(wouldChange(changes)).toBe(false);
  });

  test("when one enters, and with the first edition", () => {
    expect(wouldChange(changesOf(before, [...before, listing("c", MODEST)]))).toBe(true);
    expect(wouldChange(changesOf(null, before))).toBe(true);
  });

  test("with another version of the method, even in other words only", () => {
    const same = changesOf(before, before);
    expect(wouldChange(same)).toBe(false);
    const worded = { checksum: { from: "a", to: "b" }, methodVersion: { from: 1, to: 2 } };
    expect(wouldChange({ ...same, ...worded })).toBe(true);
  });
});

const codes = fc.subarray(RICH);
const anyListing = fc
  .record({
    yes: codes,
    isLicensed: fc.boolean(),
    isClosed: fc.boolean(),
    isTogether: fc.boolean(),
    isThere: fc.boolean(),
  })
  .map(({ yes, isLicensed, isClosed, isTogether, isThere }) => (slug: string) => {
    const closed = isClosed ? { closed: { on: "2026-01-01", reason: null } } : {};
    const unlicensed = isLicensed ? {} : { licenses: [] };
    return isThere ? [listing(slug, yes, { ...closed, ...unlicensed, ...(isTogether ? together : {}) })] : [];
  });
const listings = fc
  .array(anyListing, { minLength: 1, maxLength: 8 })
  .map((made) => made.flatMap((make, index) => make(`l${index}`)));

describe("of any two editions", () => {
  test("equal ones differ in nothing", () => {
    fc.assert(
      fc.property(listings, (one) => {
        const { stays, ...changes } = between(one, one);
        expect(changes).toEqual({ enters: [], leaves: [], moves: [], reasons: [] });
        expect(stays.programs).toBe(edition(one).programs.length);
        expect(wouldChange(changesOf(one, one))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test("whatever one listing answers otherwise changes nothing, or that listing too", () => {
    let changed = 0;
    fc.assert(
      fc.property(listings, fc.nat(), codes, (before, at, yes) => {
        fc.pre(before.length > 0);
        const { slug, sheets } = before[at % before.length]!;
        const answering = sheets.map((sheet) => ({ ...sheet, yes }));
        const changes = changesOf(
          before,
          before.map((each) => (each.slug === slug ? { ...each, sheets: answering } : each)),
        );
        if (!wouldChange(changes)) return;
        changed += 1;
        expect([...changedIn(changes).keys()]).toContain(idOf(slug));
      }),
      { numRuns: 200 },
    );
    expect(changed).toBeGreaterThan(20);
  });

  test("each program and each listing is in exactly one group, every move has a cause, and all of it can be stored", () => {
    fc.assert(
      fc.property(listings, listings, (before, after) => {
        const [was, is] = [edition(before), edition(after)];
        const changes = changesOf(before, after);
        const { enters, leaves, moves, reasons, stays } = changes;
        expect(enters.length + moves.length + stays.programs).toBe(is.programs.length);
        const ranked = (of: ComparedEdition) => of.places.flatMap(({ id, result }) => (result.isRanked ? id : []));
        const [wereRanked, areRanked] = [ranked(was), new Set(ranked(is))];
        expect(leaves.map(({ id }) => id).toSorted()).toEqual(wereRanked.filter((id) => !areRanked.has(id)).toSorted());
        const all = new Set([...was.places, ...is.places].map(({ id }) => id));
        expect(reasons.length + stays.unranked).toBe(all.size - new Set([...wereRanked, ...areRanked]).size);
        const grouped = [...enters, ...leaves, ...moves, ...reasons].map(({ id }) => id);
        expect(new Set(grouped).size).toBe(grouped.length);
        expect([...enters, ...moves].every(({ causes }) => causes.length > 0)).toBe(true);
        expect(proposedChangesSchema.parse(JSON.parse(JSON.stringify(changes)))).toEqual(changes);
      }),
      { numRuns: 100 },
    );
  });
});
