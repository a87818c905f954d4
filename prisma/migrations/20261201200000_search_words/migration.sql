-- For those who said no to Medi-Cal: of a million places they were looked for one by one (seven seconds).
CREATE INDEX "SearchEntry_noMediCalIn_idx" ON "SearchEntry"("noMediCalIn");

-- A city is no word of its own any more: a place that is typed is where distances begin. `npm run migrate` derives
-- these entries anew when the tables stand.
INSERT INTO "SearchStale" ("listingId") SELECT "id" FROM "Listing" WHERE "status" = 'published' ORDER BY 1
ON CONFLICT DO NOTHING;
