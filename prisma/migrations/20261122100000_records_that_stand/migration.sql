-- TRUNCATE fires no row trigger: without these it would empty what may not even be changed.
CREATE TRIGGER audit_event_is_not_emptied BEFORE TRUNCATE ON "AuditEvent" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER source_record_is_not_emptied BEFORE TRUNCATE ON "SourceRecord" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ranking_edition_is_not_emptied BEFORE TRUNCATE ON "RankingEdition" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ranking_entry_is_not_emptied BEFORE TRUNCATE ON "RankingEntry" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ranking_exclusion_is_not_emptied BEFORE TRUNCATE ON "RankingExclusion" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ranking_method_is_not_emptied BEFORE TRUNCATE ON "RankingMethod" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_is_not_emptied BEFORE TRUNCATE ON "Consent" EXECUTE FUNCTION refuse_change();

-- Raw rows are kept as imported: they cannot be changed, so they cannot be taken away either.
CREATE TRIGGER source_record_stays BEFORE DELETE ON "SourceRecord" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- No inquiry stands without its permission. It goes only with the inquiry, whose row is gone by the time of the cascade.
CREATE FUNCTION refuse_consent_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Inquiry" WHERE "id" = OLD."inquiryId") THEN
    RAISE EXCEPTION 'Consent is frozen: it is erased with its inquiry only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER consent_stays_with_inquiry BEFORE DELETE ON "Consent" FOR EACH ROW EXECUTE FUNCTION refuse_consent_removal();

-- Asked at commit, because the inquiry is written before its consent.
CREATE FUNCTION require_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Inquiry" WHERE "id" = NEW."id")
     AND NOT EXISTS (SELECT FROM "Consent" WHERE "inquiryId" = NEW."id") THEN
    RAISE EXCEPTION 'An inquiry needs its consent' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER inquiry_has_consent AFTER INSERT ON "Inquiry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_consent();
