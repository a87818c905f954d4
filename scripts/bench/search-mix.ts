// The searches that are timed, each beside what somebody who knows the tables would ask by hand.

import { middleOfZip } from "@/lib/search/zip-middle";

/** One search as a URL asks it, and as a person who writes the SQL by hand would read it. */
export interface MixedSearch {
  name: string;
  query: string;
  byHand: ByHand;
}

export interface ByHand {
  /** Typed words, each of which must be found. */
  words?: readonly string[];
  /** Chosen options: any of a group, every group. */
  groups?: Readonly<Record<string, readonly string[]>>;
  /** Whether a place that did not say fits. */
  orUnknown?: boolean;
  /** "best" is by rank within the smallest ring around downtown that holds enough, then the nearest beyond. */
  order: string;
  /** Where a page begins. */
  from?: string;
}

const { latitude, longitude } = middleOfZip("90012") ?? {};
export const DOWNTOWN = `ll_to_earth(${latitude}, ${longitude})`;
const BY_RANK = `"rankOrder", "sortName"`;
const BY_NAME = `"sortName"`;
export const BEST = "best";
const BY_DISTANCE = `"position" <-> ${DOWNTOWN}, "sortName"`;

/** Where a page far down begins: a place in the order by rank. */
export interface Middle {
  rankOrder: number;
  sortName: string;
  cursor: string;
}

export function searchMix({ rankOrder, sortName, cursor }: Middle): MixedSearch[] {
  const search = (name: string, query: string, byHand: ByHand): MixedSearch => ({ name, query, byHand });
  return [
    search("everything, by rank", "", { order: BY_RANK }),
    search("a page far down", `after=${cursor}`, {
      order: BY_RANK,
      from: `("rankOrder", "sortName") > (${rankOrder}, '${sortName}')`,
    }),
    search("Medi-Cal", "payment=medi-cal", { groups: { payment: ["medi-cal"] }, order: BY_RANK }),
    search("buprenorphine, Medi-Cal, Spanish", "medication=buprenorphine&payment=medi-cal&language=spanish", {
      groups: { medication: ["buprenorphine"], payment: ["medi-cal"], language: ["spanish"] },
      order: BY_RANK,
    }),
    search("pregnant, child care or with children", "population=pregnant&access=child-care&access=children-stay", {
      groups: { population: ["pregnant"], access: ["child-care", "children-stay"] },
      order: BY_RANK,
    }),
    search("methadone, Vietnamese", "medication=methadone&language=vietnamese", {
      groups: { medication: ["methadone"], language: ["vietnamese"] },
      order: BY_RANK,
    }),
    search("Korean, or did not say", "language=korean&kind=residential&unknown=include", {
      groups: { language: ["korean"], kind: ["residential"] },
      orUnknown: true,
      order: BY_RANK,
    }),
    search("hospitals by name", "kind=hospital&sort=name", { groups: { kind: ["hospital"] }, order: BY_NAME }),
    search("a frequent word", "q=health", { words: ["health"], order: BY_RANK }),
    search("two words of a name", "q=community+health", { words: ["community", "health"], order: BY_RANK }),
    search("a mistyped word, Medi-Cal", "q=healht&payment=medi-cal", {
      words: ["healht"],
      groups: { payment: ["medi-cal"] },
      order: BY_RANK,
    }),
    search("a mistyped service in Spanish", "q=acupuntra", { words: ["acupuntra"], order: BY_RANK }),
    search("nearest first", "near=90012&sort=distance", { order: BY_DISTANCE }),
    search(
      "nearest with buprenorphine and telehealth",
      "near=90012&sort=distance&medication=buprenorphine&access=telehealth",
      { groups: { medication: ["buprenorphine"], access: ["telehealth"] }, order: BY_DISTANCE },
    ),
    search("nearest free detox for veterans", "near=90012&sort=distance&level=detox&payment=free&population=veterans", {
      groups: { level: ["detox"], payment: ["free"], population: ["veterans"] },
      order: BY_DISTANCE,
    }),
    search("best fit around a ZIP code", "near=90012", { order: BEST }),
    search("best fit with buprenorphine and Medi-Cal", "near=90012&medication=buprenorphine&payment=medi-cal", {
      groups: { medication: ["buprenorphine"], payment: ["medi-cal"] },
      order: BEST,
    }),
    search("best fit for methadone, in words", "q=methadone+clinic+near+90012", {
      groups: { medication: ["methadone"] },
      order: BEST,
    }),
  ];
}
