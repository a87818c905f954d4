/** What the seed's first edition ranks: an independent count explains it (rankings-seed.test.ts), other tests only use it. */
export const FIRST_EDITION = {
  /** Published places, and those of them that answered the federal survey. */
  places: 937,
  surveyed: 306,
  /** Ranked programs, and their addresses. */
  programs: 193,
  addresses: 208,
  /** Places that are not ranked. */
  excluded: 729,
  /** Programs of each kind: opioid treatment, outpatient, residential, hospital. */
  kinds: [27, 86, 76, 4],
  /** How many of the top 10 and the top 25 stay under other weights, on average, as printed. */
  stayOfTop10: "7.8",
  stayOfTop25: "21.1",
  /** The addresses of the program with most of them, Safe Refuge in Long Beach. */
  safeRefuge: 10,
} as const;
