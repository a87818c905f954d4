-- Permissions as records of their own, and the places contacted under them.

-- The moment it is, as the columns keep it. clock_timestamp, not now(): a transaction may have begun long ago.
CREATE FUNCTION utc_clock() RETURNS timestamp(3) LANGUAGE sql VOLATILE AS
$$ SELECT (clock_timestamp() AT TIME ZONE 'UTC')::timestamp(3) $$;

CREATE TYPE "ContactWay" AS ENUM ('email', 'phone');
CREATE TYPE "PreferredTime" AS ENUM ('morning', 'afternoon', 'evening');
CREATE TYPE "ConsentEnding" AS ENUM ('withdrawn', 'narrowed', 'erased');
CREATE TYPE "SharedField" AS ENUM ('needs', 'name', 'email', 'phone');
CREATE TYPE "OutreachWay" AS ENUM ('call', 'email');
CREATE TYPE "OutreachOutcome" AS ENUM ('no_answer', 'message_left', 'answer_awaited', 'has_room', 'waiting_list', 'no_room', 'does_not_fit');
CREATE TYPE "OutreachStep" AS ENUM ('none', 'we_try_again', 'place_contacts_person', 'person_contacts_place');

-- Inquiries. ---------------------------------------------------------------------------------------------------------

ALTER TABLE "Inquiry"
  ALTER COLUMN "name" DROP NOT NULL,
  ALTER COLUMN "message" DROP NOT NULL,
  ADD COLUMN "mayAnswerSince" TIMESTAMP(3),
  ADD COLUMN "mayLeaveMessage" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "preferredWay" "ContactWay",
  ADD COLUMN "preferredTime" "PreferredTime",
  ADD COLUMN "erasedAt" TIMESTAMP(3);

-- What is left of an erased inquiry says nothing of the person; any other one has a name, a way to answer and a message.
ALTER TABLE "Inquiry" DROP CONSTRAINT "Inquiry_can_be_answered", ADD CONSTRAINT "Inquiry_is_whole_or_erased" CHECK (
  CASE WHEN "erasedAt" IS NULL THEN "name" IS NOT NULL AND "message" IS NOT NULL AND num_nonnulls("email", "phone") > 0
  ELSE num_nonnulls("name", "email", "phone", "message", "emailHash", "phoneHash", "mayAnswerSince", "preferredWay", "preferredTime") = 0
       AND NOT "mayLeaveMessage" AND "idempotencyKey" = 'erased ' || "id" END);

CREATE FUNCTION keep_inquiry_erased() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."erasedAt" IS NULL THEN
    IF NEW."erasedAt" IS NOT NULL THEN NEW."erasedAt" := utc_clock(); END IF;
  ELSIF NEW."erasedAt" IS DISTINCT FROM OLD."erasedAt" THEN
    RAISE EXCEPTION 'Inquiry is erased for good' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER inquiry_stays_erased BEFORE UPDATE OF "erasedAt" ON "Inquiry" FOR EACH ROW EXECUTE FUNCTION keep_inquiry_erased();

-- Texts. -------------------------------------------------------------------------------------------------------------

CREATE TABLE "ConsentText" (
    "version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "ConsentText_pkey" PRIMARY KEY ("version", "locale")
);

-- First what people have already agreed to, word for word; two texts of one version would stop the migration here.
INSERT INTO "ConsentText" ("version", "locale", "text") SELECT DISTINCT "textVersion", "locale", "text" FROM "Consent";
INSERT INTO "ConsentText" ("version", "locale", "text") VALUES
  ('2026-11-22.1', 'en', 'I give permission to Best Heroin Rehab to reach out to firms on my behalf.'),
  ('2026-11-22.1', 'es', 'Doy permiso a Best Heroin Rehab para comunicarse con empresas en mi nombre.')
  ON CONFLICT DO NOTHING;

CREATE TRIGGER consent_text_is_frozen BEFORE UPDATE OR DELETE ON "ConsentText" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_text_is_not_emptied BEFORE TRUNCATE ON "ConsentText" EXECUTE FUNCTION refuse_change();

-- Consents. ----------------------------------------------------------------------------------------------------------

-- For these lines only: the records get new columns, and none of what they say changes.
ALTER TABLE "Consent" DISABLE TRIGGER consent_is_frozen;
DROP INDEX "Consent_inquiryId_key";
ALTER TABLE "Consent" RENAME COLUMN "withdrawnAt" TO "endedAt";
ALTER TABLE "Consent"
  DROP COLUMN "text",
  ADD COLUMN "placeCount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "mayShare" "SharedField"[] DEFAULT ARRAY['needs']::"SharedField"[],
  ADD COLUMN "ending" "ConsentEnding",
  ADD COLUMN "replacesId" UUID;
UPDATE "Consent" SET "ending" = 'withdrawn' WHERE "endedAt" IS NOT NULL;
-- Nobody was asked for named places before they could be named.
UPDATE "Consent" SET "scope" = 'any_listed' WHERE "scope" = 'named';
ALTER TABLE "Consent" ENABLE TRIGGER consent_is_frozen;

