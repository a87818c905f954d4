ALTER TABLE "RankingMethod"
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "changelogEs" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "authorIds" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "reviewRequestedAt" TIMESTAMP(3),
  ADD COLUMN "reviewedById" TEXT,
  ADD COLUMN "reviewedAt" TIMESTAMP(3),
  ADD COLUMN "reviewNote" TEXT;

-- The first method is published already and stands as it is; only its entry in the changelog gets its Spanish words.
ALTER TABLE "RankingMethod" DISABLE TRIGGER "published_method_is_frozen";
UPDATE "RankingMethod" SET "changelogEs" =
  'Primer método: cuatro condiciones, 25 criterios en ocho grupos, 100 puntos. Las respuestas que no se conocen cuentan según el percentil 25 de los lugares clasificados.'
WHERE "version" = 1;
ALTER TABLE "RankingMethod" ENABLE TRIGGER "published_method_is_frozen";
ALTER TABLE "RankingMethod" ALTER COLUMN "changelogEs" DROP DEFAULT;

CREATE FUNCTION weight_of_method(definition JSONB) RETURNS NUMERIC LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(sum(points::NUMERIC), 0) FROM jsonb_path_query(definition, '$.groups[*].criteria[*].points') AS points
$$;

-- Every clause is IS TRUE, because a CHECK lets NULL pass.
ALTER TABLE "RankingMethod"
  ADD CONSTRAINT "RankingMethod_weights_sum_to_100" CHECK ((weight_of_method("definition") = 100) IS TRUE),
  ADD CONSTRAINT "RankingMethod_definition_names_its_version" CHECK ((("definition" ->> 'version')::INTEGER = "version") IS TRUE),
  ADD CONSTRAINT "RankingMethod_published_has_a_date" CHECK (("status" = 'published') = ("publishedAt" IS NOT NULL)),
  ADD CONSTRAINT "RankingMethod_reviewed_by_another" CHECK ((CASE
    WHEN "status" = 'draft' THEN "reviewedById" IS NULL AND "reviewedAt" IS NULL AND cardinality("authorIds") > 0
    -- The first method came with the house, when it had no staff: nobody wrote it here and nobody reviewed it.
    WHEN cardinality("authorIds") = 0 THEN "version" = 1 AND "status" = 'published' AND "reviewedById" IS NULL
    ELSE "reviewedAt" IS NOT NULL AND "reviewedById" <> ALL ("authorIds") AND "changelog" <> '' AND "changelogEs" <> ''
  END) IS TRUE);

CREATE FUNCTION hold_method_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."status" <> 'draft' AND cardinality(NEW."authorIds") > 0 THEN
      RAISE EXCEPTION 'A method begins as a draft' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT NEW."authorIds" @> OLD."authorIds" THEN
    RAISE EXCEPTION 'Who wrote a method stays its author' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."status" <> OLD."status"
     AND (OLD."status", NEW."status") NOT IN (('draft', 'reviewed'), ('reviewed', 'draft'), ('reviewed', 'published')) THEN
    RAISE EXCEPTION 'A method goes from draft to reviewed to published, not from % to %', OLD."status", NEW."status"
      USING ERRCODE = 'restrict_violation';
  END IF;
  -- What was reviewed is what is published, to the letter.
  IF NEW."status" <> 'draft'
     AND (NEW."version", NEW."definition", NEW."changelog", NEW."changelogEs", NEW."authorIds")
         IS DISTINCT FROM (OLD."version", OLD."definition", OLD."changelog", OLD."changelogEs", OLD."authorIds") THEN
    RAISE EXCEPTION 'A reviewed method is edited as a draft only' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD."status" = 'reviewed' AND NEW."status" <> 'draft'
     AND (NEW."reviewedById", NEW."reviewedAt", NEW."reviewNote")
         IS DISTINCT FROM (OLD."reviewedById", OLD."reviewedAt", OLD."reviewNote") THEN
    RAISE EXCEPTION 'A review stands as it was given' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD."status" = 'draft' AND NEW."status" = 'reviewed'
     AND (OLD."reviewRequestedAt" IS NULL OR NOT EXISTS (SELECT FROM "StaffMember" WHERE "id" = NEW."reviewedById")) THEN
    RAISE EXCEPTION 'A member of the staff reviews what was handed in for review' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER method_is_reviewed BEFORE INSERT OR UPDATE ON "RankingMethod" FOR EACH ROW EXECUTE FUNCTION hold_method_review();
