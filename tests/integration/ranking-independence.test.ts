// That nobody can pay for a rank and nobody can move one by hand. What this file covers:
// - how an edition of the ranking is computed: the columns of the listings it reads are the ones on a list here, none of
//   them named after money between a program and us or after a way to move a place, and anything handed in beside them
//   is refused by its schema or changes nothing;
// - that no table of the database has a column named after such money, and no table about listings, licenses or
//   rankings one named after a way to move a place;
// - what each field of the staff's form for a listing can do to an edition, and that a declared interest does nothing.
// What is ordered on top of an edition (search, next places of a call sheet, suggestions of the outreach desk) is covered
// by order-independence.test.ts; that nobody changes a published edition by published-order.test.ts. None of them covers
// the methods: changing one takes two people (methods.test.ts).
//
// Money is two things here. What a person pays for care (Medi-Cal, a sliding fee) is a stated fact about the care, with
// source and date, and a published criterion. Money between a program and us has no column anywhere.
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { getListing } from "@/lib/listings/admin-queries";
import { saveListing } from "@/lib/listings/mutations";
import { LISTING_FIELDS, listingSchema, type ListingField } from "@/lib/listings/schema";
import { canonicalJson } from "@/lib/rankings/checksum";
import { computeEdition, type EditionInputs } from "@/lib/rankings/ranking-edition";
import { publishEdition } from "@/lib/rankings/mutations";
import { getNewestEdition, readInputs } from "@/lib/rankings/queries";
import { rankingInputSchema } from "@/lib/rankings/schema";
import { roundScore } from "@/lib/rankings/score";
import { inputSelect } from "@/lib/rankings/select";
import { db } from "@/lib/server/db";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { columnsOf, MONEY, MOVING } from "../support/independence";

testDatabase({ seeded: true });

const AREA = "Los Angeles";
const JUDGED_ON = "2026-08-21";
const publish = () => publishEdition(system("rank"), { area: AREA, judgedOn: JUDGED_ON });

/** All that a ranking may read of a listing, column by column. Whoever adds one here answers for it in a review. */
const READ = [
  "id",
  "slug",
  "name",
  "unit",
  "kind",
  "operator.slug",
  "phone",
  "latitude",
  "longitude",
  "closedOn",
  "closedReason",
  "exemptionReason",
  "exemptionUrl",
  ...["source", "asOf", "asOfPrecision", "yes", "no", "unknown"].map((column) => `factSheets.${column}`),
  ...[
    "number",
    "settingCode",
    "isLicensed",
    "isCertified",
    "expiresOn",
    "sourceEdition.asOf",
    "sourceEdition.asOfPrecision",
  ].map((column) => `licenseMatches.license.${column}`),
];

/** What a staff member can type, by what it can do to a ranking; a field in none of these fails the test. */
const NOTHING = [
  ...(["street", "street2", "city", "state", "zip"] as const),
  ...(["phoneExtension", "intakePhones", "website"] as const),
  ...(["outreachEmail", "outreachEmailSource", "outreachEmailSeenOn"] as const),
] as const satisfies ListingField[];
/** Which listings are one program. */
const PROGRAM = ["phone", "latitude", "longitude"] as const satisfies ListingField[];
const TIE_BREAK = ["name", "unit", "slug"] as const satisfies ListingField[];
/** In which list a place stands, not where. */
const LIST = ["county", "kind"] as const satisfies ListingField[];
/** In the list or apart from it, with a public reason. */
const GATE = ["closedOn", "closedReason", "exemptionReason", "exemptionUrl"] as const satisfies ListingField[];

/** One of seven, all over the list: as telling as all of them where each is treated alike. */
const some = <One>(all: readonly One[]) => all.filter((_, index) => index % 7 === 0);

let inputs: EditionInputs;
let published: string;

beforeAll(async () => {
  ({ inputs } = await readInputs(db, AREA, JUDGED_ON));
  published = canonicalJson(computeEdition(METHOD_V1, inputs));
});

