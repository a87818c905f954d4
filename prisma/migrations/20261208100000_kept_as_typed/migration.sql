-- The desk keeps the words of a form as they are typed. Without words, a row says since when they are saved: what a page
-- that was shown before then still sends is old.
ALTER TABLE "KeptForm" ALTER COLUMN "words" DROP NOT NULL;
-- Words about a person belong to their inquiry.
ALTER TABLE "KeptForm" ADD COLUMN "inquiryId" UUID;
DELETE FROM "KeptForm" WHERE "path" LIKE '/admin/inquiries/%';
ALTER TABLE "KeptForm" ADD CONSTRAINT "KeptForm_inquiryId_fkey"
    FOREIGN KEY ("inquiryId") REFERENCES "Inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "KeptForm_inquiryId_idx" ON "KeptForm"("inquiryId");

-- They go in the transaction that erases the person, and none is written afterwards.
CREATE FUNCTION forget_words_of_erased_inquiry() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM "KeptForm" WHERE "inquiryId" = NEW."id";
    RETURN NULL;
END;
$$;
CREATE TRIGGER "Inquiry_words_forgotten" AFTER UPDATE OF "erasedAt" ON "Inquiry"
    FOR EACH ROW WHEN (NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION forget_words_of_erased_inquiry();
