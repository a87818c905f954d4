-- A match says by what it was found and how sure it is; what is not the place's own earns nothing. `npm run migrate` finds
-- all matches anew when the tables stand, from the listings and licenses, which stay as they are.
DELETE FROM "LicenseMatch";

CREATE TYPE "MatchBasis" AS ENUM ('own_address', 'additional_location', 'operator_and_zip', 'other_name', 'other_address');
CREATE TYPE "MatchAgreement" AS ENUM ('name', 'legal_entity', 'phone');
CREATE TYPE "MatchCertainty" AS ENUM ('certain', 'probable');

ALTER TABLE "LicenseMatch"
  DROP COLUMN "method",
  DROP COLUMN "doubtful",
  DROP COLUMN "note",
  ADD COLUMN "basis" "MatchBasis" NOT NULL,
  ADD COLUMN "agreement" "MatchAgreement"[],
  ADD COLUMN "certainty" "MatchCertainty";
DROP TYPE "MatchMethod";

-- A license counts by three of the bases, always with something that says that one operator has both.
ALTER TABLE "LicenseMatch" ADD CONSTRAINT "LicenseMatch_counts_by_its_basis" CHECK (
  ("certainty" IS NOT NULL) = ("basis" IN ('own_address', 'additional_location', 'operator_and_zip'))
);
ALTER TABLE "LicenseMatch" ADD CONSTRAINT "LicenseMatch_counts_with_agreement" CHECK (
  "certainty" IS NULL OR coalesce(cardinality("agreement"), 0) > 0
);

-- Why a license that shares something with a listing is not the listing's, where no rule says it.
CREATE TABLE "LicenseNote" (
    "id" UUID NOT NULL,
    "listingId" UUID NOT NULL,
    "licenseNumber" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "staffMemberId" TEXT,
    "writtenAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),

    CONSTRAINT "LicenseNote_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "LicenseNote_says_why" CHECK (btrim("note") <> '' AND btrim("evidence") <> '')
);
CREATE INDEX "LicenseNote_listingId_licenseNumber_idx" ON "LicenseNote"("listingId", "licenseNumber");
ALTER TABLE "LicenseNote" ADD CONSTRAINT "LicenseNote_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A note stands; a later one of the same license is read instead. It is a judgment about the place.
CREATE TRIGGER license_note_is_frozen BEFORE UPDATE ON "LicenseNote" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER license_note_is_not_emptied BEFORE TRUNCATE ON "LicenseNote" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER license_note_writer_is_disinterested BEFORE INSERT OR DELETE ON "LicenseNote"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_writer('listingId');
CREATE TRIGGER license_note_is_disinterested BEFORE INSERT ON "LicenseNote"
  FOR EACH ROW EXECUTE FUNCTION refuse_interested_check();
