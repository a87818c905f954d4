// Questions that only set filters. No answer is a diagnosis, we keep no answer, and "not sure" sets no filter.

import { FILTER_GROUPS, type FilterGroup, type FilterOption } from "@/lib/facts/filter-options";
import { countChosen, NO_FILTERS, parseFilters, type Choices, type ListingFilters } from "@/lib/search/filters";
import { textsIn, type SearchParams } from "@/lib/shared/search-params";

/** The filters that each answer sets. Some answers set none. */
export const ANSWERS = {
  pay: {
    "medi-cal": { payment: ["medi-cal"] },
    medicare: { payment: ["medicare"] },
    private: { payment: ["private"] },
    military: { payment: ["military"] },
    none: { payment: ["sliding-fee", "assistance", "free"] },
    unsure: {},
  },
  /** What the person takes now: whoever is on a medication needs a place that keeps them on it. */
  taking: {
    methadone: { keeping: ["on-methadone"] },
    buprenorphine: { keeping: ["on-buprenorphine"] },
    none: {},
    unsure: {},
  },
  setting: {
    home: { level: ["day-treatment", "intensive-outpatient", "outpatient"] },
    stay: { level: ["residential"] },
    hospital: { level: ["hospital"] },
    unsure: {},
  },
  need: {
    "start-methadone": { medication: ["methadone"] },
    "start-buprenorphine": { medication: ["buprenorphine"] },
    "start-naltrexone": { medication: ["naltrexone"] },
    spanish: { language: ["spanish"] },
    "sign-language": { language: ["sign-language"] },
    "mental-health": { population: ["mental-health"] },
    pregnant: { population: ["pregnant"] },
    teens: { people: ["a-minor"] },
    veterans: { population: ["veterans"] },
    lgbtq: { population: ["lgbtq"] },
    "child-care": { access: ["child-care"] },
    "children-stay": { access: ["children-stay"] },
    transportation: { access: ["transportation"] },
    telehealth: { access: ["telehealth"] },
  },
} as const satisfies Record<string, Record<string, Partial<Choices>>>;

export type GuideQuestion = keyof typeof ANSWERS;

/** What a form asked that somebody opened before a release and sends after it. */
const FORMER_ANSWERS = {
  medicine: {
    either: { medication: ["methadone", "buprenorphine"] },
    methadone: { medication: ["methadone"] },
    buprenorphine: { medication: ["buprenorphine"] },
    naltrexone: { medication: ["naltrexone"] },
    "keep-methadone": { keeping: ["on-methadone"] },
    "keep-buprenorphine": { keeping: ["on-buprenorphine"] },
  },
} as const satisfies Record<string, Record<string, Partial<Choices>>>;
const READ: Record<string, Record<string, Partial<Choices>>> = { ...ANSWERS, ...FORMER_ANSWERS };

/** How soon. Only danger leads to another page; the other answers change the words beside them. */
export const URGENCIES = ["danger", "today", "weeks", "unsure"] as const;

export type GuideStep =
  /** Somebody is in danger: the help lines come first. */
  | { kind: "danger" }
  /** The form sent answers: the next URL has only the filters. */
  | { kind: "answered"; filters: ListingFilters }
  /** Filters to look at, or the empty form (null). */
  | { kind: "review"; filters: ListingFilters | null };

/** Reads the URL of /find. A value that it does not know counts as not answered. */
export function guideStep(params: SearchParams): GuideStep {
  const { filters: given } = parseFilters(params);
  if (textsIn(params, "soon").includes("danger")) return { kind: "danger" };
  if (["soon", ...Object.keys(READ)].some((name) => Object.hasOwn(params, name)))
    return { kind: "answered", filters: filtersOf(params, given.near) };
  const isAsked = given.sort !== null || countChosen(given) > 0;
  return { kind: "review", filters: isAsked ? { ...given, text: "", after: null } : null };
}

function filtersOf(params: SearchParams, near: string | null): ListingFilters {
  const chosen = Object.entries(READ).flatMap(([question, answers]) =>
    Object.entries(answers)
      .filter(([answer]) => textsIn(params, question).includes(answer))
      .map(([, sets]) => sets),
  );
  const options = FILTER_GROUPS.map((group) => [group, [...new Set(chosen.flatMap((sets) => sets[group] ?? []))]]);
  return { ...NO_FILTERS, ...(Object.fromEntries(options) as Choices), near, sort: near ? "distance" : "rank" };
}

/** The answers that would set these filters, to fill the form again; "unsure", which comes last, where none would. */
export function answersFor(filters: ListingFilters): Record<GuideQuestion, string[]> {
  const isSet = (sets: Partial<Choices>) => {
    const pairs = Object.entries(sets) as [FilterGroup, readonly FilterOption[]][];
    return pairs.every(([group, options]) =>
      options.every((option) => (filters[group] as readonly string[]).includes(option)),
    );
  };
  const given = Object.entries(ANSWERS).map(([question, answers]) => {
    const told = Object.entries(answers as Record<string, Partial<Choices>>).filter(
      // An answer that sets nothing leaves no trace.
      ([answer, sets]) => answer === "unsure" || Object.keys(sets).length > 0,
    );
    return [question, told.filter(([, sets]) => isSet(sets)).map(([answer]) => answer)];
  });
  return Object.fromEntries(given) as Record<GuideQuestion, string[]>;
}
