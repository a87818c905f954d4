-- Whether a place treats opioid use disorder: in every order, those that say they do not come after all others.
ALTER TABLE "SearchEntry" ADD COLUMN "treatsOpioids" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "SearchEntry" ALTER COLUMN "treatsOpioids" DROP DEFAULT;

-- They are few: the last part of a list finds them without reading what came before.
CREATE INDEX "SearchEntry_others_idx" ON "SearchEntry" ("rankOrder", "sortName") WHERE NOT "treatsOpioids";

-- `npm run migrate` derives these entries anew when the tables stand.
INSERT INTO "SearchStale" ("listingId") SELECT "id" FROM "Listing" WHERE "status" = 'published' ORDER BY 1
ON CONFLICT DO NOTHING;
