-- A listing is found by each house number of its street line, "1869 and 1871", and by a street's name written as one
-- word. `npm run migrate` derives these entries anew when the tables stand.
INSERT INTO "SearchStale" ("listingId") SELECT "id" FROM "Listing" WHERE "status" = 'published' ORDER BY 1
ON CONFLICT DO NOTHING;
