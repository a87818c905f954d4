-- What a place said of getting in: when it takes people in, how long one waits, what it costs. Answers of closed kinds,
-- each with its day. They are printed, and no ranking reads them.
CREATE TABLE "AdmissionCheck" (
    "id" UUID NOT NULL,
    "listingId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "staffMemberId" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),
    "retractedAt" TIMESTAMP(3),
    "retractedById" TEXT,
    "retractedReason" TEXT,

    CONSTRAINT "AdmissionCheck_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "AdmissionCheck_answer_is_known" CHECK (
      CASE "question"
        WHEN 'hours' THEN "answer" IN ('always', 'daily', 'weekdays-late', 'weekdays', 'appointment')
        WHEN 'wait' THEN "answer" IN ('none', 'days', 'week', 'month', 'longer')
        WHEN 'cost' THEN "answer" IN ('nothing', 'by-income', 'under-500', 'under-2000', 'under-10000', 'more')
        ELSE false
      END),
    CONSTRAINT "AdmissionCheck_retraction_is_whole" CHECK (num_nonnulls("retractedAt", "retractedById", "retractedReason") IN (0, 3) AND "retractedReason" <> '')
);
CREATE INDEX "AdmissionCheck_listingId_asOf_idx" ON "AdmissionCheck"("listingId", "asOf");
ALTER TABLE "AdmissionCheck" ADD CONSTRAINT "AdmissionCheck_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- It is a record and a judgment like a check of a fact.
CREATE TRIGGER admission_check_is_frozen BEFORE UPDATE ON "AdmissionCheck" FOR EACH ROW EXECUTE FUNCTION refuse_check_change();
CREATE TRIGGER admission_check_is_not_emptied BEFORE TRUNCATE ON "AdmissionCheck" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER admission_check_writer_is_disinterested BEFORE INSERT OR UPDATE OR DELETE ON "AdmissionCheck"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_writer('listingId');
CREATE TRIGGER admission_check_is_disinterested BEFORE INSERT ON "AdmissionCheck"
  FOR EACH ROW EXECUTE FUNCTION refuse_interested_check();
CREATE TRIGGER admission_retraction_is_disinterested BEFORE UPDATE ON "AdmissionCheck"
  FOR EACH ROW WHEN (NEW."retractedById" IS NOT NULL) EXECUTE FUNCTION refuse_interested_retraction();

-- What somebody on the staff who may not change listings was told on the phone. An editor accepts or refuses it, once.
CREATE TABLE "ProposedCall" (
    "id" UUID NOT NULL,
    "listingId" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "admissions" JSONB NOT NULL,
    "evidence" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "staffMemberId" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),
    "decision" TEXT,
    "decidedAt" TIMESTAMP(3),
    "decidedById" TEXT,
    "reason" TEXT,

    CONSTRAINT "ProposedCall_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ProposedCall_decision_is_whole" CHECK (
      num_nonnulls("decision", "decidedAt", "decidedById") IN (0, 3)
      AND "decision" IN ('accepted', 'refused')
      AND ("reason" IS NOT NULL AND "reason" <> '') = ("decision" IS NOT DISTINCT FROM 'refused'))
);
CREATE INDEX "ProposedCall_listingId_idx" ON "ProposedCall"("listingId");
CREATE INDEX "ProposedCall_decidedAt_proposedAt_idx" ON "ProposedCall"("decidedAt", "proposedAt");
ALTER TABLE "ProposedCall" ADD CONSTRAINT "ProposedCall_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION refuse_call_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  decision text[] := ARRAY['decision', 'decidedAt', 'decidedById', 'reason'];
BEGIN
  IF OLD."decidedAt" IS NOT NULL OR (to_jsonb(NEW) - decision) IS DISTINCT FROM (to_jsonb(OLD) - decision) THEN
    RAISE EXCEPTION 'A proposed call is frozen: only its decision may be added' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposed_call_is_frozen BEFORE UPDATE ON "ProposedCall" FOR EACH ROW EXECUTE FUNCTION refuse_call_change();
CREATE TRIGGER proposed_call_is_not_emptied BEFORE TRUNCATE ON "ProposedCall" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER proposed_call_writer_is_disinterested BEFORE INSERT OR UPDATE OR DELETE ON "ProposedCall"
  FOR EACH ROW WHEN (acting_staff() IS NOT NULL) EXECUTE FUNCTION refuse_interested_writer('listingId');
CREATE TRIGGER proposed_call_is_disinterested BEFORE INSERT ON "ProposedCall"
  FOR EACH ROW EXECUTE FUNCTION refuse_interested_check();
