import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { computeEdition, type EditionInputs } from "./ranking-edition";
import { rankingInputSchema, type RankingInput } from "./schema";
import { inputSelect } from "./select";

/** Every category answered, and few things offered. */
const MODEST = "BUM BU ACC CMHA DAUT JC WN CBT ORT SHG GCO CM MD PA SP".split(" ");
const RICH = [...MODEST, ..."NU MM NOE MHPA HCT CO TRC CMI MOTI OIT DP PEER FCO CCC TA".split(" ")];

const licensed: RankingInput["licenses"] = [
  {
    number: "190001AN",
    class: "NON",
    expiresOn: "2027-01-31",
    current: true,
    asOf: "2026-08-21",
    asOfPrecision: "day",
  },
];

function listing(slug: string, yes: string[], changes: Partial<RankingInput> = {}): RankingInput {
  return {
    slug,
    name: slug,
    unit: null,
    kind: "outpatient",
    operator: null,
    phone: null,
    position: null,
    closed: null,
    exemption: null,
    leftOutOf: null,
    licenses: licensed,
    sheets: [{ source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", yes, no: [], unknown: [] }],
    ...changes,
  };
}

function compute(...listings: RankingInput[]) {
  return computeEdition(METHOD_V1, { stateListAsOf: "2026-08-21", listings });
}

const outcomeOf = (input: RankingInput) => compute(input).exclusions[0] ?? "ranked";

describe("gates", () => {
  test("a place that does not treat opioid use disorder is listed apart, with what it said", () => {
    const refusal = { reason: "does_not_treat_opioid_use_disorder", detail: "NOOP DUO" };
    expect(outcomeOf(listing("a", [...RICH, "DUO", "NOOP"]))).toMatchObject(refusal);
  });

  test("an expired license is named with its last day", () => {
    const licenses = [
      { ...licensed[0]!, current: false, expiresOn: "2025-03-31" },
      { ...licensed[0]!, current: false, expiresOn: "2026-02-28" },
    ];
    expect(outcomeOf(listing("a", RICH, { licenses }))).toMatchObject({
      reason: "license_expired",
      detail: "2026-02-28",
    });
  });

  test("without a license, certification or exemption nothing says that a place is authorized", () => {
    expect(outcomeOf(listing("a", RICH, { licenses: [] }))).toMatchObject({ reason: "no_current_authorization" });
    const certified: Partial<RankingInput> = { licenses: [], kind: "opioid_treatment_program" };
    expect(outcomeOf(listing("a", [...RICH, "OTP"], certified))).toBe("ranked");
    const exemption = { reason: "Department of Veterans Affairs", url: null };
    expect(outcomeOf(listing("a", RICH, { licenses: [], exemption }))).toBe("ranked");
  });

  test("a closed place is listed apart with the day", () => {
    const closed = { on: "2026-07-01", reason: "License revoked" };
    expect(outcomeOf(listing("a", RICH, { closed }))).toMatchObject({ reason: "closed", detail: "2026-07-01" });
  });

  test("a place that the newest directory leaves out is listed apart with it", () => {
    const gone = listing("a", RICH, { leftOutOf: { asOf: "2024-01-01", asOfPrecision: "year" } });
    const reason = "not_in_newest_directory";
    expect(outcomeOf(gone)).toMatchObject({ reason, detail: "2024" });
    const onADay = { ...gone, leftOutOf: { asOf: "2024-06-30", asOfPrecision: "day" as const } };
    expect(outcomeOf(onADay)).toMatchObject({ reason, detail: "2024-06-30" });
  });

  test("60 percent known is enough, less is not", () => {
    // Everything but what follows 60 points: medication 30, license 8, testing 2, accreditation 6, assessment 6, access 8.
    const enough = ["BUM", "BU", "DAUT", "JC", "CMHA", "MD"];
    expect(compute(listing("a", enough)).entries).toHaveLength(1);
    expect(
      outcomeOf(
        listing(
          "a",
          enough.filter((code) => code !== "DAUT"),
        ),
      ),
    ).toMatchObject({
      reason: "not_enough_known",
      detail: "58",
    });
  });
});

describe("an edition", () => {
  test("ranks more offered above less and freezes what it read", () => {
    const { entries, prior } = compute(listing("modest", MODEST), listing("rich", RICH));
    expect(entries.map(({ slug, rank, band, score }) => [slug, rank, band, score])).toEqual([
      ["rich", 1, 1, 100],
      ["modest", 2, 3, 56],
    ]);
    expect(prior).toBeCloseTo(0.67, 12);
    expect(entries[0]?.members[0]?.input.sheets[0]?.yes).toContain("BUM");
  });

  test("is the same, checksum included, in whatever order its inputs come", () => {
    const listings = [
      listing("a", RICH),
      listing("b", MODEST),
      listing("c", MODEST, { name: "a" }),
      listing("d", ["OTP"], { licenses: [] }),
      listing("e", [...RICH, "NOOP"]),
      ...["f", "g", "h"].map((slug, index) =>
        listing(slug, RICH.slice(index), {
          operator: "o",
          phone: "+13105550101",
          position: { latitude: 34 + index / 100, longitude: -118 },
        }),
      ),
    ];
    const first = compute(...listings);
    const shuffled = fc.shuffledSubarray(listings, { minLength: listings.length });
    const turned = shuffled.map((list) =>
      list.map((each) => ({
        ...each,
        sheets: each.sheets.map((sheet) => ({ ...sheet, yes: sheet.yes.toReversed() })),
      })),
    );
    fc.assert(
      fc.property(turned, (list) => {
        expect(compute(...list)).toEqual(first);
      }),
    );
  });

  test("has another checksum when a fact, a license or the method changes", () => {
    const { checksum } = compute(listing("a", RICH));
    expect(compute(listing("a", RICH.slice(1))).checksum).not.toBe(checksum);
    expect(compute(listing("a", RICH, { licenses: [] })).checksum).not.toBe(checksum);
    const other = { ...METHOD_V1, constants: { ...METHOD_V1.constants, priorPercentile: 20 } };
    const inputs: EditionInputs = { stateListAsOf: "2026-08-21", listings: [listing("a", RICH)] };
    expect(computeEdition(other, inputs).checksum).not.toBe(checksum);
  });

  test("ignores codes the method does not ask about", () => {
    expect(compute(listing("a", [...RICH, "SMON", "F17"])).checksum).toBe(compute(listing("a", RICH)).checksum);
  });
});

describe("a program with several addresses", () => {
  const at = (slug: string, yes: string[], changes: Partial<RankingInput> = {}) =>
    listing(slug, yes, {
      name: "Harbor House",
      operator: "harbor-house-ca",
      phone: "+13105550101",
      position: { latitude: 33.78, longitude: -118.15 },
      ...changes,
    });
  const slugsOf = (...listings: RankingInput[]) =>
    compute(...listings).entries.map(({ members }) => members.map(({ input }) => input.slug));

  test("has one rank, and counts as unknown what its addresses answer differently", () => {
    const { entries } = compute(
      at("b", RICH),
      at("a", [...RICH, "BIA"]),
      at(
        "c",
        RICH.filter((code) => code !== "CO"),
      ),
    );
    expect(entries).toMatchObject([
      { slug: "a", name: "Harbor House", rank: 1, members: [{ input: { slug: "a" } }, {}, {}], low: 94, high: 100 },
    ]);
    const differing = entries[0]?.criteria.filter(({ differs }) => differs);
    expect(differing).toMatchObject([
      { key: "co-occurring-program", value: "unknown", points: 0, source: null, asOf: null },
    ]);
  });

  test("is one peer for the typical rate", () => {
    const one = compute(at("a", MODEST), listing("z", RICH));
    const two = compute(at("a", MODEST), at("b", MODEST), listing("z", RICH));
    expect(two.prior).toBe(one.prior);
    expect(two.entries.map(({ rank, band, score }) => [rank, band, score])).toEqual(
      one.entries.map(({ rank, band, score }) => [rank, band, score]),
    );
  });

  test.each<[string, Partial<RankingInput>]>([
    ["another operator", { operator: "harbor-light-ca" }],
    ["no known operator", { operator: null }],
    ["another phone", { phone: "+13105550102" }],
    ["no phone", { phone: null }],
    ["another kind", { kind: "residential", licenses: [{ ...licensed[0]!, class: "RES" }] }],
    ["an address more than a mile away", { position: { latitude: 33.795, longitude: -118.15 } }],
    ["no known position", { position: null }],
  ])("does not take in an address with %s", (_, changes) => {
    expect(slugsOf(at("a", RICH), at("b", RICH, changes))).toEqual([["a"], ["b"]]);
  });

  test("does not take in an address for other people", () => {
    const women = (code: string) => [...RICH.filter((each) => each !== code), "FEM"];
    expect(slugsOf(at("a", women("MALE")), at("b", [...RICH, "MALE"]))).toEqual([["a"], ["b"]]);
  });

  test("leaves an address that fails a gate apart, with its reason", () => {
    const { entries, exclusions } = compute(at("a", RICH), at("b", RICH), at("c", RICH, { licenses: [] }));
    expect(entries.map(({ members }) => members.length)).toEqual([2]);
    expect(exclusions).toMatchObject([{ input: { slug: "c" }, reason: "no_current_authorization" }]);
  });
});

describe("money", () => {
  test("has no column among all that is read from the database to rank", () => {
    expect(Object.keys(inputSelect).sort()).toEqual(
      (
        "closedOn closedReason exemptionReason exemptionUrl factSheets id kind latitude licenseMatches longitude name " +
        "operator phone slug unit"
      ).split(" "),
    );
  });

  test("has no field among all that an edition reads of a listing", () => {
    expect(Object.keys(rankingInputSchema.shape).sort()).toEqual([
      "closed",
      "exemption",
      "kind",
      "leftOutOf",
      "licenses",
      "name",
      "operator",
      "phone",
      "position",
      "sheets",
      "slug",
      "unit",
    ]);
  });

  test("that somebody hangs on a listing is refused by the schema and changes nothing", () => {
    const paid = { ...listing("b", MODEST), sponsored: true, paidUntil: "2030-01-01", boost: 100 };
    expect(rankingInputSchema.safeParse(paid).success).toBe(false);
    expect(compute(listing("a", RICH), paid)).toEqual(compute(listing("a", RICH), listing("b", MODEST)));
  });

  test("and exemptions and names move no score", () => {
    const plain = compute(listing("a", RICH), listing("b", MODEST)).entries.map(({ score }) => score);
    const changes = { exemption: { reason: "County program", url: null }, name: "AAA" };
    const moved = compute(listing("a", RICH), listing("b", MODEST, changes)).entries.map(({ score }) => score);
    expect(moved).toEqual(plain);
  });
});
