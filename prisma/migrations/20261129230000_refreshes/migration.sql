-- Looks for newer editions of the public files, and what each would bring: staff decide about it.

CREATE TYPE "RefreshOutcome" AS ENUM ('proposed', 'nothing_new', 'failed');
CREATE TYPE "RefreshStatus" AS ENUM ('open', 'accepted', 'superseded', 'rejected');

CREATE TABLE "Refresh" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),
    "outcome" "RefreshOutcome" NOT NULL,
    "cause" TEXT,
    "words" TEXT[] NOT NULL,
    "url" TEXT NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "checksum" TEXT,

    CONSTRAINT "Refresh_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Refresh_source_at_idx" ON "Refresh"("source", "at");
ALTER TABLE "Refresh" ADD CONSTRAINT "Refresh_failed_for_a_cause" CHECK (("outcome" = 'failed') = ("cause" IS NOT NULL));

CREATE TABLE "RefreshProposal" (
    "number" SERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "fetchedAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),
    "fileName" TEXT NOT NULL,
    "packed" BYTEA,
    "size" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "contentChecksum" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "asOfPrecision" "DatePrecision" NOT NULL,
    "report" TEXT[] NOT NULL,
    "effect" JSONB,
    "status" "RefreshStatus" NOT NULL DEFAULT 'open',
    "decidedAt" TIMESTAMP(3),
    "importNumber" INTEGER,

    CONSTRAINT "RefreshProposal_pkey" PRIMARY KEY ("number")
);
CREATE INDEX "RefreshProposal_source_number_idx" ON "RefreshProposal"("source", "number");
ALTER TABLE "RefreshProposal" ADD CONSTRAINT "RefreshProposal_importNumber_fkey" FOREIGN KEY ("importNumber") REFERENCES "Import"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RefreshProposal" ADD CONSTRAINT "RefreshProposal_decided" CHECK (("status" = 'open') = ("decidedAt" IS NULL));
-- Whatever can still be taken, or was, is there byte for byte.
ALTER TABLE "RefreshProposal" ADD CONSTRAINT "RefreshProposal_has_its_file" CHECK ("status" NOT IN ('open', 'accepted') OR "packed" IS NOT NULL);
ALTER TABLE "RefreshProposal" ADD CONSTRAINT "RefreshProposal_import_of_accepted" CHECK ("importNumber" IS NULL OR "status" = 'accepted');
-- A newer one takes the place of the one before.
CREATE UNIQUE INDEX "RefreshProposal_one_open" ON "RefreshProposal"("source") WHERE "status" = 'open';

-- It is decided once, and what was proposed stays as staff saw it.
CREATE FUNCTION refuse_proposal_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."status" <> 'open'
    OR (to_jsonb(NEW) - 'status' - 'decidedAt' - 'importNumber' - 'packed') IS DISTINCT FROM
       (to_jsonb(OLD) - 'status' - 'decidedAt' - 'importNumber' - 'packed')
    OR (NEW."packed" IS NOT NULL AND NEW."packed" IS DISTINCT FROM OLD."packed") THEN
    RAISE EXCEPTION 'RefreshProposal is frozen: it may be decided once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refresh_proposal_is_frozen BEFORE UPDATE ON "RefreshProposal" FOR EACH ROW EXECUTE FUNCTION refuse_proposal_change();
CREATE TRIGGER refresh_proposal_stays BEFORE DELETE ON "RefreshProposal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
