// The pages of the staff's table that are timed, each beside what somebody who knows the tables would ask by hand.

export interface DeskPage {
  name: string;
  query: string;
  /** The condition on "Listing" AS l, and its order. */
  where: string;
  order?: string;
}

const WORD = (word: string) => `l."sought" LIKE '%${word}%'`;
const LICENSED = `SELECT m."listingId" FROM "LicenseMatch" m JOIN "License" x ON x."id" = m."licenseId"
  WHERE m."certainty" IS NOT NULL GROUP BY 1`;

export const DESK_PAGES: readonly DeskPage[] = [
  { name: "the first page", query: "", where: "true" },
  {
    name: "by the last change",
    query: "sort=updated&order=desc",
    where: "true",
    order: `l."updatedAt" DESC, l."id" DESC`,
  },
  { name: "a frequent word", query: "q=health", where: WORD("health") },
  { name: "two words", query: "q=community+health", where: `${WORD("community")} AND ${WORD("health")}` },
  { name: "a phone number", query: "q=(213)+200-0400", where: WORD("2132000400") },
  {
    name: "a state, drafts",
    query: "state=CA&status=draft",
    where: `l."state" = 'CA' AND l."status" = 'draft'`,
  },
  {
    name: "license ended",
    query: "license=ended",
    where: `l."id" IN (${LICENSED} HAVING max(x."expiresOn") < current_date)`,
  },
  {
    name: "not checked within a year, a kind",
    query: "checked=long_ago&kind=hospital",
    where: `l."kind" = 'hospital' AND NOT EXISTS (SELECT FROM "FactCheck" c WHERE c."listingId" = l."id"
      AND c."retractedAt" IS NULL AND c."asOf" >= current_date - 365)`,
  },
  {
    name: "left out by the newest directory",
    query: "directory=left_out",
    where: `l."status" = 'published' AND l."closedOn" IS NULL AND l."id" IN (SELECT s."listingId" FROM "FactSheet" s
      WHERE s."source" = 'samhsa' GROUP BY 1 HAVING max(s."asOf") < '2024-01-01')`,
  },
];

/** Nothing is written so: the page reads the whole search a second time. There is no short way by hand. */
export const MISSPELLED: DeskPage = { name: "a word with a slip", query: "q=behaviorral", where: WORD("behavioral") };
