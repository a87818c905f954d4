import "server-only";
import { Prisma } from "@/lib/server/db";
import { literalInLike } from "@/lib/shared/like";
import { mayBeMisspelled } from "./sought";
import type { SoughtWords } from "./types";

/** Where a word was found beside the listing's own columns: ids. */
export interface FoundElsewhere {
  word: string;
  operators: string[];
  listings: string[];
}

/** What finds a word: a part of it as it is written, or with slips. */
function wordInSql(text: Prisma.Sql, word: string, withSlips: boolean): Prisma.Sql {
  const part = Prisma.sql`${text} LIKE ${`%${literalInLike(word)}%`}`;
  return withSlips && mayBeMisspelled(word) ? Prisma.sql`(${part} OR ${word} <% ${text})` : part;
}

/**
 * For each word the operators that are called so, and the listings that were called so before, have such a former
 * address, or a license whose number begins so. Few: their ids let the indexes of the listings find the rest.
 */
export function elsewhereSql({ words, phones, licenses }: SoughtWords, withSlips: boolean): Prisma.Sql {
  const numbers = [...new Set([...licenses, ...words.filter((word) => /\d/.test(word))])];
  const ofWord = (word: string) => {
    const license = Prisma.sql`
        UNION SELECT m."listingId" FROM "License" x JOIN "LicenseMatch" m ON m."licenseId" = x."id"
        WHERE m."certainty" IS NOT NULL
          AND lower(regexp_replace(x."number", '[^[:alnum:]]', '', 'g')) LIKE ${`${literalInLike(word)}%`}`;
    return Prisma.sql`
    SELECT ${word}::text AS word,
      ARRAY(SELECT "id" FROM "Operator" WHERE ${wordInSql(Prisma.sql`plain_text("name")`, word, withSlips)}) AS operators,
      ARRAY(
        SELECT "subjectId" FROM "SlugRedirect"
        WHERE "subject" = 'listing' AND ${wordInSql(Prisma.sql`"fromSlug"`, word, withSlips)}
        UNION SELECT "subjectId"::uuid FROM "AuditEvent"
        WHERE "action" = 'listing.edited' AND "before" ? 'name'
          AND ${wordInSql(Prisma.sql`plain_text("before"->>'name')`, word, withSlips)}${
            numbers.includes(word) ? license : Prisma.empty
          }) AS listings`;
  };
  return Prisma.join([...words, ...phones, ...licenses].map(ofWord), " UNION ALL ");
}

/** Each word somewhere in what names the listing, or elsewhere. */
export function soughtSql(
  { words, phones, licenses }: SoughtWords,
  elsewhere: readonly FoundElsewhere[],
  withSlips: boolean,
): Prisma.Sql {
  const found = (word: string) => {
    const { operators = [], listings = [] } = elsewhere.find((each) => each.word === word) ?? {};
    return [
      ...(operators.length > 0 ? [Prisma.sql`l."operatorId" = ANY (${operators}::uuid[])`] : []),
      ...(listings.length > 0 ? [Prisma.sql`l."id" = ANY (${listings}::uuid[])`] : []),
    ];
  };
  const anyOf = (parts: Prisma.Sql[]) => Prisma.sql`(${Prisma.join(parts, " OR ")})`;
  const own = Prisma.sql`l."sought"`;
  return Prisma.join(
    [
      ...[...words, ...phones].map((word) => anyOf([wordInSql(own, word, withSlips), ...found(word)])),
      ...licenses.map((number) => anyOf([Prisma.sql`false`, ...found(number)])),
    ],
    " AND ",
  );
}

/** How alike a word must be until the transaction ends, 0 to 1. */
export function alikeSql(likeness: number): Prisma.Sql {
  return Prisma.sql`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(likeness)}, true)`;
}

/** Of two names as a whole, 0 to 1: one frequent word in common is not enough. */
const MIN_NAME_LIKENESS = 0.45;

/** The listings with a name like this one, the most alike first. */
export function alikeNamesSql(name: string, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT "id" FROM "Listing", similarity(plain_text(${name}), plain_text("name")) AS likeness
    WHERE plain_text(${name}) <% "sought" AND likeness >= ${MIN_NAME_LIKENESS}
    ORDER BY likeness DESC, "id" LIMIT ${limit}::int`;
}
