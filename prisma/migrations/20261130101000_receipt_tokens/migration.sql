-- A receipt's token is random; a later mail to the person needs it, so it is kept sealed for as long as the person is.

ALTER TABLE "Inquiry" ADD COLUMN "receiptToken" TEXT;

-- Whoever erases an inquiry, by whatever path, erases the link to it, and nobody can write it anew.
CREATE FUNCTION erase_receipt_token() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."receiptToken" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER erased_inquiry_has_no_receipt_token BEFORE INSERT OR UPDATE ON "Inquiry" FOR EACH ROW
  WHEN (NEW."erasedAt" IS NOT NULL AND NEW."receiptToken" IS NOT NULL) EXECUTE FUNCTION erase_receipt_token();