CREATE TABLE "ConsentPlace" (
    "consentId" UUID NOT NULL,
    "listingId" UUID NOT NULL,

    CONSTRAINT "ConsentPlace_pkey" PRIMARY KEY ("consentId","listingId")
);

CREATE TABLE "Outreach" (
    "id" UUID NOT NULL,
    "inquiryId" UUID NOT NULL,
    "consentId" UUID NOT NULL,
    "listingId" UUID NOT NULL,
    "way" "OutreachWay" NOT NULL,
    "contactedAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),
    "shared" "SharedField"[],
    "staffMemberId" TEXT NOT NULL,
    "outcome" "OutreachOutcome",
    "nextStep" "OutreachStep",
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Outreach_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Consent_inquiryId_idx" ON "Consent"("inquiryId");
CREATE UNIQUE INDEX "Consent_replacesId_key" ON "Consent"("replacesId");
CREATE INDEX "ConsentPlace_listingId_idx" ON "ConsentPlace"("listingId");
CREATE INDEX "Outreach_inquiryId_contactedAt_idx" ON "Outreach"("inquiryId", "contactedAt");
CREATE INDEX "Outreach_consentId_idx" ON "Outreach"("consentId");
CREATE INDEX "Outreach_listingId_idx" ON "Outreach"("listingId");

ALTER TABLE "Consent" ADD CONSTRAINT "Consent_textVersion_locale_fkey" FOREIGN KEY ("textVersion", "locale") REFERENCES "ConsentText"("version", "locale") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Consent"("id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "ConsentPlace" ADD CONSTRAINT "ConsentPlace_consentId_fkey" FOREIGN KEY ("consentId") REFERENCES "Consent"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ConsentPlace" ADD CONSTRAINT "ConsentPlace_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Outreach" ADD CONSTRAINT "Outreach_inquiryId_fkey" FOREIGN KEY ("inquiryId") REFERENCES "Inquiry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Outreach" ADD CONSTRAINT "Outreach_consentId_fkey" FOREIGN KEY ("consentId") REFERENCES "Consent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Outreach" ADD CONSTRAINT "Outreach_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Consent"
  ADD CONSTRAINT "Consent_names_places_when_named" CHECK (("scope" = 'named') = ("placeCount" > 0) AND "placeCount" >= 0),
  ADD CONSTRAINT "Consent_lasts_90_days_at_most" CHECK ("expiresAt" > "givenAt" AND "expiresAt" <= "givenAt" + interval '90 days'),
  ADD CONSTRAINT "Consent_end_has_its_kind" CHECK (("endedAt" IS NULL) = ("ending" IS NULL)),
  ADD CONSTRAINT "Consent_shares_known_fields" CHECK ("mayShare" IS NOT NULL AND array_position("mayShare", NULL) IS NULL);
ALTER TABLE "Outreach" ADD CONSTRAINT "Outreach_shares_known_fields" CHECK ("shared" IS NOT NULL AND array_position("shared", NULL) IS NULL);

-- One permission begins an inquiry; each further one replaces exactly one, so the permissions are a single line.
CREATE UNIQUE INDEX "Consent_first_of_inquiry_key" ON "Consent"("inquiryId") WHERE "replacesId" IS NULL;
-- At most one holds at a time.
CREATE UNIQUE INDEX "Consent_open_of_inquiry_key" ON "Consent"("inquiryId") WHERE "endedAt" IS NULL;

-- A consent's words, time and scope stand; only its end is added, once. The row is locked by now, so no contact can
-- stand between this moment and the commit.
CREATE OR REPLACE FUNCTION refuse_consent_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."endedAt" IS NOT NULL OR NEW."endedAt" IS NULL
     OR (to_jsonb(NEW) - 'endedAt' - 'ending') IS DISTINCT FROM (to_jsonb(OLD) - 'endedAt' - 'ending') THEN
    RAISE EXCEPTION 'Consent is frozen: only its end may be added' USING ERRCODE = 'restrict_violation';
  END IF;
  NEW."endedAt" := utc_clock();
  RETURN NEW;
END $$;

-- Nobody but the person can permit more, and they do it with an inquiry of its own.
CREATE FUNCTION require_narrower_consent() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  former "Consent";
BEGIN
  IF NEW."replacesId" IS NULL THEN RETURN NEW; END IF;
  SELECT * INTO former FROM "Consent" WHERE "id" = NEW."replacesId" FOR SHARE;
  IF former."id" IS NULL OR former."inquiryId" <> NEW."inquiryId" OR former."ending" IS DISTINCT FROM 'narrowed'
     OR NEW."scope" <> 'named' OR NEW."expiresAt" > former."expiresAt" OR NOT NEW."mayShare" <@ former."mayShare"
     OR (NEW."textVersion", NEW."locale") <> (former."textVersion", former."locale") THEN
    RAISE EXCEPTION 'A consent is replaced by a narrower one only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consent_only_narrows BEFORE INSERT ON "Consent" FOR EACH ROW EXECUTE FUNCTION require_narrower_consent();

CREATE FUNCTION require_narrower_place() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM "Consent" AS later JOIN "Consent" AS former ON former."id" = later."replacesId"
             WHERE later."id" = NEW."consentId" AND former."scope" = 'named'
               AND NOT EXISTS (SELECT FROM "ConsentPlace" WHERE "consentId" = former."id" AND "listingId" = NEW."listingId")) THEN
    RAISE EXCEPTION 'A consent is replaced by a narrower one only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consent_place_only_narrows BEFORE INSERT ON "ConsentPlace" FOR EACH ROW EXECUTE FUNCTION require_narrower_place();

