-- The state's list says more of a license: the second line of its address, and whether medicine may be given there.
ALTER TABLE "License" ADD COLUMN "street2" TEXT, ADD COLUMN "medicalServices" BOOLEAN;
UPDATE "License" AS l
SET "street2" = NULLIF(btrim(r."data" ->> 'address_line2'), ''),
  "medicalServices" = CASE lower(btrim(r."data" ->> 'incidental_medical_services'))
    WHEN 'true' THEN true WHEN 'false' THEN false END
FROM "SourceRecord" AS r
WHERE r."sourceEditionId" = l."sourceEditionId" AND r."key" = l."number";

-- A place that the state's list alone names is known by one of its licenses; what the federal directory names is not.
ALTER TABLE "Listing" ADD COLUMN "knownByLicense" TEXT;
CREATE UNIQUE INDEX "Listing_knownByLicense_key" ON "Listing"("knownByLicense");
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_one_origin" CHECK ("siteKey" IS NULL OR "knownByLicense" IS NULL);
