-- A place that is closed is asked nothing any more, whoever writes the row. Its row is held until the commit: a closing under
-- way is waited for and then refuses the contact; one that comes later waits, and is later.

CREATE OR REPLACE FUNCTION require_covering_consent() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  inquiry "Inquiry";
  consent "Consent";
  place "Listing";
  moment timestamp(3);
  tick constant interval := interval '1 millisecond';
  refusal text;
BEGIN
  SELECT * INTO inquiry FROM "Inquiry" WHERE "id" = NEW."inquiryId" FOR SHARE;
  SELECT * INTO consent FROM "Consent" WHERE "id" = NEW."consentId" FOR SHARE;
  SELECT * INTO place FROM "Listing" WHERE "id" = NEW."listingId" FOR SHARE;
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
    WHEN place."status" IS DISTINCT FROM 'published' THEN 'the place is not listed'
    WHEN place."closedOn" IS NOT NULL THEN 'the place is closed'
    WHEN NOT NEW."shared" <@ consent."mayShare" THEN 'the consent does not allow to share this'
    WHEN NEW."contactedAt" NOT BETWEEN (now() AT TIME ZONE 'UTC') - tick AND moment + tick THEN 'a contact is written as it is made'
  END;
  IF refusal IS NOT NULL THEN
    RAISE EXCEPTION 'Outreach refused: %', refusal USING ERRCODE = 'restrict_violation';
  END IF;
  NEW."contactedAt" := moment;
  RETURN NEW;
END $$;

-- Nor does a mail to it wait to leave. What waits when the place closes is stopped by the worker, which asks again.
CREATE OR REPLACE FUNCTION require_permitted_mail() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  contact "Outreach";
  consent "Consent";
  place "Listing";
  refusal text;
BEGIN
  SELECT * INTO contact FROM "Outreach" WHERE "id" = NEW."outreachId";
  SELECT * INTO consent FROM "Consent" WHERE "id" = contact."consentId" FOR SHARE;
  SELECT * INTO place FROM "Listing" WHERE "id" = contact."listingId" FOR SHARE;
  refusal := CASE
    WHEN contact."inquiryId" IS DISTINCT FROM NEW."inquiryId" THEN 'the contact is not one of this inquiry'
    WHEN contact."way" <> 'email' THEN 'the contact was not by mail'
    WHEN consent."endedAt" IS NOT NULL THEN 'the consent has ended'
    WHEN consent."expiresAt" <= utc_clock() THEN 'the consent has expired'
    WHEN place."status" IS DISTINCT FROM 'published' THEN 'the place is not listed'
    WHEN place."closedOn" IS NOT NULL THEN 'the place is closed'
    WHEN place."outreachEmail" IS DISTINCT FROM contact."address" THEN 'it is not the address of the place'
  END;
  IF refusal IS NOT NULL THEN
    RAISE EXCEPTION 'Mail to a place refused: %', refusal USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