describe("what a ranking can read", () => {
  test("is exactly the columns on the list", () => {
    expect(columnsOf(inputSelect)).toEqual(READ);
  });

  test("none of them is about money between a program and us, and none moves a place", () => {
    expect(READ.filter((column) => MONEY.test(column) || MOVING.test(column))).toEqual([]);
  });

  test("no table has a column about money between a program and us, so none can be read by mistake", () => {
    const columns = schemaColumns();
    expect(columns.length).toBeGreaterThan(150);
    expect(columns.filter((column) => MONEY.test(column.split(".")[1] ?? ""))).toEqual([]);
    const ranked = columns.filter((column) => /^(Listing|FactSheet|License|LicenseMatch|Ranking\w+)\./.test(column));
    expect(ranked.filter((column) => MOVING.test(column))).toEqual([]);
  });

  test("what a person pays for care counts only as published criteria over the survey's own answers", () => {
    const survey = new Set(
      METHOD_V1.categories.filter(({ key }) => key.startsWith("payment")).flatMap(({ codes }) => codes),
    );
    const criteria = METHOD_V1.groups.flatMap((group) => group.criteria);
    const aboutPaying = criteria.filter(({ rule }) => !("of" in rule) && rule.anyOf.some((code) => survey.has(code)));
    expect(aboutPaying.map(({ key, points }) => [key, points])).toEqual([
      ["medi-cal", 5],
      ["affordable", 3],
    ]);
    for (const { evidence } of aboutPaying) expect(evidence.length).toBeGreaterThan(0);
  });
});

describe("anything more", () => {
  const extra = fc.dictionary(
    fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("sponsor", "paidTier", "boost", "rank", "score", "position")),
    fc.jsonValue(),
    { minKeys: 1 },
  );
  /** Beside what an object has, never in place of it. */
  const beside = <Kept extends object>(kept: Kept, more: object): Kept => ({ ...more, ...kept });

  test("is refused by the schema of the input, at every level", () => {
    const [input] = inputs.listings;
    if (!input) throw new Error("no listing");
    const isAdded = (kept: object, more: object) => Object.keys(more).some((key) => !Object.hasOwn(kept, key));
    fc.assert(
      fc.property(extra, (more) => {
        fc.pre(isAdded(input, more) && isAdded(input.sheets[0] ?? {}, more));
        expect(rankingInputSchema.safeParse(beside(input, more)).success).toBe(false);
        const sheets = input.sheets.map((sheet) => beside(sheet, more));
        expect(rankingInputSchema.safeParse({ ...input, sheets }).success).toBe(false);
      }),
    );
    expect(rankingInputSchema.safeParse(input).success).toBe(true);
  });

  test("that is handed in all the same leaves the edition as it is, to the byte", () => {
    const fewer = { ...inputs, listings: some(inputs.listings) };
    const computed = canonicalJson(computeEdition(METHOD_V1, fewer));
    fc.assert(
      fc.property(extra, fc.integer({ min: 0, max: 1000 }), (more, shift) => {
        const listings = fewer.listings.map((input, index) => {
          const own = { ...more, sponsor: (index * shift) % 7, boost: index };
          return beside(
            {
              ...input,
              licenses: input.licenses.map((license) => beside(license, own)),
              sheets: input.sheets.map((sheet) => beside(sheet, own)),
            },
            own,
          );
        });
        const method = beside(METHOD_V1, {});
        expect(canonicalJson(computeEdition(method, beside({ ...fewer, listings }, more)))).toBe(computed);
      }),
      { numRuns: 25 },
    );
  });

  test("and in whatever order the places come", () => {
    const listings = inputs.listings.toReversed();
    expect(canonicalJson(computeEdition(METHOD_V1, { ...inputs, listings }))).toBe(published);
  });
});

