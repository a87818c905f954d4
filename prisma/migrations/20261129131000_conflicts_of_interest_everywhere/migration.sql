-- A conflict of interest stops every judgment about the place: its columns, facts, licenses and addresses, reports about it,
-- and what it answered. Whoever writes says who they are for as long as the transaction lasts (set_config 'house.staff'),
-- or in the row itself, or in the record of it; whichever of these there is, is asked.

-- The member's row is held until the commit. A declaration changes that row (below), so one under way is waited for and
-- then refuses the judgment, and one that comes later waits, and is later; a transaction that looked before it fails.
CREATE OR REPLACE FUNCTION refuse_interested(member text, place uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF member IS NULL OR place IS NULL THEN RETURN; END IF;
  PERFORM FROM "StaffMember" WHERE "id" = member FOR SHARE;
  IF EXISTS (SELECT FROM "Interest" WHERE "staffMemberId" = member AND "listingId" = place AND "endedAt" IS NULL) THEN
    RAISE EXCEPTION 'A conflict of interest is declared with this listing' USING ERRCODE = 'restrict_violation';
  END IF;
END $$;

-- The listing's row first, as whoever judges takes it first: so no two wait for each other in a circle.
CREATE FUNCTION hold_declarer() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "Listing" WHERE "id" = NEW."listingId" FOR KEY SHARE;
  UPDATE "StaffMember" SET "updatedAt" = "updatedAt" WHERE "id" = NEW."staffMemberId";
  RETURN NEW;
END $$;
CREATE TRIGGER interest_waits_for_judgments BEFORE INSERT ON "Interest" FOR EACH ROW EXECUTE FUNCTION hold_declarer();

-- Who is writing, as this transaction says; null for the system: seed, import, worker.
CREATE FUNCTION acting_staff() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT NULLIF(current_setting('house.staff', true), '') $$;

-- Of every row that speaks of a place; the argument names the column with the place's id.
CREATE FUNCTION refuse_interested_writer() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  former uuid := CASE WHEN TG_OP <> 'INSERT' THEN (to_jsonb(OLD)->>TG_ARGV[0])::uuid END;
  place uuid := CASE WHEN TG_OP <> 'DELETE' THEN (to_jsonb(NEW)->>TG_ARGV[0])::uuid END;
BEGIN
  PERFORM refuse_interested(acting_staff(), place);
  IF former IS DISTINCT FROM place THEN PERFORM refuse_interested(acting_staff(), former); END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER listing_writer_is_disinterested BEFORE UPDATE OR DELETE ON "Listing"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_writer('id');
CREATE TRIGGER facts_writer_is_disinterested BEFORE INSERT OR UPDATE OR DELETE ON "FactSheet"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_writer('listingId');
CREATE TRIGGER license_writer_is_disinterested BEFORE INSERT OR UPDATE OR DELETE ON "LicenseMatch"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_writer('listingId');
CREATE TRIGGER correction_writer_is_disinterested BEFORE UPDATE OR DELETE ON "Correction"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_writer('listingId');
CREATE TRIGGER outcome_writer_is_disinterested BEFORE UPDATE ON "Outreach"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_writer('listingId');
CREATE TRIGGER address_writer_is_disinterested_added BEFORE INSERT ON "SlugRedirect"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL AND NEW."subject" = 'listing') EXECUTE FUNCTION refuse_interested_writer('subjectId');
CREATE TRIGGER address_writer_is_disinterested BEFORE UPDATE OR DELETE ON "SlugRedirect"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL AND OLD."subject" = 'listing') EXECUTE FUNCTION refuse_interested_writer('subjectId');

-- A check of a fact names who made it.
CREATE FUNCTION refuse_interested_check() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refuse_interested(NEW."staffMemberId", NEW."listingId");
  RETURN NEW;
END $$;
CREATE TRIGGER fact_check_is_disinterested BEFORE INSERT OR UPDATE OF "yes", "no", "unknown", "evidence", "staffMemberId" ON "FactSheet"
  FOR EACH ROW WHEN (NEW."staffMemberId" IS NOT NULL) EXECUTE FUNCTION refuse_interested_check();

-- Every decision about a report is recorded in the transaction that makes it. Reading one decides nothing.
CREATE FUNCTION refuse_interested_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refuse_interested(NEW."actorId", (SELECT "listingId" FROM "Correction" WHERE "id" = NEW."subjectId"::uuid));
  RETURN NEW;
END $$;
CREATE TRIGGER correction_decision_is_disinterested BEFORE INSERT ON "AuditEvent" FOR EACH ROW
  WHEN (NEW."subjectType" = 'correction' AND NEW."actorId" IS NOT NULL AND NEW."action" <> 'correction.viewed')
  EXECUTE FUNCTION refuse_interested_decision();

-- Whoever declared an interest does not end it: another administrator does.
CREATE FUNCTION refuse_own_ending() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."actorId" = NEW."subjectId" THEN
    RAISE EXCEPTION 'Nobody ends a conflict of interest of their own' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER interest_is_ended_by_another BEFORE INSERT ON "AuditEvent" FOR EACH ROW
  WHEN (NEW."action" = 'interest.ended') EXECUTE FUNCTION refuse_own_ending();