-- Asked at commit, because the consent is written before its places.
CREATE FUNCTION require_named_places() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  written jsonb := to_jsonb(NEW);
BEGIN
  IF EXISTS (SELECT FROM "Consent" WHERE "id" = COALESCE(written->>'consentId', written->>'id')::uuid
             AND "placeCount" <> (SELECT count(*) FROM "ConsentPlace" WHERE "consentId" = "Consent"."id")) THEN
    RAISE EXCEPTION 'A consent names the places it was given for, no more and no fewer' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER consent_has_its_places AFTER INSERT ON "Consent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_named_places();
CREATE CONSTRAINT TRIGGER consent_place_is_counted AFTER INSERT ON "ConsentPlace"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_named_places();

-- A named place goes only with its consent, whose row is gone by the time of the cascade.
CREATE FUNCTION refuse_consent_place_removal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM "Consent" WHERE "id" = OLD."consentId") THEN
    RAISE EXCEPTION 'ConsentPlace is frozen: it is erased with its consent only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER consent_place_stays BEFORE DELETE ON "ConsentPlace" FOR EACH ROW EXECUTE FUNCTION refuse_consent_place_removal();
CREATE TRIGGER consent_place_is_frozen BEFORE UPDATE ON "ConsentPlace" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_place_is_not_emptied BEFORE TRUNCATE ON "ConsentPlace" EXECUTE FUNCTION refuse_change();

-- Outreach. ----------------------------------------------------------------------------------------------------------

-- No place is contacted outside an active consent's scope, whoever writes the row. The consent's row is held until the
-- commit: a withdrawal under way is waited for and then refuses the contact; one that comes later waits, and is later.
-- pg_temp stands last in the search path, so that no temporary table can pose as one of ours.
CREATE FUNCTION require_covering_consent() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  inquiry "Inquiry";
  consent "Consent";
  moment timestamp(3);
  tick constant interval := interval '1 millisecond';
  refusal text;
BEGIN
  SELECT * INTO inquiry FROM "Inquiry" WHERE "id" = NEW."inquiryId" FOR SHARE;
  SELECT * INTO consent FROM "Consent" WHERE "id" = NEW."consentId" FOR SHARE;
  moment := utc_clock();
  refusal := CASE
    WHEN inquiry."id" IS NULL OR inquiry."erasedAt" IS NOT NULL THEN 'the inquiry is erased'
    WHEN consent."inquiryId" IS DISTINCT FROM inquiry."id" THEN 'the consent is not one of this inquiry'
    WHEN consent."endedAt" IS NOT NULL THEN 'the consent has ended'
    WHEN consent."expiresAt" <= moment THEN 'the consent has expired'
    WHEN consent."givenAt" > moment THEN 'the consent has not begun'
    WHEN consent."scope" = 'named' AND NOT EXISTS (
      SELECT FROM "ConsentPlace" WHERE "consentId" = consent."id" AND "listingId" = NEW."listingId")
      THEN 'the consent does not name this place'
    WHEN NOT EXISTS (SELECT FROM "Listing" WHERE "id" = NEW."listingId" AND "status" = 'published')
      THEN 'the place is not listed'
    WHEN NOT NEW."shared" <@ consent."mayShare" THEN 'the consent does not allow to share this'
    WHEN NEW."contactedAt" NOT BETWEEN (now() AT TIME ZONE 'UTC') - tick AND moment + tick THEN 'a contact is written as it is made'
  END;
  IF refusal IS NOT NULL THEN
    RAISE EXCEPTION 'Outreach refused: %', refusal USING ERRCODE = 'restrict_violation';
  END IF;
  NEW."contactedAt" := moment;
  RETURN NEW;
END $$;
CREATE TRIGGER outreach_has_consent BEFORE INSERT ON "Outreach" FOR EACH ROW EXECUTE FUNCTION require_covering_consent();

CREATE FUNCTION refuse_outreach_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (to_jsonb(NEW) - ARRAY['outcome', 'nextStep', 'updatedAt']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['outcome', 'nextStep', 'updatedAt']) THEN
    RAISE EXCEPTION 'Outreach is frozen: only what came of it may change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outreach_is_frozen BEFORE UPDATE ON "Outreach" FOR EACH ROW EXECUTE FUNCTION refuse_outreach_change();
CREATE TRIGGER outreach_stays BEFORE DELETE ON "Outreach" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER outreach_is_not_emptied BEFORE TRUNCATE ON "Outreach" EXECUTE FUNCTION refuse_change();
