-- Each check of a fact that staff made, one row a check. A wrong one is retracted: it stays, and counts no more. What
-- counts stands in the staff's fact sheets, which their writer makes of the checks; all else reads the sheets.
CREATE TABLE "FactCheck" (
    "id" UUID NOT NULL,
    "listingId" UUID NOT NULL,
    "attribute" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "staffMemberId" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),
    "retractedAt" TIMESTAMP(3),
    "retractedById" TEXT,
    "retractedReason" TEXT,

    CONSTRAINT "FactCheck_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "FactCheck_value_is_known" CHECK ("value" IN ('yes', 'no', 'unknown')),
    CONSTRAINT "FactCheck_retraction_is_whole" CHECK (num_nonnulls("retractedAt", "retractedById", "retractedReason") IN (0, 3) AND "retractedReason" <> '')
);
CREATE INDEX "FactCheck_listingId_asOf_idx" ON "FactCheck"("listingId", "asOf");
ALTER TABLE "FactCheck" ADD CONSTRAINT "FactCheck_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A check is a record: only its retraction is ever added, once.
CREATE FUNCTION refuse_check_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  retraction text[] := ARRAY['retractedAt', 'retractedById', 'retractedReason'];
BEGIN
  IF OLD."retractedAt" IS NOT NULL OR (to_jsonb(NEW) - retraction) IS DISTINCT FROM (to_jsonb(OLD) - retraction) THEN
    RAISE EXCEPTION 'A fact check is frozen: only its retraction may be added' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fact_check_is_frozen BEFORE UPDATE ON "FactCheck" FOR EACH ROW EXECUTE FUNCTION refuse_check_change();
CREATE TRIGGER fact_check_is_not_emptied BEFORE TRUNCATE ON "FactCheck" EXECUTE FUNCTION refuse_change();

-- The checks made so far, from the sheets of their days: each answer with the newest words that were noted for it.
INSERT INTO "FactCheck" ("id", "listingId", "attribute", "value", "evidence", "asOf", "staffMemberId", "checkedAt")
SELECT gen_random_uuid(), s."listingId", a."attribute", a."value",
  coalesce((
    SELECT nullif(found.words[1], '')
    FROM regexp_matches(s."evidence", '(?:^|\n)' || a."attribute" || ': ((?:(?!\n[A-Z0-9]+: ).)*)', 'g')
      WITH ORDINALITY AS found(words, n)
    ORDER BY found.n DESC LIMIT 1
  ), s."evidence"),
  s."asOf", s."staffMemberId", s."createdAt"
FROM "FactSheet" AS s
CROSS JOIN LATERAL (
  SELECT unnest(s."yes") AS "attribute", 'yes' AS "value"
  UNION ALL SELECT unnest(s."no"), 'no'
  UNION ALL SELECT unnest(s."unknown"), 'unknown'
) AS a
WHERE s."source" = 'staff';
