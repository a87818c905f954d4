-- The moment of an act is the database's own clock. A replay of the journal does an act again whose moment the journal
-- has; it says so for its transaction (set_config 'house.acted_at'). That moment counts unless it has not come yet, or
-- the record shows that something happened under the permission since: then it had not ended.

CREATE FUNCTION moment_of_act(since timestamp) RETURNS timestamp(3) LANGUAGE sql VOLATILE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN told BETWEEN since AND utc_clock() THEN told ELSE utc_clock() END
  FROM (SELECT (NULLIF(current_setting('house.acted_at', true), '')::timestamptz AT TIME ZONE 'UTC')::timestamp(3) AS told) AS said
$$;

CREATE OR REPLACE FUNCTION refuse_consent_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."endedAt" IS NOT NULL OR NEW."endedAt" IS NULL
     OR (to_jsonb(NEW) - 'endedAt' - 'ending') IS DISTINCT FROM (to_jsonb(OLD) - 'endedAt' - 'ending') THEN
    RAISE EXCEPTION 'Consent is frozen: only its end may be added' USING ERRCODE = 'restrict_violation';
  END IF;
  NEW."endedAt" := moment_of_act(
    greatest(OLD."givenAt", (SELECT max("contactedAt") FROM "Outreach" WHERE "consentId" = OLD."id")));
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION keep_inquiry_erased() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."erasedAt" IS NULL THEN
    IF NEW."erasedAt" IS NOT NULL THEN
      NEW."erasedAt" := moment_of_act(
        greatest(OLD."createdAt", (SELECT max("contactedAt") FROM "Outreach" WHERE "inquiryId" = OLD."id")));
    END IF;
  ELSIF NEW."erasedAt" IS DISTINCT FROM OLD."erasedAt" THEN
    RAISE EXCEPTION 'Inquiry is erased for good' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What a restore did beside bringing rows back, for whoever looks later. Null in those from before this was kept.
ALTER TABLE "Restoration"
  ADD COLUMN "actsDoneAgain" INTEGER,
  ADD COLUMN "linesMissing" INTEGER,
  ADD COLUMN "linesDamaged" INTEGER,
  ADD COLUMN "passwordsVoided" INTEGER,
  ADD CONSTRAINT "Restoration_knows_its_replay" CHECK (
    num_nonnulls("actsDoneAgain", "linesMissing", "linesDamaged", "passwordsVoided") IN (0, 4));
