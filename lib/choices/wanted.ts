// What the next places must answer with a yes: what the person asked for, and where they asked nothing about it, what the
// places that they chose have in common.

import { FILTER_GROUPS, type FilterGroup, type FilterOption } from "@/lib/facts/filter-options";
import { MEDICATIONS } from "@/lib/facts/key-facts";
import { optionKey } from "@/lib/search/entry";
import type { ListingFilters } from "@/lib/search/filters";
import type { ChosenListing, Wanted } from "./types";

type Answered = Pick<ChosenListing, "answers" | "kind">;

const says = ({ answers }: Answered, group: FilterGroup, option: FilterOption) =>
  answers.yes.includes(optionKey(group, option));

/** Of a group any option will do, and all groups must fit. */
export function wantedOf(chosen: readonly Answered[], asked: ListingFilters): Wanted[] {
  const named = FILTER_GROUPS.filter((group) => asked[group].length > 0).map((group): Wanted => ({
    group,
    options: asked[group],
    isAsked: true,
    isWish: false,
  }));
  const isAsked = (...groups: FilterGroup[]) => groups.some((group) => asked[group].length > 0);
  return [
    ...named,
    ...(isAsked("kind", "level") ? [] : kindsOf(chosen)),
    ...givenOf(chosen, asked),
    ...(isAsked("medication", "keeping") ? [] : medicationsOf(chosen)),
    ...(isAsked("payment") ? [] : payingOf(chosen)),
    ...(isAsked("people", "population") ? [] : peopleOf(chosen)),
  ];
}

/** Where no place of the kind takes the person, another kind of care is better than none. */
function kindsOf(chosen: readonly Answered[]): Wanted[] {
  return wishes("kind", [...new Set(chosen.map(({ kind }) => kind))]);
}

/**
 * Who chose places that all give methadone may need it from the next one too: nearly all others only let people stay on what
 * an opioid treatment program gives them. Of somebody who only asked to stay on it, it is a wish; who asked for other
 * medications alone needs none.
 */
function givenOf(chosen: readonly Answered[], { medication, keeping }: ListingFilters): Wanted[] {
  if (medication.length > 0 || (keeping.length > 0 && !keeping.includes("on-methadone"))) return [];
  if (!all(chosen, "medication", "methadone")) return [];
  return keeping.length > 0 ? wishes("medication", ["methadone"]) : inherited("medication", ["methadone"]);
}

/** One of the medications that they offer; and whoever can stay on theirs at each of them must be able to there too. */
function medicationsOf(chosen: readonly Answered[]): Wanted[] {
  const offered = MEDICATIONS.filter((medication) => chosen.some((place) => says(place, "medication", medication)));
  const kept = (["on-methadone", "on-buprenorphine"] as const).filter((keeping) => all(chosen, "keeping", keeping));
  const given = all(chosen, "medication", "methadone") ? [] : wishes("medication", offered);
  return [...given, ...kept.flatMap((keeping) => inherited("keeping", [keeping]))];
}

/** Who called a place that takes Medi-Cal is not sent to one where they would pay cash. */
function payingOf(chosen: readonly Answered[]): Wanted[] {
  return chosen.some((place) => says(place, "payment", "medi-cal")) ? inherited("payment", ["medi-cal"]) : [];
}

/**
 * Whom all of them take, the next ones must take: nobody knows which of these the person is. Only where no adult can go
 * is it a minor: a place that takes adults need not take minors too.
 */
function peopleOf(chosen: readonly Answered[]): Wanted[] {
  const adults = (["a-woman", "a-man"] as const).filter((people) => all(chosen, "people", people));
  const isForMinors =
    all(chosen, "people", "a-minor") && !chosen.some((place) => ADULTS.some((adult) => says(place, "people", adult)));
  const taken = isForMinors ? (["a-minor"] as const) : adults;
  return taken.flatMap((people) => inherited("people", [people]));
}

const ADULTS = ["a-woman", "a-man", "a-mother-with-children", "a-young-adult", "an-elder", "a-veteran"] as const;

function all(chosen: readonly Answered[], group: FilterGroup, option: FilterOption): boolean {
  return chosen.length > 0 && chosen.every((place) => says(place, group, option));
}

function inherited(group: FilterGroup, options: readonly FilterOption[]): Wanted[] {
  return options.length === 0 ? [] : [{ group, options, isAsked: false, isWish: false }];
}

function wishes(group: FilterGroup, options: readonly FilterOption[]): Wanted[] {
  return inherited(group, options).map((wanted) => ({ ...wanted, isWish: true }));
}

/** Whether a place answers all of it with a yes. */
export function answersAll(place: Answered, wanted: readonly Wanted[]): boolean {
  return wanted.every(({ group, options }) => options.some((option) => says(place, group, option)));
}

/** What of it a place did not say, when it says no to nothing; null when it does. */
export function unsaidOf(place: Answered, wanted: readonly Wanted[]): Wanted[] | null {
  const open = wanted.filter((each) => !answersAll(place, [each]));
  const isSilent = ({ group, options }: Wanted) =>
    options.some((option) => place.answers.unknown.includes(optionKey(group, option)));
  return open.every(isSilent) ? open : null;
}
