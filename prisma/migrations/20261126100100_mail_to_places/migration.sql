-- Places that take mail about people who look for care, and the mails to them.

ALTER TABLE "Listing"
  ADD COLUMN "outreachEmail" TEXT,
  ADD COLUMN "outreachEmailSource" TEXT,
  ADD COLUMN "outreachEmailSeenOn" DATE;
ALTER TABLE "Listing"
  ADD CONSTRAINT "Listing_outreach_email_has_source" CHECK (num_nonnulls("outreachEmail", "outreachEmailSource", "outreachEmailSeenOn") IN (0, 3)),
  ADD CONSTRAINT "Listing_outreach_email_is_one" CHECK ("outreachEmail" ~ '^[^[:space:][:cntrl:],;<>"@]+@[^[:space:][:cntrl:],;<>"@]+$');

ALTER TABLE "Outreach" ADD COLUMN "template" "OutreachTemplate", ADD COLUMN "address" TEXT;
ALTER TABLE "Outreach" ADD CONSTRAINT "Outreach_mail_has_template_and_address"
  CHECK (num_nonnulls("template", "address") = CASE WHEN "way" = 'email' THEN 2 ELSE 0 END);

ALTER TABLE "Mail"
  ADD COLUMN "outreachId" UUID,
  ADD COLUMN "contentHash" TEXT,
  ADD COLUMN "mayHaveArrived" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_outreachId_fkey" FOREIGN KEY ("outreachId") REFERENCES "Outreach"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "Mail_outreachId_key" ON "Mail"("outreachId");
DROP INDEX "Mail_inquiryId_kind_key";
CREATE INDEX "Mail_inquiryId_idx" ON "Mail"("inquiryId");
CREATE UNIQUE INDEX "Mail_each_kind_once_key" ON "Mail"("inquiryId", "kind") WHERE "kind" <> 'outreach';
ALTER TABLE "Mail"
  ADD CONSTRAINT "Mail_to_place_has_contact" CHECK (num_nonnulls("outreachId", "contentHash") = CASE WHEN "kind" = 'outreach' THEN 2 ELSE 0 END),
  ADD CONSTRAINT "Mail_cancelled_is_to_place" CHECK ("status" <> 'cancelled' OR "kind" = 'outreach');

-- No mail to a place waits to leave unless its contact was permitted and still is. The permission's row is held until the
-- commit, so a withdrawal either comes first and refuses the mail, or comes later and stops it.
CREATE FUNCTION require_permitted_mail() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  contact "Outreach";
  consent "Consent";
  refusal text;
BEGIN
  SELECT * INTO contact FROM "Outreach" WHERE "id" = NEW."outreachId";
  SELECT * INTO consent FROM "Consent" WHERE "id" = contact."consentId" FOR SHARE;
  refusal := CASE
    WHEN contact."inquiryId" IS DISTINCT FROM NEW."inquiryId" THEN 'the contact is not one of this inquiry'
    WHEN contact."way" <> 'email' THEN 'the contact was not by mail'
    WHEN consent."endedAt" IS NOT NULL THEN 'the consent has ended'
    WHEN consent."expiresAt" <= utc_clock() THEN 'the consent has expired'
    WHEN NOT EXISTS (SELECT FROM "Listing" WHERE "id" = contact."listingId" AND "outreachEmail" = contact."address")
      THEN 'it is not the address of the place'
  END;
  IF refusal IS NOT NULL THEN
    RAISE EXCEPTION 'Mail to a place refused: %', refusal USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mail_to_place_is_permitted BEFORE INSERT ON "Mail" FOR EACH ROW
  WHEN (NEW."kind" = 'outreach') EXECUTE FUNCTION require_permitted_mail();
CREATE TRIGGER mail_to_place_is_still_permitted BEFORE UPDATE OF "status" ON "Mail" FOR EACH ROW
  WHEN (NEW."kind" = 'outreach' AND NEW."status" = 'queued' AND OLD."status" <> 'queued') EXECUTE FUNCTION require_permitted_mail();

CREATE FUNCTION refuse_mail_redirection() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'A mail stays what it is' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER mail_stays_what_it_is BEFORE UPDATE ON "Mail" FOR EACH ROW
  WHEN ((NEW."inquiryId", NEW."kind", NEW."outreachId", NEW."contentHash") IS DISTINCT FROM (OLD."inquiryId", OLD."kind", OLD."outreachId", OLD."contentHash"))
  EXECUTE FUNCTION refuse_mail_redirection();

-- Whatever ends a permission stops what has not left under it. What a server took and sent back later stays what it is.
CREATE FUNCTION stop_mails_to_places() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Mail" SET "status" = 'cancelled' FROM "Outreach"
  WHERE "Mail"."outreachId" = "Outreach"."id" AND "Outreach"."consentId" = NEW."id"
    AND ("Mail"."status" IN ('queued', 'failed') OR "Mail"."status" = 'bounced' AND NOT "Mail"."mayHaveArrived");
  RETURN NULL;
END $$;
CREATE TRIGGER consent_end_stops_mails AFTER UPDATE OF "endedAt" ON "Consent" FOR EACH ROW
  WHEN (NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION stop_mails_to_places();
