import { isOwnLicense } from "@/lib/facts/select";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { factOf, resolveFacts } from "@/lib/facts/facts";
import { codesOf } from "@/lib/facts/filter-labels";
import { FILTER_GROUPS, optionsOf, type FilterGroup } from "@/lib/facts/filter-options";
import { whoCanGo, type People } from "@/lib/facts/who-can-go";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { entryOf } from "@/lib/search/entry";
import { readText, searchListings } from "@/lib/search/queries";
import type { SearchHit } from "@/lib/search/types";
import { db } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import fc from "fast-check";

/**
 * Every published listing with its facts as the rule for facts resolves them, read past the search. By slug: ids differ
 * from seed to seed, and a test that takes the first of some kind takes the same each time.
 */
export async function publishedListings() {
  const newest = await db.rankingEdition.findFirst({ orderBy: { number: "desc" } });
  const rows = await db.listing.findMany({
    where: { status: "published" },
    include: {
      factSheets: true,
      licenseMatches: {
        where: isOwnLicense,
        select: { license: { select: { number: true, targetPopulation: true } } },
      },
      rankingMembers: { where: { editionId: newest?.id ?? crypto.randomUUID() }, select: { entry: true } },
    },
    orderBy: { slug: "asc" },
  });
  return rows.map(({ factSheets, licenseMatches, rankingMembers: [member], ...listing }) => {
    const facts = resolveFacts(factSheets.map((sheet) => ({ ...sheet, asOf: toIsoDate(sheet.asOf) })));
    const licenses = licenseMatches.map(({ license }) => license);
    return { ...listing, licenses, facts, standing: member?.entry ?? null };
  });
}

export type PublishedListing = Awaited<ReturnType<typeof publishedListings>>[number];

/** The entries as they stand, and as they would be derived now. */
export async function entriesStoredAndDerived() {
  const stored = await db.$queryRaw`
    SELECT "listingId", "sortName", "rankOrder", "rank", "band", "yes", "unknown", "who",
      "noMediCalIn", "treatsOpioids", "words", "isPositionApproximate",
      round(latitude("position")::numeric, 6)::float8 AS "latitude",
      round(longitude("position")::numeric, 6)::float8 AS "longitude"
    FROM "SearchEntry" ORDER BY "listingId"`;
  const round = (degrees: number | null) => degrees && Math.round(degrees * 1e6) / 1e6;
  const derived = (await publishedListings())
    .map((place) => entryOf(place))
    .map((entry) => ({ ...entry, latitude: round(entry.latitude), longitude: round(entry.longitude) }))
    .toSorted((a, b) => (a.listingId < b.listingId ? -1 : 1));
  return { stored, derived };
}

/**
 * Whether an option holds for a place, in the plainest words: some code yes; else nothing where an answer was set back;
 * else no where some part of the survey says no to all of its codes there; else nobody said.
 */
export function answerTo(place: PublishedListing, group: FilterGroup, option: string): Answer {
  if (group === "kind") return place.kind === option ? "yes" : "no";
  if (group === "people") {
    const populations = place.licenses.map(({ targetPopulation }) => targetPopulation);
    return whoCanGo(place.facts, populations).answers[option as People];
  }
  const known = answers.get(place.facts) ?? new Map<string, Answer>();
  answers.set(place.facts, known);
  const key = `${group}:${option}`;
  const answer = known.get(key) ?? answerOfCodes(place.facts, codesOf(group, option));
  known.set(key, answer);
  return answer;
}

type Answer = "yes" | "no" | "unknown";

/** Properties ask the same thousands of times. */
const answers = new WeakMap<PublishedListing["facts"], Map<string, Answer>>();

function answerOfCodes(facts: PublishedListing["facts"], codes: readonly string[]): Answer {
  const own = codes.map((code) => ({
    ...factOf(facts, code),
    part: ATTRIBUTES.get(code)?.category,
  }));
  if (own.some(({ value }) => value === "yes")) return "yes";
  if (own.some(({ value, source }) => value === "unknown" && source !== null)) return "unknown";
  const isRefused = (part: string | undefined) => own.every((each) => each.part !== part || each.value === "no");
  return own.some(({ part }) => isRefused(part)) ? "no" : "unknown";
}

/** Whether a place fits every group of the filters but those left out; text is not looked at. */
export function fits(place: PublishedListing, filters: ListingFilters, leftOut: readonly FilterGroup[] = []): boolean {
  const accepted = filters.includeUnknown ? ["yes", "unknown"] : ["yes"];
  return FILTER_GROUPS.filter((group) => filters[group].length > 0 && !leftOut.includes(group)).every((group) =>
    filters[group].some((option) => accepted.includes(answerTo(place, group, option))),
  );
}

const choices = FILTER_GROUPS.map((group) => [
  group,
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.subarray<string>([...optionsOf(group)], {
        minLength: 1,
        maxLength: Math.min(3, optionsOf(group).length),
      }),
    },
  ),
]);

/** Filters of the groups, at random. */
export const randomFilters: fc.Arbitrary<ListingFilters> = fc
  .record({
    ...(Object.fromEntries(choices) as { [Group in FilterGroup]: fc.Arbitrary<ListingFilters[Group]> }),
    includeUnknown: fc.boolean(),
  })
  .map((chosen) => ({ ...NO_FILTERS, ...chosen }));

/** Every hit, page after page. */
export async function allHits(filters: ListingFilters): Promise<SearchHit[]> {
  const text = await readText(filters);
  const hits: SearchHit[] = [];
  for (let after = filters.after; ;) {
    const page = await searchListings({ ...filters, after }, text);
    hits.push(...page.hits);
    if (!page.next) return hits;
    after = page.next;
  }
}
