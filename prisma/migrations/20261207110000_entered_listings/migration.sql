-- A listing that staff entered by hand says how they know of the place, and when they saw it.
ALTER TABLE "Listing" ADD COLUMN "website" TEXT, ADD COLUMN "evidence" TEXT, ADD COLUMN "evidenceSeenOn" DATE;

ALTER TABLE "Listing" ADD CONSTRAINT "Listing_evidence_has_day"
  CHECK (num_nonnulls("evidence", "evidenceSeenOn") IN (0, 2));
