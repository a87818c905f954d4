// The searches that are timed, each beside what somebody who knows the tables would write by hand for it.

/** One search as an address asks it. */
export interface MixedSearch {
  name: string;
  query: string;
  /** By hand: the conditions of each group chosen, the text as a tsquery, and the order. */
  byHand: {
    text?: string;
    groups?: Record<string, string>;
    order: string;
    /** Conditions that only the results have, such as where a page begins. */
    from?: string;
  };
}

const BY_RANK = `"rankOrder", "sortName"`;
const DOWNTOWN = "ll_to_earth(34.061396, -118.23852)";
const BY_DISTANCE = `"position" <-> ${DOWNTOWN}, "sortName"`;
const YES = (...keys: string[]) => `"yes" && '{${keys.map((key) => `"${key}"`).join(",")}}'`;

/** @param middle a rank in the middle of the list, where a later page begins */
export function searchMix(middle: { rankOrder: number; sortName: string; cursor: string }): MixedSearch[] {
  return [
    { name: "everything, by rank", query: "", byHand: { order: BY_RANK } },
    {
      name: "a page far down",
      query: `after=${middle.cursor}`,
      byHand: {
        order: BY_RANK,
        from: `("rankOrder", "sortName") > (${middle.rankOrder}, '${middle.sortName}')`,
      },
    },
    {
      name: "Medi-Cal",
      query: "payment=medi-cal",
      byHand: { groups: { payment: YES("payment:medi-cal") }, order: BY_RANK },
    },
    {
      name: "buprenorphine, Medi-Cal, Spanish",
      query: "medication=buprenorphine&payment=medi-cal&language=spanish",
      byHand: {
        groups: {
          medication: YES("medication:buprenorphine"),
          payment: YES("payment:medi-cal"),
          language: YES("language:spanish"),
        },
        order: BY_RANK,
      },
    },
    {
      name: "pregnant, child care or with children",
      query: "population=pregnant&access=child-care&access=children-stay",
      byHand: {
        groups: { population: YES("population:pregnant"), access: YES("access:child-care", "access:children-stay") },
        order: BY_RANK,
      },
    },
    {
      name: "methadone, Vietnamese",
      query: "medication=methadone&language=vietnamese",
      byHand: {
        groups: { medication: YES("medication:methadone"), language: YES("language:vietnamese") },
        order: BY_RANK,
      },
    },
    {
      name: "Korean, or did not say",
      query: "language=korean&kind=residential&unknown=include",
      byHand: {
        groups: {
          language: `("yes" && '{language:korean}' OR "unknown" && '{language:korean}')`,
          kind: YES("kind:residential"),
        },
        order: BY_RANK,
      },
    },
    {
      name: "hospitals by name",
      query: "kind=hospital&sort=name",
      byHand: { groups: { kind: YES("kind:hospital") }, order: `"sortName"` },
    },
    { name: "a frequent word", query: "q=recovery", byHand: { text: "'recovery':*", order: BY_RANK } },
    { name: "a city", query: "q=los+angeles", byHand: { text: "'los':* & 'angeles':*", order: BY_RANK } },
    {
      name: "a mistyped city, Medi-Cal",
      query: "q=pasedena&payment=medi-cal",
      byHand: {
        text: "'pasadena':*",
        groups: { payment: YES("payment:medi-cal") },
        order: BY_RANK,
      },
    },
    { name: "nearest first", query: "near=90012", byHand: { order: BY_DISTANCE } },
    {
      name: "nearest with buprenorphine and telehealth",
      query: "near=90012&medication=buprenorphine&access=telehealth",
      byHand: {
        groups: { medication: YES("medication:buprenorphine"), access: YES("access:telehealth") },
        order: BY_DISTANCE,
      },
    },
    {
      name: "nearest free detox for veterans",
      query: "near=90012&level=detox&payment=free&population=veterans",
      byHand: {
        groups: { level: YES("level:detox"), payment: YES("payment:free"), population: YES("population:veterans") },
        order: BY_DISTANCE,
      },
    },
  ];
}

const COLUMNS = [
  "slug",
  "name",
  "unit",
  "street",
  "street2",
  "city",
  "state",
  "zip",
  "phone",
  "phoneExtension",
  "kind",
];

/** Results and counts as one would write them by hand. */
export function handWritten({
  byHand: { text, groups = {}, order, from },
}: MixedSearch): [results: string, facets: string] {
  const words = text === undefined ? [] : [`"document" @@ '${text.replaceAll("'", "''")}'`];
  const all = (conditions: string[]) => (conditions.length === 0 ? "true" : conditions.join(" AND "));
  const fitting = [...words, ...Object.values(groups)];
  const results = `
    SELECT ${COLUMNS.map((column) => `l."${column}"`).join(", ")}, e."rank", e."band", e."yes", e."unknown",
      e."position" <-> ${DOWNTOWN} AS "distance"
    FROM (SELECT * FROM "SearchEntry" WHERE ${all([...fitting, ...(from ? [from] : [])])} ORDER BY ${order} LIMIT 21) AS e
    JOIN "Listing" AS l ON l."id" = e."listingId"`;
  const answers = byUnknown(groups) ? `"yes" || "unknown"` : `"yes"`;
  const set = (conditions: string[]) =>
    `(SELECT ${answers} AS answers FROM "SearchEntry" WHERE ${all(conditions)} LIMIT 10001)`;
  const count = (name: string, conditions: string[], only: string) => `
    SELECT '${name}', key, count(*) FROM ${set(conditions)} AS s, unnest(s.answers) AS key WHERE ${only} GROUP BY key
    UNION ALL SELECT '${name}', NULL, count(*) FROM ${set(conditions)} AS s`;
  const others = (group: string) =>
    Object.entries(groups).flatMap(([name, condition]) => (name === group ? [] : [condition]));
  const facets = [
    count("all", fitting, "true"),
    ...Object.keys(groups).map((group) => count(group, [...words, ...others(group)], `key LIKE '${group}:%'`)),
  ];
  return [results, facets.join(" UNION ALL ")];
}

const byUnknown = (groups: Record<string, string>) => Object.values(groups).some((each) => each.includes(`"unknown"`));
