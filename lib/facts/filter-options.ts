// What a person can filter by, in their words. An option about facts is a yes when one of its codes of the federal
// survey is a yes. `people` is who can go, by several answers and the state's list (who-can-go); `population` is only
// whom a program is made for. `kind` is a column of the listing, and always known.

import { PAYMENT_CODES } from "./how-to-pay";
import { KEEPING_CODES, LEVEL_CODES, MEDICATION_CODES } from "./key-facts";
import { LISTING_KINDS } from "./kind";
import { PEOPLE } from "./who-can-go";

/** The codes behind each option, by group. Option keys stand in URLs: they never change their meaning. */
export const OPTION_CODES = {
  medication: MEDICATION_CODES,
  /**
   * A group of its own, beside medication and other help: a person who must keep a medication needs both groups to fit.
   * Only a methadone program gives methadone day by day, so who keeps people on buprenorphine may not keep them on that.
   */
  keeping: KEEPING_CODES,
  level: {
    detox: ["DT", "HID", "OD", "RD"],
    hospital: LEVEL_CODES.hospital,
    residential: LEVEL_CODES.residential,
    "day-treatment": ["ODT"],
    "intensive-outpatient": ["OIT"],
    outpatient: LEVEL_CODES.outpatient,
    "sober-housing": ["HH"],
  },
  payment: PAYMENT_CODES,
  population: {
    women: ["WN"],
    pregnant: ["PW"],
    men: ["MN"],
    teens: ["AD"],
    "young-adults": ["TAY"],
    "older-adults": ["SE"],
    lgbtq: ["GL"],
    veterans: ["VET"],
    "active-military": ["ADM"],
    "military-families": ["MF"],
    justice: ["CJ"],
    "mental-health": ["CO"],
    pain: ["COPSU"],
    hiv: ["HV"],
    trauma: ["TRMA", "XA"],
    "partner-violence": ["DV"],
  },
  language: {
    spanish: ["SP"],
    "sign-language": ["AH"],
    arabic: ["F4"],
    chinese: ["F17"],
    creole: ["F19"],
    farsi: ["F25"],
    french: ["F28"],
    german: ["F30"],
    greek: ["F31"],
    hebrew: ["F35"],
    hindi: ["F36"],
    hmong: ["F37"],
    italian: ["F42"],
    japanese: ["F43"],
    korean: ["F47"],
    "native-american": ["NX", "N24", "N40"],
    polish: ["F66"],
    portuguese: ["F67"],
    russian: ["F70"],
    tagalog: ["F81"],
    vietnamese: ["F92"],
  },
  access: {
    telehealth: ["TELE"],
    transportation: ["TA"],
    "child-care": ["CCC"],
    "children-stay": ["BC"],
    "housing-help": ["HS"],
    "while-waiting": ["ISC"],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type FactGroup = keyof typeof OPTION_CODES;
/** What a place can leave unsaid. */
export type AnswerGroup = FactGroup | "people";
export type FilterGroup = AnswerGroup | "kind";
export type FilterOption<Group extends FilterGroup = FilterGroup> = Group extends FactGroup
  ? Extract<keyof (typeof OPTION_CODES)[Group], string>
  : Group extends "people"
    ? (typeof PEOPLE)[number]
    : (typeof LISTING_KINDS)[number];

export const FACT_GROUPS = Object.keys(OPTION_CODES) as FactGroup[];
export const ANSWER_GROUPS: readonly AnswerGroup[] = FACT_GROUPS.flatMap((group) =>
  group === "population" ? ["people", group] : group,
);
/** In the order of the form. */
export const FILTER_GROUPS: readonly FilterGroup[] = [...ANSWER_GROUPS, "kind"];

/** The options of a group, in the order of the form. */
export function optionsOf<Group extends FilterGroup>(group: Group): readonly FilterOption<Group>[] {
  return OPTIONS[group];
}

const OPTIONS = {
  ...(Object.fromEntries(FACT_GROUPS.map((group) => [group, Object.keys(OPTION_CODES[group])])) as unknown as {
    [Group in FactGroup]: FilterOption<Group>[];
  }),
  people: PEOPLE,
  kind: LISTING_KINDS,
} as { readonly [Group in FilterGroup]: readonly FilterOption<Group>[] };
