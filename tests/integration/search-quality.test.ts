// Whether people find what they mean: the searches of tests/support/searches.ts, each judged by what a good answer is.

import { beforeAll, expect, test } from "vitest";
import type { FilterGroup } from "@/lib/facts/filter-options";
import { parseFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
import type { SearchAnswer } from "@/lib/search/types";
import { testDatabase } from "../support/database";
import { answerTo, publishedListings, type PublishedListing } from "../support/search";
import { SEARCHES, type GoodAnswer, type TypedSearch } from "../support/searches";

testDatabase({ seeded: true });

/** At least so many of sixty. */
const WANTED = 57;
/** The first places are those that a person looks at. */
const FIRST = 10;

let places: Map<string, PublishedListing>;
beforeAll(async () => {
  places = new Map((await publishedListings()).map((place) => [place.slug, place]));
});

/** What is wrong with an answer; nothing when it is good. */
function faultsOf(good: GoodAnswer, { result, facets, text, near, named }: SearchAnswer): string[] {
  const first = result.hits.slice(0, FIRST);
  const listings = first.map(({ slug }) => places.get(slug)!);
  const start = result.start?.name ?? null;
  const every = (holds: (listing: PublishedListing) => boolean) => listings.length > 0 && listings.every(holds);
  const groups = Object.entries(good.yes ?? {}) as [FilterGroup, string[]][];
  const corrections = text.corrections.map(({ typed, used }) => [typed, used]);
  const checks: [boolean, string][] = [
    [
      groups.every(([group, options]) =>
        every((each) => options.some((option) => answerTo(each, group, option) === "yes")),
      ),
      "yes",
    ],
    [
      !good.services || every(({ facts }) => good.services!.some((code) => facts.get(code)?.value === "yes")),
      "services",
    ],
    [!good.near || (start === good.near[0] && first.length > 0), `start is ${start}`],
    [
      !good.near ||
        first.filter(({ isBeyond }) => !isBeyond).every((hit) => (hit.distance?.miles ?? Infinity) <= good.near![1]),
      "far",
    ],
    [!good.first || [...named, ...first].some(({ name }, index) => index === 0 && good.first!.test(name)), "name"],
    [!good.everything || facets.total.value === places.size, `${facets.total.value} places`],
    [good.nothing ? facets.total.value === 0 : first.length > 0, `${facets.total.value} places`],
    [!good.tells || text.told.some(({ topic }) => topic === good.tells), "tells"],
    [
      good.corrected === undefined ||
        JSON.stringify(corrections) === JSON.stringify(good.corrected ? [good.corrected] : []),
      `corrected ${JSON.stringify(corrections)}`,
    ],
    [JSON.stringify(text.unknown) === JSON.stringify(good.unknown ?? []), `unknown ${text.unknown.join()}`],
    [!good.asksPlace || (text.asksPlace.length > 0 && start === null), "asks no place"],
    [!good.others || [...(text.near?.others ?? []), ...(near?.others ?? [])].includes(good.others), "others"],
  ];
  return checks.filter(([isGood]) => !isGood).map(([, fault]) => fault);
}

async function judge({ q, near, good }: TypedSearch): Promise<string | null> {
  const { filters } = parseFilters({ ...(q && { q }), ...(near && { near }) });
  const faults = faultsOf(good, await search(filters));
  return faults.length === 0 ? null : `${[q, near].filter(Boolean).join(" near ")}: ${faults.join(", ")}`;
}

test("of sixty searches in people's words nearly all are answered well", async ({ annotate }) => {
  const faults: string[] = [];
  for (const typed of SEARCHES) faults.push(...[(await judge(typed)) ?? []].flat());
  const score = SEARCHES.length - faults.length;
  const line = `search quality: ${score} of ${SEARCHES.length}${faults.map((fault) => `\n  ${fault}`).join("")}\n`;
  process.stdout.write(line);
  await annotate(line);
  expect(SEARCHES).toHaveLength(60);
  expect(score >= WANTED ? "" : line).toBe("");
});
