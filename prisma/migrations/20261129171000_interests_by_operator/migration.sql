-- A conflict of interest holds for every place of whoever runs the place that was declared: also for those that come
-- later, and for those that a merge brings. "Interest" keeps the place that was declared; who runs it is asked each time.

CREATE FUNCTION is_interested_in_operator(member text, operator uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "Interest" AS i JOIN "Listing" AS d ON d."id" = i."listingId"
    WHERE i."staffMemberId" = member AND i."endedAt" IS NULL AND d."operatorId" = operator)
$$;

CREATE FUNCTION is_interested(member text, place uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Interest" WHERE "staffMemberId" = member AND "listingId" = place AND "endedAt" IS NULL)
    OR is_interested_in_operator(member, (SELECT "operatorId" FROM "Listing" WHERE "id" = place))
$$;

-- As before: the member's row is held until the commit. What gives a member an interest changes that row: a declaration,
-- and whoever on the staff moves a listing between operators (both below).
CREATE OR REPLACE FUNCTION refuse_interested(member text, place uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF member IS NULL OR place IS NULL THEN RETURN; END IF;
  PERFORM FROM "StaffMember" WHERE "id" = member FOR SHARE;
  IF is_interested(member, place) THEN
    RAISE EXCEPTION 'A conflict of interest is declared with this listing' USING ERRCODE = 'restrict_violation';
  END IF;
END $$;

CREATE FUNCTION refuse_interested_in_operator(member text, operator uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF member IS NULL OR operator IS NULL THEN RETURN; END IF;
  PERFORM FROM "StaffMember" WHERE "id" = member FOR SHARE;
  IF is_interested_in_operator(member, operator) THEN
    RAISE EXCEPTION 'A conflict of interest is declared with this operator' USING ERRCODE = 'restrict_violation';
  END IF;
END $$;

-- Its operator is held too: a move of listings waits for the declaration, and then knows of it. Locks are taken in the
-- same order everywhere: listing, operator, member.
CREATE OR REPLACE FUNCTION hold_declarer() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  held uuid;
BEGIN
  PERFORM FROM "Listing" WHERE "id" = NEW."listingId" FOR KEY SHARE;
  LOOP
    held := (SELECT "operatorId" FROM "Listing" WHERE "id" = NEW."listingId");
    PERFORM FROM "Operator" WHERE "id" = held FOR KEY SHARE;
    -- Another one may run it since this waited.
    EXIT WHEN held IS NOT DISTINCT FROM (SELECT "operatorId" FROM "Listing" WHERE "id" = NEW."listingId");
  END LOOP;
  UPDATE "StaffMember" SET "updatedAt" = "updatedAt" WHERE "id" = NEW."staffMemberId";
  RETURN NEW;
END $$;

-- Who has an interest on either side may have one in more places after the move: for them it is like a declaration, so
-- it waits for their judgments under way, and their later ones wait for it. Imports wait for nobody: what was judged
-- before an import ended is before it.
CREATE FUNCTION hold_interested() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  sides uuid[] := ARRAY[OLD."operatorId", NEW."operatorId"];
BEGIN
  PERFORM FROM "Operator" WHERE "id" = ANY(sides) ORDER BY "id" FOR UPDATE;
  UPDATE "StaffMember" SET "updatedAt" = "updatedAt" WHERE "id" IN (
    SELECT i."staffMemberId" FROM "Interest" AS i JOIN "Listing" AS d ON d."id" = i."listingId"
    WHERE i."endedAt" IS NULL AND (d."id" = NEW."id" OR d."operatorId" = ANY(sides)));
  RETURN NEW;
END $$;
CREATE TRIGGER listing_move_waits_for_judgments BEFORE UPDATE OF "operatorId" ON "Listing"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL AND OLD."operatorId" IS DISTINCT FROM NEW."operatorId")
  EXECUTE FUNCTION hold_interested();

-- Of every row that speaks of who runs places; the argument names the column with the operator's id.
CREATE FUNCTION refuse_interested_operator_writer() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  former uuid := CASE WHEN TG_OP <> 'INSERT' THEN (to_jsonb(OLD)->>TG_ARGV[0])::uuid END;
  later uuid := CASE WHEN TG_OP <> 'DELETE' THEN (to_jsonb(NEW)->>TG_ARGV[0])::uuid END;
BEGIN
  PERFORM refuse_interested_in_operator(acting_staff(), former);
  IF former IS DISTINCT FROM later THEN PERFORM refuse_interested_in_operator(acting_staff(), later); END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER operator_writer_is_disinterested BEFORE UPDATE OR DELETE ON "Operator"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_operator_writer('id');
CREATE TRIGGER operator_name_writer_is_disinterested BEFORE INSERT OR UPDATE OR DELETE ON "OperatorName"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_operator_writer('operatorId');
CREATE TRIGGER listing_mover_is_disinterested BEFORE INSERT OR UPDATE OF "operatorId" ON "Listing"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_operator_writer('operatorId');

-- Every change that staff make to an operator is recorded in the transaction that makes it.
CREATE FUNCTION refuse_interested_operator_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refuse_interested_in_operator(NEW."actorId", NEW."subjectId"::uuid);
  RETURN NEW;
END $$;
CREATE TRIGGER operator_change_is_disinterested BEFORE INSERT ON "AuditEvent" FOR EACH ROW
  WHEN (NEW."subjectType" = 'operator' AND NEW."actorId" IS NOT NULL) EXECUTE FUNCTION refuse_interested_operator_change();

-- Who runs a listing follows its name unless "staffFields" says otherwise: it always says.
UPDATE "Listing" SET "staffFields" = '{}' WHERE "staffFields" IS NULL;
ALTER TABLE "Listing" ALTER COLUMN "staffFields" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "staffFields" SET NOT NULL;
