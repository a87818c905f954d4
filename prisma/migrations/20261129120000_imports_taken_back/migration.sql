-- An import can be taken back whole: each has a number and keeps its code book, and each raw row says which listing it is.

ALTER TABLE "SourceEdition" ADD COLUMN "takenBackAt" TIMESTAMP(3);
ALTER TABLE "SourceRecord" ADD COLUMN "listingId" UUID;
CREATE INDEX "SourceRecord_listingId_idx" ON "SourceRecord"("listingId");

CREATE TABLE "Import" (
    "number" INTEGER NOT NULL,
    "sourceEditionId" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "codeBook" JSONB,
    "codeCounts" JSONB,
    "takenBackAt" TIMESTAMP(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("number")
);
CREATE INDEX "Import_sourceEditionId_idx" ON "Import"("sourceEditionId");
ALTER TABLE "Import" ADD CONSTRAINT "Import_sourceEditionId_fkey" FOREIGN KEY ("sourceEditionId") REFERENCES "SourceEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO "Import" ("number", "sourceEditionId", "at")
SELECT row_number() OVER (ORDER BY "importedAt", "id"), "id", "importedAt" FROM "SourceEdition";

-- Without gaps, also after a dry run; importers wait for each other.
CREATE FUNCTION next_import_number() RETURNS integer LANGUAGE sql SET search_path = public, pg_temp AS $$
  SELECT coalesce(max("number"), 0) + 1 FROM "Import"
$$;
ALTER TABLE "Import" ALTER COLUMN "number" SET DEFAULT next_import_number();

-- An import stays on record. Only that it was taken back is added, once.
CREATE FUNCTION refuse_import_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."takenBackAt" IS NOT NULL OR (to_jsonb(NEW) - 'takenBackAt') IS DISTINCT FROM (to_jsonb(OLD) - 'takenBackAt') THEN
    RAISE EXCEPTION 'Import is frozen: only that it was taken back may be added' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER import_is_frozen BEFORE UPDATE ON "Import" FOR EACH ROW EXECUTE FUNCTION refuse_import_change();
CREATE TRIGGER import_stays BEFORE DELETE ON "Import" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_is_not_emptied BEFORE TRUNCATE ON "Import" EXECUTE FUNCTION refuse_change();

-- A raw row stands as the file has it; which listing it is may be found out anew.
DROP TRIGGER source_record_is_frozen ON "SourceRecord";
CREATE FUNCTION refuse_record_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (to_jsonb(NEW) - 'listingId') IS DISTINCT FROM (to_jsonb(OLD) - 'listingId') THEN
    RAISE EXCEPTION 'SourceRecord is frozen: only which listing it is may change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER source_record_is_frozen BEFORE UPDATE ON "SourceRecord" FOR EACH ROW EXECUTE FUNCTION refuse_record_change();

-- It goes only with an import that was taken back.
DROP TRIGGER source_record_stays ON "SourceRecord";
CREATE FUNCTION refuse_record_removal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "SourceEdition" WHERE "id" = OLD."sourceEditionId" AND "takenBackAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'SourceRecord is frozen: it goes only with an import that was taken back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER source_record_stays BEFORE DELETE ON "SourceRecord" FOR EACH ROW EXECUTE FUNCTION refuse_record_removal();

-- Rows imported before: by their key, then by name and ZIP within an edition that states facts of the listing. An import
-- with rows that find no listing so cannot be taken back.
UPDATE "SourceRecord" AS r SET "listingId" = l."id"
FROM "Listing" AS l, "SourceEdition" AS e
WHERE e."id" = r."sourceEditionId" AND e."source" = 'samhsa' AND l."siteKey" = r."key";
UPDATE "SourceRecord" AS r SET "listingId" = s."listingId"
FROM "FactSheet" AS s, "Listing" AS l
WHERE r."listingId" IS NULL AND s."sourceEditionId" = r."sourceEditionId" AND l."id" = s."listingId"
  AND left(r."data"->>'zip', 5) = l."zip"
  AND (upper(r."data"->>'name1') = upper(l."name") OR upper(r."data"->>'street1') = upper(l."street"))
  AND NOT EXISTS (
    SELECT FROM "SourceRecord" AS o WHERE o."sourceEditionId" = r."sourceEditionId" AND o."listingId" = l."id");

-- What staff published, archived or returned to draft is theirs to decide from then on.
UPDATE "Listing" AS l SET "staffFields" = array_append("staffFields", 'status')
WHERE EXISTS (
  SELECT FROM "AuditEvent" AS a
  WHERE a."subjectType" = 'listing' AND a."subjectId" = l."id"::text AND a."actorId" IS NOT NULL
    AND a."action" IN ('listing.published', 'listing.archived', 'listing.returned_to_draft'));
