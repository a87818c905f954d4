import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ListingCard } from "@/lib/facts/card";
import type { WhoNote } from "@/lib/facts/who-can-go";
import { filtersQuery } from "@/lib/search/filters";
import { ON_SHELF, SHELVES, shelfFilters, shelfKeys, shelvesOf } from "./shelves";
import type { RankedProgram } from "./types";

type Entry = Pick<RankedProgram, "listing" | "members" | "who">;

const KEYS = [...new Set(SHELVES.flatMap(shelfKeys))];

function listingOf(slug: string, presence: ListingCard["presence"]): ListingCard {
  return {
    slug,
    name: slug,
    unit: null,
    street: "1 Main Street",
    street2: null,
    city: "Los Angeles",
    state: "CA",
    zip: "90012",
    phone: null,
    phoneExtension: null,
    kind: "outpatient",
    fromStateList: false,
    presence,
  };
}

/** A program is called by its first open listing, or by its first. */
function entryOf(at: number, presences: readonly ListingCard["presence"][], who: WhoNote[] = []): Entry {
  const listings = presences.map((presence, member) => listingOf(`place-${at}-${member}`, presence));
  const listing = listings.find(({ presence }) => presence === "open") ?? listings[0]!;
  return {
    listing,
    who,
    members: listings.map((each) => ({ listing: each, license: null, claimsResidential: false })),
  };
}

const presences = fc.constantFrom<ListingCard["presence"]>("open", "open", "open", "closed", "gone");
const FOR_ALL: WhoNote[] = ["women.both", "men.named", "all.state", "ageUnknown", "unknown", "children", "differs"];
const FOR_FEW: WhoNote[] = ["veterans", "military", "dui", "alcohol", "youth.both", "youth.named", "youth.state"];
const programs = fc.record({
  members: fc.array(fc.tuple(presences, fc.subarray(KEYS)), { minLength: 1, maxLength: 3 }),
  who: fc.oneof(fc.subarray(FOR_ALL), fc.subarray(FOR_FEW)),
});
const editions = fc.array(programs, { maxLength: 30 }).map((each) => {
  const entries = each.map(({ members, who }, at) =>
    entryOf(
      at,
      members.map(([presence]) => presence),
      who,
    ),
  );
  const answers = entries.flatMap(({ members }, at) =>
    members.map(({ listing }, member) => [listing.slug, each[at]!.members[member]![1]] as const),
  );
  return { entries, answers: new Map(answers) };
});

describe("the shelves of an edition", () => {
  test("hold only open programs each of whose open addresses has the fact, no place for one group alone, in its order", () => {
    fc.assert(
      fc.property(editions, ({ entries, answers }) => {
        const shelves = new Map(shelvesOf(entries, answers).map((shelf) => [shelf.need, shelf.entries]));
        for (const need of SHELVES) {
          const keys = shelfKeys(need);
          const fitting = entries.filter(
            ({ listing, members, who }) =>
              listing.presence === "open" &&
              !who.some((note) => FOR_FEW.includes(note)) &&
              members.every(
                (each) =>
                  each.listing.presence !== "open" ||
                  keys.every((key) => answers.get(each.listing.slug)!.includes(key)),
              ),
          );
          const expected = fitting.length < ON_SHELF ? undefined : fitting.slice(0, ON_SHELF);
          expect(shelves.get(need)).toEqual(expected);
        }
      }),
    );
  });

  test("hold no place whose answers the search does not have", () => {
    const entries = Array.from({ length: 5 }, (_, at) => entryOf(at, ["open"]));
    expect(shelvesOf(entries, new Map())).toEqual([]);
  });

  test("of a medication hold only places that give it: who only takes people on it from elsewhere is not asked for", () => {
    const keysOf = (name: string) => SHELVES.filter((need) => need.name === name).flatMap(shelfKeys);
    expect(keysOf("methadone")).toEqual(["medication:methadone", "keeping:on-methadone"]);
    expect(keysOf("buprenorphine")).toEqual(["medication:buprenorphine", "keeping:on-buprenorphine"]);
  });

  test("each lead to a search of its own for what they are for", () => {
    const queries = SHELVES.map((need) => filtersQuery(shelfFilters(need)));
    const asking = (need: (typeof SHELVES)[number]) => shelfKeys(need).map((key) => key.replace(":", "="));
    expect(queries).toEqual(SHELVES.map((need) => `?${asking(need).join("&")}`));
    expect(new Set(queries).size).toBe(SHELVES.length);
  });
});
