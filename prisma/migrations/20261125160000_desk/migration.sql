-- The desk: who works on an inquiry, until when, and what staff noted.

ALTER TABLE "Inquiry"
  ADD COLUMN "assigneeId" TEXT,
  ADD COLUMN "dueAt" TIMESTAMP(3),
  ADD COLUMN "firstAnsweredAt" TIMESTAMP(3),
  ADD COLUMN "closedAt" TIMESTAMP(3);
-- What stood before anybody asked for times: new ones are due a day after they came, closed ones were closed last.
UPDATE "Inquiry" SET "dueAt" = "createdAt" + interval '24 hours' WHERE "status" = 'new';
UPDATE "Inquiry" SET "closedAt" = "updatedAt" WHERE "status" IN ('done', 'spam');
-- Every inquiry comes in as one that waits for its first answer.
ALTER TABLE "Inquiry" ALTER COLUMN "dueAt" SET DEFAULT (utc_clock() + interval '24 hours');
-- Retention counts from the moment of closing, so no path may forget it.
CREATE FUNCTION keep_closing_moment() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."closedAt" := CASE WHEN NEW."status" IN ('done', 'spam') THEN coalesce(NEW."closedAt", utc_clock()) END;
  RETURN NEW;
END $$;
CREATE TRIGGER inquiry_has_closing_moment BEFORE INSERT OR UPDATE OF "status" ON "Inquiry" FOR EACH ROW EXECUTE FUNCTION keep_closing_moment();
ALTER TABLE "Inquiry" ADD CONSTRAINT "Inquiry_closed_has_moment" CHECK (("status" IN ('done', 'spam')) = ("closedAt" IS NOT NULL));

CREATE TABLE "InquiryNote" (
    "id" UUID NOT NULL,
    "inquiryId" UUID NOT NULL,
    "staffMemberId" TEXT,
    "writtenAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),
    "text" TEXT NOT NULL,

    CONSTRAINT "InquiryNote_pkey" PRIMARY KEY ("id")
);

-- The queue: what is due first, among the open ones.
CREATE INDEX "Inquiry_dueAt_idx" ON "Inquiry"("dueAt");
CREATE INDEX "Inquiry_assigneeId_idx" ON "Inquiry"("assigneeId");
CREATE INDEX "InquiryNote_inquiryId_writtenAt_idx" ON "InquiryNote"("inquiryId", "writtenAt");

ALTER TABLE "Inquiry" ADD CONSTRAINT "Inquiry_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "InquiryNote" ADD CONSTRAINT "InquiryNote_inquiryId_fkey" FOREIGN KEY ("inquiryId") REFERENCES "Inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "InquiryNote" ADD CONSTRAINT "InquiryNote_staffMemberId_fkey" FOREIGN KEY ("staffMemberId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Notes are added, not changed. Only a new key may seal them anew, and a departed member's name goes.
CREATE FUNCTION refuse_note_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (to_jsonb(NEW) - 'text' - 'staffMemberId') IS DISTINCT FROM (to_jsonb(OLD) - 'text' - 'staffMemberId')
     OR split_part(NEW."text", '.', 1) <> 'v1' THEN
    RAISE EXCEPTION 'InquiryNote is frozen: write another one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER inquiry_note_is_frozen BEFORE UPDATE ON "InquiryNote" FOR EACH ROW EXECUTE FUNCTION refuse_note_change();
CREATE TRIGGER inquiry_note_is_not_emptied BEFORE TRUNCATE ON "InquiryNote" EXECUTE FUNCTION refuse_change();

-- Whoever erases an inquiry, by whatever path, erases what staff wrote about the person, and nobody works on it.
CREATE FUNCTION erase_inquiry_notes() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "InquiryNote" WHERE "inquiryId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER erased_inquiry_has_no_notes AFTER UPDATE OF "erasedAt" ON "Inquiry" FOR EACH ROW
  WHEN (NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION erase_inquiry_notes();

-- Nothing is noted about a person who had everything deleted, not even a moment later.
CREATE FUNCTION refuse_note_on_erased() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "Inquiry" WHERE "id" = NEW."inquiryId" AND "erasedAt" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The inquiry is erased: nothing is noted about it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER inquiry_note_has_person BEFORE INSERT ON "InquiryNote" FOR EACH ROW EXECUTE FUNCTION refuse_note_on_erased();
