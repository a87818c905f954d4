-- A listing is found by the numbers that it prints, those of its licenses too: whoever changes which those are marks it.
CREATE TRIGGER licenses_added_to_search AFTER INSERT ON "LicenseMatch"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_search_stale();
CREATE TRIGGER licenses_changed_in_search AFTER UPDATE ON "LicenseMatch"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_search_stale();
CREATE TRIGGER licenses_removed_from_search AFTER DELETE ON "LicenseMatch"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_search_stale();

-- `npm run migrate` derives these entries anew when the tables stand.
INSERT INTO "SearchStale" ("listingId") SELECT "id" FROM "Listing" WHERE "status" = 'published' ORDER BY 1
ON CONFLICT DO NOTHING;
