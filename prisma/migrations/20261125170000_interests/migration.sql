-- Conflicts of interest, as staff declare them: whoever has one with a place neither edits it nor contacts it.

CREATE TYPE "InterestReason" AS ENUM ('works_there', 'owns_part', 'family', 'paid_by', 'other');

CREATE TABLE "Interest" (
    "id" UUID NOT NULL,
    "staffMemberId" TEXT NOT NULL,
    "listingId" UUID NOT NULL,
    "reason" "InterestReason" NOT NULL,
    "declaredAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Interest_pkey" PRIMARY KEY ("id")
);

-- One open declaration a member and place; it also answers "has she one with this place".
CREATE UNIQUE INDEX "Interest_open" ON "Interest"("staffMemberId", "listingId") WHERE "endedAt" IS NULL;
CREATE INDEX "Interest_listingId_idx" ON "Interest"("listingId");

ALTER TABLE "Interest" ADD CONSTRAINT "Interest_staffMemberId_fkey" FOREIGN KEY ("staffMemberId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A declaration only ever ends.
CREATE FUNCTION refuse_interest_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."endedAt" IS NOT NULL OR (to_jsonb(NEW) - 'endedAt') IS DISTINCT FROM (to_jsonb(OLD) - 'endedAt') THEN
    RAISE EXCEPTION 'Interest is frozen: only its end may be added' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER interest_is_frozen BEFORE UPDATE ON "Interest" FOR EACH ROW EXECUTE FUNCTION refuse_interest_change();

CREATE FUNCTION refuse_interested(member text, place uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM "Interest" WHERE "staffMemberId" = member AND "listingId" = place AND "endedAt" IS NULL) THEN
    RAISE EXCEPTION 'A conflict of interest is declared with this listing' USING ERRCODE = 'restrict_violation';
  END IF;
END $$;

-- Nobody contacts a place they have an interest in.
CREATE FUNCTION refuse_interested_outreach() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refuse_interested(NEW."staffMemberId", NEW."listingId");
  RETURN NEW;
END $$;
CREATE TRIGGER outreach_is_disinterested BEFORE INSERT ON "Outreach" FOR EACH ROW EXECUTE FUNCTION refuse_interested_outreach();

-- Every change that staff make to a listing is recorded in the transaction that makes it: without its record no change.
CREATE FUNCTION refuse_interested_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refuse_interested(NEW."actorId", NEW."subjectId"::uuid);
  RETURN NEW;
END $$;
CREATE TRIGGER listing_change_is_disinterested BEFORE INSERT ON "AuditEvent" FOR EACH ROW
  WHEN (NEW."subjectType" = 'listing' AND NEW."actorId" IS NOT NULL) EXECUTE FUNCTION refuse_interested_change();
