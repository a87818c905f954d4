import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ListingCard } from "@/lib/facts/card";
import { optionKey } from "@/lib/search/entry";
import { filtersQuery } from "@/lib/search/filters";
import { ON_SHELF, SHELVES, shelfFilters, shelvesOf } from "./shelves";
import type { RankedProgram } from "./types";

type Entry = Pick<RankedProgram, "listing" | "members">;

const KEYS = SHELVES.map(({ group, option }) => optionKey(group, option));

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
function entryOf(at: number, presences: readonly ListingCard["presence"][]): Entry {
  const listings = presences.map((presence, member) => listingOf(`place-${at}-${member}`, presence));
  const listing = listings.find(({ presence }) => presence === "open") ?? listings[0]!;
  return {
    listing,
    members: listings.map((each) => ({ listing: each, license: null, claimsResidential: false })),
  };
}

const presences = fc.constantFrom<ListingCard["presence"]>("open", "open", "open", "closed", "gone");
const editions = fc
  .array(fc.array(fc.tuple(presences, fc.subarray(KEYS)), { minLength: 1, maxLength: 3 }), { maxLength: 30 })
  .map((programs) => {
    const entries = programs.map((members, at) =>
      entryOf(
        at,
        members.map(([presence]) => presence),
      ),
    );
    const answers = entries.flatMap(({ members }, at) =>
      members.map(({ listing }, member) => [listing.slug, programs[at]![member]![1]] as const),
    );
    return { entries, answers: new Map(answers) };
  });

describe("the shelves of an edition", () => {
  test("hold only open programs each of whose open addresses has the fact, the first that there are, in its order", () => {
    fc.assert(
      fc.property(editions, ({ entries, answers }) => {
        const shelves = new Map(shelvesOf(entries, answers).map((shelf) => [shelf.need, shelf.entries]));
        for (const need of SHELVES) {
          const key = optionKey(need.group, need.option);
          const fitting = entries.filter(
            ({ listing, members }) =>
              listing.presence === "open" &&
              members.every(
                (each) => each.listing.presence !== "open" || answers.get(each.listing.slug)!.includes(key),
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

  test("each lead to a search of its own for the one thing they are for", () => {
    const queries = SHELVES.map((need) => filtersQuery(shelfFilters(need)));
    expect(queries).toEqual(SHELVES.map(({ group, option }) => `?${group}=${option}`));
    expect(new Set(queries).size).toBe(SHELVES.length);
  });
});
