// What the desk asks of listings beside their columns, as frequent as in Los Angeles: who names them, licenses, checks.

import type pg from "pg";

export const HOW_RECORDS_ARE_MADE =
  "Nine of ten listings are in the directory, one of ten has a license, one of twenty was checked within a year, one of " +
  "a hundred is a draft and one archived. Each has a phone number of its own.";

const STATEMENTS = [
  `UPDATE "Listing" SET "phone" = '+1213' || lpad((2000000 + n)::text, 7, '0'), "county" = 'County ' || "zip"::int % 400,
     "status" = (CASE n % 100 WHEN 1 THEN 'draft' WHEN 2 THEN 'archived' ELSE 'published' END)::"PublicationStatus"
   FROM (SELECT "id" AS i, (row_number() OVER (ORDER BY "id"))::int AS n FROM "Listing") AS numbered WHERE "id" = i`,
  `INSERT INTO "SourceEdition" ("id", "source", "edition", "asOf", "asOfPrecision", "fileName", "checksum", "rowCount")
   VALUES (gen_random_uuid(), 'samhsa', '2024', '2024-01-01', 'year', 'x', 'x', 1),
     (gen_random_uuid(), 'dhcs', '2026', '2026-08-21', 'day', 'x', 'x', 1)`,
  `INSERT INTO "FactSheet" ("id", "listingId", "source", "asOf", "asOfPrecision", "yes", "no", "unknown", "unrecognised")
   SELECT gen_random_uuid(), "id", 'samhsa', CASE WHEN right("phone", 2) = '77' THEN '2023-01-01' ELSE '2024-01-01' END::date,
     'year', '{}', '{}', '{}', '{}' FROM "Listing" WHERE right("phone", 1) <> '0'`,
  `INSERT INTO "License" ("id", "number", "sourceEditionId", "facilityName", "street", "city", "zip", "county", "isLicensed",
     "isCertified", "offersDetox", "settingCode", "expiresOn")
   SELECT "id", '19' || right("phone", 6) || 'AN', (SELECT "id" FROM "SourceEdition" WHERE "source" = 'dhcs'), "name",
     "street", "city", "zip", 'X', true, false, false, 'RES', current_date + right("phone", 4)::int % 700 - 100
   FROM "Listing" WHERE right("phone", 1) = '5'`,
  `INSERT INTO "LicenseMatch" ("id", "listingId", "licenseId", "basis", "agreement", "certainty")
   SELECT gen_random_uuid(), "id", "id", 'own_address', '{name}', CASE WHEN "number" LIKE '%05AN' THEN 'probable' ELSE 'certain' END::"MatchCertainty"
   FROM "License"`,
  `INSERT INTO "FactCheck" ("id", "listingId", "attribute", "value", "evidence", "asOf", "staffMemberId")
   SELECT gen_random_uuid(), "id", 'BU', 'yes', 'They said so', current_date - 30, 'bench' FROM "Listing"
   WHERE right("phone", 2) IN ('11', '22', '33', '44', '66')`,
];

/** Fills up a database that has its listings. */
export async function makeRecords(client: pg.Client): Promise<void> {
  await client.query("BEGIN");
  await client.query(`ALTER TABLE "Listing" DISABLE TRIGGER USER`);
  for (const statement of STATEMENTS) await client.query(statement);
  await client.query(`ALTER TABLE "Listing" ENABLE TRIGGER USER`);
  await client.query(`DELETE FROM "SearchStale"`);
  await client.query("COMMIT");
  await client.query("VACUUM ANALYZE");
}
