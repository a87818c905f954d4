-- A search entry says whether minors may go, and which medication a place gives for a long time itself. `npm run migrate`
-- derives these entries anew when the tables stand.
INSERT INTO "SearchStale" ("listingId") SELECT "id" FROM "Listing" WHERE "status" = 'published' ORDER BY 1
ON CONFLICT DO NOTHING;
