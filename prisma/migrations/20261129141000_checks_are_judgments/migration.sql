-- A check of a fact, and the retraction of one, are judgments about the place.
CREATE TRIGGER check_writer_is_disinterested BEFORE INSERT OR UPDATE OR DELETE ON "FactCheck"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_writer('listingId');
CREATE TRIGGER check_is_disinterested BEFORE INSERT ON "FactCheck"
  FOR EACH ROW EXECUTE FUNCTION refuse_interested_check();

CREATE FUNCTION refuse_interested_retraction() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refuse_interested(NEW."retractedById", NEW."listingId");
  RETURN NEW;
END $$;
CREATE TRIGGER retraction_is_disinterested BEFORE UPDATE ON "FactCheck"
  FOR EACH ROW WHEN (NEW."retractedById" IS NOT NULL) EXECUTE FUNCTION refuse_interested_retraction();

-- A sheet is made of the checks that count, and names whose the newest is. Where the transaction says who writes, that
-- is who judges: a colleague's retraction stands though it brings back a check from before a declaration.
DROP TRIGGER fact_check_is_disinterested ON "FactSheet";
CREATE TRIGGER fact_check_is_disinterested BEFORE INSERT OR UPDATE OF "yes", "no", "unknown", "evidence", "staffMemberId" ON "FactSheet"
  FOR EACH ROW WHEN (NEW."staffMemberId" IS NOT NULL AND acting_staff() IS NULL) EXECUTE FUNCTION refuse_interested_check();
