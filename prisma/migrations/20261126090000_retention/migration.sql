-- Nothing about a person is kept longer than we said.

-- Spam that was closed as something else before is kept as long as any spam, counted from when it was judged.
CREATE OR REPLACE FUNCTION keep_closing_moment() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."closedAt" := CASE
    WHEN NEW."status" NOT IN ('done', 'spam') THEN NULL
    WHEN TG_OP = 'UPDATE' AND OLD."status" <> NEW."status" AND NEW."closedAt" IS NOT DISTINCT FROM OLD."closedAt" THEN utc_clock()
    ELSE coalesce(NEW."closedAt", utc_clock()) END;
  RETURN NEW;
END $$;

-- What came of a contact is about the person too: nothing of it is noted once they had everything deleted.
CREATE FUNCTION refuse_outcome_on_erased() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "Inquiry" WHERE "id" = NEW."inquiryId" AND "erasedAt" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The inquiry is erased: nothing is noted about it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outreach_outcome_has_person BEFORE UPDATE ON "Outreach" FOR EACH ROW EXECUTE FUNCTION refuse_outcome_on_erased();

-- A correction outlives what its reporter wrote: the decision and the public note are ours.
ALTER TABLE "Correction"
  ALTER COLUMN "wrong" DROP NOT NULL,
  ADD COLUMN "erasedAt" TIMESTAMP(3),
  ADD COLUMN "publicNoteLocale" TEXT;
-- The desk spoke English to everybody who wrote one so far.
UPDATE "Correction" SET "publicNoteLocale" = 'en' WHERE "publicNote" IS NOT NULL;
ALTER TABLE "Correction"
  ADD CONSTRAINT "Correction_is_whole_or_erased" CHECK (
    CASE WHEN "erasedAt" IS NULL THEN "wrong" IS NOT NULL
    ELSE num_nonnulls("wrong", "right", "evidence", "email") = 0 AND "contentHash" = 'erased ' || "id" END),
  ADD CONSTRAINT "Correction_note_has_language" CHECK (
    ("publicNote" IS NOT NULL) = ("publicNoteLocale" IS NOT NULL) AND "publicNoteLocale" IN ('en', 'es'));

CREATE FUNCTION keep_correction_erased() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."erasedAt" IS DISTINCT FROM OLD."erasedAt" THEN
    RAISE EXCEPTION 'Correction is erased for good' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correction_stays_erased BEFORE UPDATE OF "erasedAt" ON "Correction" FOR EACH ROW
  WHEN (OLD."erasedAt" IS NOT NULL) EXECUTE FUNCTION keep_correction_erased();
