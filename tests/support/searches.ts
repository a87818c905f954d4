// Sixty searches as people type them, each with what a good answer is: a property of the first places and of what the
// page says, never the id of a place. tests/integration/search-quality.test.ts asks them and prints the score.

import type { FilterGroup, FilterOption } from "@/lib/facts/filter-options";
import type { Topic } from "@/lib/search/types";

/** What every one of the first ten places, and the answer itself, has to be. What is left out may be anything. */
export interface GoodAnswer {
  /** Every first place answers yes to one of these. */
  yes?: Partial<{ [Group in FilterGroup]: FilterOption<Group>[] }>;
  /** Every first place offers one of these services. */
  services?: string[];
  /** Distances begin at this place, and the first places lie within so many miles of it. */
  near?: [name: string, miles: number];
  /** The name of the first place, or of one that is shown as called so. */
  first?: RegExp;
  /** Nothing is left out: every published place fits. */
  everything?: true;
  /** Nothing fits, and the page says why. */
  nothing?: true;
  /** What the page tells about a phrase. */
  tells?: Topic;
  /** A mistyped word and what it was taken for; null for none. */
  corrected?: [typed: string, used: string] | null;
  /** Words that the page says it does not know. */
  unknown?: string[];
  /** The page asks where the person is. */
  asksPlace?: true;
  /** What the place may mean besides. */
  others?: string;
}

export interface TypedSearch {
  q?: string;
  near?: string;
  good: GoodAnswer;
}

const METHADONE = { medication: ["methadone" as const] };
const BUPRENORPHINE = { medication: ["buprenorphine" as const] };
const DETOX = { level: ["detox" as const] };
const MEDI_CAL = { payment: ["medi-cal" as const] };
const LITTLE_COST = { payment: ["free", "assistance", "sliding-fee", "medi-cal"] as const };

export const SEARCHES: TypedSearch[] = [
  // What the directory is about.
  { q: "heroin", good: { everything: true, corrected: null } },
  { q: "heroína", good: { everything: true, corrected: null } },
  { q: "opioid", good: { everything: true } },
  { q: "heroin addiction", good: { everything: true } },
  { q: "rehab", good: { everything: true } },
  { q: "treatment center", good: { everything: true } },
  { q: "centros de rehabilitación", good: { everything: true, corrected: null } },
  { q: "my son is on fentanyl, I need help", good: { everything: true } },
  { q: "best heroin rehab los angeles", good: { everything: true } },
  // Kinds of care.
  { q: "detox", good: { yes: DETOX } },
  { q: "desintoxicación", good: { yes: DETOX } },
  { q: "inpatient rehab", good: { yes: { level: ["residential", "hospital"] } } },
  { q: "sober living", good: { yes: { level: ["sober-housing"] } } },
  { q: "90 day program", good: { services: ["RL"] } },
  // Medications and their brands.
  { q: "methadone clinic", good: { yes: METHADONE, corrected: null } },
  { q: "clínicas de metadona", good: { yes: METHADONE } },
  { q: "suboxone doctor", good: { yes: BUPRENORPHINE, corrected: null } },
  { q: "doctor de suboxone", good: { yes: BUPRENORPHINE, corrected: null } },
  { q: "vivitrol shot", good: { yes: { medication: ["naltrexone"] } } },
  { q: "sublocade", good: { services: ["BERI"] } },
  { q: "narcan", good: { services: ["NOE"] } },
  { q: "I want to stay on methadone", good: { yes: { keeping: ["on-methadone"] } } },
  // Mistyped.
  { q: "herion", good: { everything: true, corrected: ["herion", "heroin"] } },
  { q: "methdone", good: { yes: METHADONE, corrected: ["methdone", "methadone"] } },
  { q: "buprenorfine", good: { yes: BUPRENORPHINE } },
  { q: "docter", good: { everything: true, corrected: ["docter", "doctor"] } },
  { q: "banana", good: { nothing: true, corrected: null, unknown: ["banana"] } },
  { q: "xylophone medi-cal", good: { yes: MEDI_CAL, unknown: ["xylophone"], corrected: null } },
  // Places.
  { q: "90033", good: { near: ["90033", 5] } },
  { q: "90033-1234", good: { near: ["90033", 5] } },
  { q: "detox 9003", good: { yes: DETOX, unknown: ["9003"] } },
  { near: "9003", q: "detox", good: { yes: DETOX } },
  { q: "cerca de Boyle Heights", good: { near: ["Boyle Heights", 5] } },
  { q: "K-town detox", good: { yes: DETOX, near: ["Koreatown", 10] } },
  {
    q: "methadone in the valley",
    good: { yes: METHADONE, near: ["San Fernando Valley", 25], others: "San Gabriel Valley" },
  },
  { q: "suboxone South Central", good: { yes: BUPRENORPHINE, near: ["South Los Angeles", 10] } },
  { q: "clínica en el este de Los Ángeles", good: { near: ["East Los Angeles", 5] } },
  { q: "pasedena", good: { near: ["Pasadena", 5], corrected: ["pasedena", "Pasadena"] } },
  { near: "DTLA", q: "Medi-Cal", good: { yes: MEDI_CAL, near: ["Downtown Los Angeles", 5] } },
  { near: "long beech", good: { near: ["Long Beach", 5] } },
  { q: "rehab near me", good: { everything: true, asksPlace: true } },
  // Names.
  { q: "Tarzana Treatment Centers", good: { first: /^tarzana treatment/i } },
  { q: "phoenix house", good: { first: /phoenix house/i } },
  { q: "matrx institute", good: { first: /matrix/i, corrected: ["matrx", "matrix"] } },
  // Paying.
  { q: "places that take medi-cal", good: { yes: MEDI_CAL } },
  { q: "Medicaid rehab", good: { yes: MEDI_CAL } },
  { q: "MediCal detox", good: { yes: { ...MEDI_CAL, ...DETOX } } },
  { q: "LA Care", good: { yes: MEDI_CAL, tells: "plans" } },
  { q: "kaiser", good: { first: /kaiser/i, tells: "plans" } },
  { q: "free rehab", good: { yes: { payment: [...LITTLE_COST.payment] }, tells: "free" } },
  { q: "sin seguro", good: { yes: { payment: ["free", "assistance", "sliding-fee"] }, tells: "noInsurance" } },
  // Who it is for.
  { q: "women with kids", good: { yes: { people: ["a-mother-with-children"] } } },
  { q: "mujeres embarazadas", good: { yes: { population: ["pregnant"] } } },
  { q: "16 year old", good: { yes: { people: ["a-minor"] } } },
  { q: "veterans ptsd", good: { yes: { population: ["veterans"] } } },
  { q: "couples rehab", good: { services: ["MCO"], tells: "couples" } },
  { q: "court ordered treatment", good: { yes: { population: ["justice"] } } },
  { q: "DUI classes", good: { services: ["DU"], tells: "dui" } },
  // Languages and hours.
  { q: "vietnamese or korean", good: { yes: { language: ["vietnamese", "korean"] } } },
  { q: "suboxone open now", good: { yes: BUPRENORPHINE, tells: "hours" } },
];
