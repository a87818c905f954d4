-- Places are written by the transaction that makes their edition. Adding one later would change a published ranking as
-- surely as an update, which is refused already.
CREATE FUNCTION refuse_late_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "RankingEdition" WHERE "id" = NEW."editionId" AND xmin = pg_current_xact_id()::xid
  ) THEN
    RAISE EXCEPTION '% is frozen: a place comes with its edition', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ranking_entry_comes_with_its_edition BEFORE INSERT ON "RankingEntry" FOR EACH ROW EXECUTE FUNCTION refuse_late_place();
CREATE TRIGGER ranking_exclusion_comes_with_its_edition BEFORE INSERT ON "RankingExclusion" FOR EACH ROW EXECUTE FUNCTION refuse_late_place();