describe("what staff can change", () => {
  test("every field of a listing is known for what it can do", () => {
    expect([...NOTHING, ...PROGRAM, ...TIE_BREAK, ...LIST, ...GATE].toSorted()).toEqual(LISTING_FIELDS.toSorted());
  });

  test("addresses and further phones, typed anew by hand all over the list, change no score and no place", async () => {
    await editSome((index) => ({
      street: `${index} Best Street`,
      street2: "Top floor",
      city: index % 2 ? "Aaa" : "Zzz",
      zip: String(90001 + index),
      intakePhones: "(213) 555-0100",
      website: `https://place-${index}.example.org/`,
    }));
    expect(await publish()).toEqual({ outcome: "unchanged", number: 1 });
  });

  test("nor do the columns no form shows, or a declared interest", async () => {
    await db.$executeRaw`UPDATE "Listing" SET "staffFields" = '{name,rank,score}', "version" = 1000, "siteKey" = NULL,
      "knownByLicense" = NULL, "positionSource" = CASE WHEN "latitude" IS NOT NULL THEN 'staff'::"PositionSource" END,
      "createdAt" = '2001-01-01', "updatedAt" = '2001-01-01'`;
    const member = { id: "owner", name: "Owner", email: "owner@example.org" };
    await db.staffMember.create({ data: member, select: { id: true } });
    const places = await db.listing.findMany({ select: { id: true } });
    const rows = places.map(({ id }) => ({ staffMemberId: "owner", listingId: id, reason: "paid_by" as const }));
    await db.interest.createMany({ data: rows });
    expect(await publish()).toEqual({ outcome: "unchanged", number: 1 });
  });

  test("names break ties as the method says, and do nothing else", async () => {
    const before = await standings();
    expect(before.some(({ members }) => members.length > 1)).toBe(true);
    await editSome((index) => ({ name: `${String.fromCodePoint(90 - (index % 26))} ${1000 - index}`, unit: "" }));
    expect(await publish()).toEqual({ outcome: "published", number: 2 });
    const after = await standings();
    const bySlug = (rows: typeof before) =>
      rows
        .map((row) => ({ ...row, position: null, label: null, slug: null }))
        .toSorted((a, b) => compare(a.members.join(), b.members.join()));
    expect(bySlug(after)).toEqual(bySlug(before));
    expect(after.map(({ slug }) => slug)).not.toEqual(before.map(({ slug }) => slug));
    const byMethod = after.toSorted(
      (a, b) =>
        b.printed - a.printed ||
        b.coverage - a.coverage ||
        compare(b.newestCheck ?? "", a.newestCheck ?? "") ||
        compare(a.label, b.label) ||
        compare(a.slug, b.slug),
    );
    expect(after.map(({ slug }) => slug)).toEqual(byMethod.map(({ slug }) => slug));
  });
});

describe("phones and positions", () => {
  test("typed anew by hand say which addresses are one program, and change no answer", async () => {
    const answers = async (number: number) => {
      const select = { listingId: true, criteria: true, entry: { select: { criteria: true } } } as const;
      const members = await db.rankingMember.findMany({ where: { edition: { number } }, select });
      return new Map(
        members.map(({ listingId, criteria }) => [listingId, (criteria as { criteria: unknown }).criteria]),
      );
    };
    const before = await answers(2);
    const programs = (await standings()).length;
    await editSome((index) => ({
      phone: `(213) 555-${String(1000 + index)}`,
      phoneExtension: "1",
      latitude: String(33.9 + index / 1000),
      longitude: String(-118.2 - index / 1000),
    }));
    expect(await publish()).toEqual({ outcome: "published", number: 3 });
    expect(await answers(3)).toEqual(before);
    expect((await standings()).length).toBeGreaterThan(programs);
  });
});

const AT_ONCE = 4;

/** Some published places of the county, saved through the form's own schema as the editor would. */
async function editSome(change: (index: number) => Partial<Record<ListingField, string>>): Promise<void> {
  const where = { county: AREA, status: "published" } as const;
  const places = some(await db.listing.findMany({ where, orderBy: { slug: "asc" }, select: { id: true } }));
  expect(places.length).toBeGreaterThan(40);
  const edit = async ({ id }: { id: string }, index: number) => {
    // Reading as staff is not what is tested here; the session is a type, and nobody is asked.
    const listing = await getListing(staffSession(), id);
    if (!listing) throw new Error("no listing");
    const form = { id, version: listing.version, ...listing.values, ...change(index) };
    expect(await saveListing(staffSession(), listingSchema.parse(form))).toMatchObject({ outcome: "saved" });
  };
  // No more at once than the database has connections for: on a busy machine others would wait too long for one.
  const queue = [...places.entries()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await edit(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function standings() {
  const edition = await getNewestEdition();
  return (edition?.entries ?? []).map((entry) => {
    const { listing, position, rank, band, score, low, high, coverage, newestCheck } = entry;
    const { slug, name, unit } = listing;
    const members = entry.members.map((each) => each.listing.slug).toSorted();
    // A zero sorts before every other character: by name, then by unit.
    const label = `${name}\0${unit ?? ""}`.toLowerCase();
    const figures = { rank, band, score, printed: roundScore(score), low, high, coverage, newestCheck };
    return { slug, label, position, members, ...figures };
  });
}

/** "Listing.name" and so on, as the schema of the database has them. */
function schemaColumns(): string[] {
  const models = readFileSync("prisma/schema.prisma", "utf8").matchAll(/^model (\w+) \{$([\s\S]*?)^\}$/gm);
  return [...models].flatMap(([, model, body = ""]) =>
    [...body.matchAll(/^ {2}([a-z]\w*)\s/gm)].map(([, column]) => `${model}.${column}`),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
