-- "Takes people already on medication" is a group of its own: what was kept under its old name goes by the new one.

UPDATE "Inquiry" SET "needs" = array_replace("needs", 'access:on-medication', 'keeping:on-medication')
WHERE 'access:on-medication' = ANY ("needs");
-- `npm run migrate` derives these entries anew.
INSERT INTO "SearchStale" ("listingId") SELECT "id" FROM "Listing" WHERE "status" = 'published' ON CONFLICT DO NOTHING;
