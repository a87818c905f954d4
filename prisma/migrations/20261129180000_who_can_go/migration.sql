-- Whom a place leaves out, and when it told the survey that it takes no Medi-Cal, beside what it can be found by.
ALTER TABLE "SearchEntry"
  ADD COLUMN "who" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "noMediCalIn" INTEGER;
ALTER TABLE "SearchEntry" ALTER COLUMN "who" DROP DEFAULT;

-- Who may come stands on a license too: whoever changes it there marks the listings that it belongs to.
CREATE FUNCTION mark_licensed_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SearchStale" ("listingId")
  SELECT DISTINCT m."listingId" FROM changed
  JOIN former ON former."id" = changed."id" AND former."targetPopulation" IS DISTINCT FROM changed."targetPopulation"
  JOIN "LicenseMatch" AS m ON m."licenseId" = changed."id"
  ORDER BY 1
  ON CONFLICT ("listingId") DO UPDATE SET "listingId" = EXCLUDED."listingId";
  RETURN NULL;
END $$;
CREATE TRIGGER license_changed_in_search AFTER UPDATE ON "License"
  REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_licensed_stale();

-- `npm run migrate` derives these entries anew when the tables stand.
INSERT INTO "SearchStale" ("listingId") SELECT "id" FROM "Listing" WHERE "status" = 'published' ORDER BY 1
ON CONFLICT DO NOTHING;
